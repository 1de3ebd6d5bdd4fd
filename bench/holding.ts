/**
 * Holds acts in one of several forms, in a process of its own, and prints the bytes that each act
 * keeps alive. Started by `memory.ts`, with the garbage collector at hand.
 */
import { type Act, readEntry } from "#ledger";
import { library } from "#record";
import { factsOf, packOf, type Shape, textsOf } from "./data.ts";

const forms = ["texts", "acts", "record"] as const;
export type Form = (typeof forms)[number];

/** Bytes an act, and a sign that what was counted was there to the end. */
export type Holding = { readonly bytes: number; readonly size: number };

const actsOf = function* (texts: Iterable<string>): Generator<Act> {
  for (const text of texts) {
    const entry = readEntry(text);
    if (!entry.ok) throw new Error(JSON.stringify(entry.refusal));
    yield entry.value.act;
  }
};

/** A whole text of its own, as a store gives it, and not a chain of the pieces it was made of. */
const whole = (text: string): string => Buffer.from(text).toString("latin1");

const held = (form: Form, shape: Shape, texts: Iterable<string>): (() => number) => {
  switch (form) {
    case "texts": {
      const all = Array.from(texts, whole);
      return () => all.length;
    }
    case "acts": {
      const all = [...actsOf(texts)];
      return () => all.length;
    }
    case "record": {
      const all = library(packOf(shape));
      for (const act of actsOf(texts)) all.enter({ act, text: "" });
      return all.size;
    }
  }
};

const inUse = (): number => {
  for (let time = 0; time < 3; time += 1) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const [form = "", given = ""] = process.argv.slice(2);
const isForm = (text: string): text is Form => forms.some((one) => one === text);
if (!isForm(form) || globalThis.gc === undefined)
  throw new Error("started by bench/memory.ts only");
const shape: Shape = JSON.parse(given);
const facts = factsOf(shape);
// Whatever is kept once and not for each act is there before counting.
held(form, shape, textsOf({ ...shape, instruments: 1 }, facts.slice(0, 10)));
const before = inUse();
const size = held(form, shape, textsOf(shape, facts));
const bytes = (inUse() - before) / size();
const holding: Holding = { bytes, size: size() };
console.log(JSON.stringify(holding));
process.exitCode = facts.length > 0 ? 0 : 1;
