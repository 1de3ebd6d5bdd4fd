/**
 * Our own record, asked through its public functions: names and days are texts, as a user gives
 * them, and the answer is the span with its evidence.
 */
import { dayOf } from "#base";
import { readEntry } from "#ledger";
import { library, type Record } from "#record";
import { factsOf, instrumentOf, packOf, type Shape, textsOf } from "./data.ts";
import { type Prepare, timed } from "./subject.ts";

/** The record of a shape, read from the texts of its entries as strictly as from a store. */
export const recordOf = (shape: Shape): Record => {
  const all = library(packOf(shape));
  for (const text of textsOf(shape, factsOf(shape))) {
    const entry = readEntry(text);
    if (!entry.ok) throw new Error(`the bench wrote no entry: ${JSON.stringify(entry.refusal)}`);
    all.enter(entry.value);
  }
  return all.under({});
};

export const ours: Prepare = async (shape) => {
  const record = recordOf(shape);
  const names = Array.from({ length: shape.instruments }, (_, i) => instrumentOf(i));
  return {
    points: async (asked) => {
      const answers: string[] = asked.map(() => "");
      const ns = timed(asked, 500, ({ name, iso, size }, i) => {
        answers[i] = record.on(name, dayOf(iso) ?? 0, size)?.value ?? "none";
      });
      return { ns, answers };
    },
    who: async (asked) => {
      const found: string[][] = asked.map(() => []);
      const ns = timed(asked, 20, ({ instrument, iso, size }, i) => {
        const list: string[] = [];
        const ties = record.towards(names[instrument] ?? "", dayOf(iso) ?? 0, size);
        for (const { state, value } of ties) if (value === "party") list.push(state);
        found[i] = list;
      });
      return { ns, answers: found.map((list) => list.sort().join(" ")) };
    },
    close: async () => undefined,
  };
};
