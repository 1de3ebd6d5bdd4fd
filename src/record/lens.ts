/**
 * The lens: whose claims are looked at (S-8, S-9). What was known by when is no lens but a prefix.
 *
 * In:   a day by which sources must have been published, or sources in order of preference.
 * Out:  `Lens`, and a key under which a record read through it can be kept.
 */

import { type ActId, type Address, type Both, type Day, isoOf, type When } from "#base";
import { type Standing, standings } from "#ledger";

export type Lens = {
  readonly publishedBy?: Day;
  readonly accordingTo?: readonly string[]; // source ids; `preferred` stands for the whole record
};

export const wholeRecord: Lens = {};

/** Only what the named sources say: what they do not say is unknown. */
export const isStrict = ({ accordingTo }: Lens): boolean =>
  accordingTo !== undefined && !accordingTo.includes("preferred");

/** A source as registered. */
export type Source = {
  readonly id: string;
  readonly act: ActId; // the act that registered it
  readonly seq: number; // at this place of the ledger
  readonly title: string;
  readonly publisher?: string;
  readonly address?: string;
  readonly standing: Standing;
  readonly published?: When;
  readonly seen?: "full" | "part" | "no";
  readonly note?: Both | string;
  readonly author?: string;
  readonly by?: Address;
  readonly affiliation?: string;
  readonly number?: string;
  readonly subject?: Address;
  readonly class?: string;
  readonly numbered?: { readonly from: string; readonly to: string }; // its facts, F001 to F176
  readonly facts?: { readonly [fact: string]: string }; // by fact, the field that carries it
};

/** Standing from the highest (0) down; a source that is not registered stands below all. */
export const rankOf = (source: Source | undefined): number =>
  source === undefined ? standings.length : standings.indexOf(source.standing);

/** Whether a source was surely published by a day; one without a day never was (S-8). */
export const publishedBy = (source: Source | undefined, day: Day): boolean =>
  source?.published !== undefined && source.published.latest <= day;

export const lensKey = ({ publishedBy: day, accordingTo }: Lens): string =>
  JSON.stringify([day === undefined ? null : isoOf(day), accordingTo ?? null]);
