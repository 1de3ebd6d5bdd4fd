/**
 * `record add`: acts of one installation, entered straight in its ledger by the registrar (S-8).
 *
 * In:   a file, and the entries of the ledger.
 * Out:  the acts to append, all of them or none; `records/` is never touched.
 */

import { type Instant, ok, type Result, refuse } from "#base";
import type { Located, Pack } from "#charter";
import type { Act, Entry } from "#ledger";
import { readAddition } from "#record";
import { pen } from "./enter.ts";
import { type OpenRefusal, openOrganization } from "./open.ts";
import type { Ports } from "./ports.ts";
import { signed } from "./sign.ts";
import { stateOf } from "./state.ts";

export type AddInput = {
  readonly file: string; // As the errors name it.
  readonly text: string;
  readonly pack: Pack;
  readonly entries: readonly Entry[];
  readonly now: Instant;
};

/** The acts that a file adds; each bears the writer's clock, or the last entry's if later. */
export const addPlan = (input: AddInput): Result<readonly Act[], readonly Located[]> => {
  const { file, text, pack, entries, now } = input;
  const { acts, sources, things, last } = stateOf(entries);
  const read = readAddition(file, text, { pack, acts, sources, things });
  if (!read.ok) return read;
  const { write } = pen(last);
  return ok(read.value.bodies.map((body) => write(body, now)));
};

export type AddRefusal =
  | OpenRefusal
  | { readonly code: "addition.malformed"; readonly errors: readonly Located[] };

export type Added = {
  readonly added: readonly { readonly id: string; readonly seq: number }[];
  readonly size: number;
  readonly root: string;
};

/** Opens the ledger as its writer, enters the file's acts, and closes it again. */
export const addActs = async (
  ports: Ports,
  org: string,
  file: string,
  text: string,
): Promise<Result<Added, AddRefusal>> => {
  const opened = await openOrganization(ports, org, "write", "record add");
  if (!opened.ok) return opened;
  const { store, entries, pack } = opened.value;
  try {
    const plan = addPlan({ file, text, pack, entries, now: ports.now() });
    if (!plan.ok) return refuse({ code: "addition.malformed", errors: plan.refusal });
    const more = await signed({ ports, org, store }, entries, plan.value);
    if (!more.ok) return refuse({ code: "refused", refusal: more.refusal });
    const done = await store.append(entries.length, more.value);
    if (!done.ok) return refuse({ code: "refused", refusal: done.refusal });
    const added = more.value.map(({ act }, place) => ({ id: act.id, seq: entries.length + place }));
    return ok({ added, ...done.value });
  } finally {
    await store.close();
  }
};
