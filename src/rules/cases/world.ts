/**
 * The given acts of a case as a record of their own.
 *
 * In:   a pack, acts as a case writes them.
 * Out:  the acts as a ledger would hold them, and the record folded from them.
 */

import { canonicalEntry, type Instant, type Json } from "#base";
import type { Given, Pack } from "#charter";
import { type Act, checkAct, type Entry, registrar } from "#ledger";
import { fold, kindOf, type Record } from "#record";

const firstInstant: Instant = "2000-01-01T00:00:00.000Z";

const kindFor = (pack: Pack, deed: string): string =>
  [...pack.acts.values()].find((one) => one.deed === deed)?.id ?? kindOf(deed)?.kind ?? deed;

const actorsOf = (pack: Pack, who: readonly string[]): readonly string[] =>
  who.map((one) => (pack.bodies.has(one) ? `body/${one}` : one));

/** An act of a case; performed unless it says that sources tell it. */
export const actOf = (pack: Pack, given: Given): Act => {
  const { id, deed, by, to, about, on, effectiveOn, after, fields } = given;
  const days = { occurredOn: on, ...(effectiveOn !== undefined && { effectiveOn }) };
  const actors = by === undefined ? undefined : actorsOf(pack, by);
  const common = {
    id,
    org: pack.id,
    kind: kindFor(pack, deed),
    ...(to !== undefined && { addressees: actorsOf(pack, to) }),
    ...(about !== undefined && { about }),
    ...(after !== undefined && { after }),
    recordedAt: given.recordedAt ?? firstInstant,
  };
  const said = (fields ?? {}) as { readonly [field: string]: Json };
  if (given.asserted !== true) {
    return {
      ...common,
      ...(actors !== undefined && { actors }),
      mode: "performed",
      by: registrar,
      ...days,
      fields: said,
    } as Act;
  }
  const says = { ...days, ...(actors !== undefined && { actors }), ...said } as {
    readonly [field: string]: Json;
  };
  return {
    ...common,
    mode: "asserted",
    claims: [{ id: "a", source: "case", confidence: "high", says }],
    preferred: "a",
  } as Act;
};

/** Cases stand in no ledger: nobody signs them. @throws TypeError where the envelope is broken. */
const entryOf = (act: Act): Entry => {
  const fault = checkAct(act);
  if (fault !== undefined) throw new TypeError(`act ${act.id}: ${fault.code} ${fault.at}`);
  return { act, text: canonicalEntry(act) };
};

export const recordOf = (pack: Pack, given: readonly Given[]): Record =>
  fold(
    pack,
    given.map((one) => entryOf(actOf(pack, one))),
  );

/** How much of a case's acts is known: a number of them, or all recorded by an instant. */
export const sizeOf = (given: readonly Given[], known: string | undefined): number => {
  if (known === undefined) return given.length;
  if (known.startsWith("#")) return Math.min(Number(known.slice(1)), given.length);
  return given.filter(({ recordedAt = firstInstant }) => recordedAt <= known).length;
};
