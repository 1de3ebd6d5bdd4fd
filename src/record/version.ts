/**
 * One version of one act as a lens lets it be seen: its values, and the rivals among its claims.
 *
 * In:   an act of the ledger, the place at which this version entered, a lens.
 * Out:  `Version`; `superseded` is the only thing that changes later, and only once, from
 *       undefined to the place of the correction or retraction.
 *
 * `known` is not part of the lens: it is a prefix of the ledger, so it picks versions (S-8).
 */

import { type ActId, always, type Day, type Json, never } from "#base";
import type { Act } from "#ledger";

/** A day somewhere from `earliest` to `latest`, both included (S-10). */
export type Window = { readonly earliest: Day; readonly latest: Day };

export const isDay = ({ earliest, latest }: Window): boolean => earliest === latest;

export const anyDay: Window = { earliest: always, latest: never };

/** The window of an act that no claim carries: it falls on no day, and so begins nothing. */
export const noDay: Window = { earliest: never, latest: never };

/** What an act says once its claims are read in a given order. */
export type Reading = {
  readonly window: Window; // when it takes effect: effectiveOn, else occurredOn
  readonly received: Day | undefined; // a notice: the precise day on which it was received
  readonly occurred: string | undefined; // EDTF, as the source writes it
  readonly effective: string | undefined;
  readonly actors: readonly string[] | undefined; // undefined: the sources do not say
  readonly fields: { readonly [field: string]: Json };
  readonly claimOf: { readonly [field: string]: string }; // which claim gives which field
};

/** A contested claim that stands against the preferred one. */
export type Rival = {
  readonly claim: string;
  readonly reading: Reading;
  readonly rests: readonly ActId[];
};

export type Version = {
  readonly act: Act; // id, kind, about ... as recorded
  readonly seq: number; // the place at which this version entered
  readonly number: number; // 1, then one more with each correction
  readonly mendedBy: ActId | undefined; // the correction that brought this version
  readonly earlier: Version | undefined; // the version before it
  readonly reading: Reading;
  readonly rivals: readonly Rival[];
  superseded: number | undefined; // the place of the act that mended it
};

/** Whether some claim carries the act, as the lens reads it. */
export const isFounded = ({ reading }: Version): boolean => reading.window !== noDay;

/** The version, if some claim carries it or may: for the fold another is not there. */
export const founded = (version: Version | undefined): Version | undefined =>
  version !== undefined && (isFounded(version) || version.rivals.length > 0) ? version : undefined;

/** Whether this version stands when the first `size` entries are known. */
export const stands = (version: Version, size: number): boolean =>
  version.seq < size && (version.superseded === undefined || version.superseded >= size);
