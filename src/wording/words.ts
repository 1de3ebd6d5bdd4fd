/**
 * What every language must be able to say: one shape, so that a missing word is a type error.
 *
 * Out:  types only. Functions stand where grammar decides: numbers, lists, who did what.
 */

import type { Confidence, Difference, GroundRule, Standing } from "#ledger";
import type { Certainty, KindName, statuses } from "#record";
import type { ListWords } from "./lists.ts";
import type { VerdictWords } from "./verdicts/words.ts";

/** A status, or an answer that stands in its place. */
export type StatusWord = (typeof statuses)[number] | "uncertain" | "unknown";

/** Words of the legend: what an answer means that is not simply so. */
export type LegendWord = "signatory" | "disputed" | "uncertain" | "undetermined" | "unknown";

/** The kinds of act of which a title can be made: all there are. */
export type TitleKind = KindName;

/** What a title is made of: names in the language, `""` where the sources name nobody. */
export type TitleParts = { readonly who: string; readonly many: boolean; readonly what: string };

/** A column of a table; the name it has in every language is its key. */
export type Column =
  | "state"
  | "name"
  | "status"
  | "since"
  | "from"
  | "until"
  | "certainty"
  | "possible"
  | "instruments"
  | "acts"
  | "part"
  | "act"
  | "kind"
  | "title"
  | "clause"
  | "claim"
  | "source"
  | "standing"
  | "says"
  | "confidence"
  | "differs"
  | "subject"
  | "before"
  | "after"
  | "on"
  | "provision"
  | "version"
  | "inForce"
  | "seen"
  | "gist"
  | "occurredOn"
  | "effectiveOn"
  | "actors";

/** What a row of `why` is to the value that is explained. */
export type Part = "because" | "against" | "alsoSaid";

/** The sentences that tables and notices are made of. */
export type Sentences = {
  readonly membersOn: (org: string, on: string) => string;
  readonly statusOn: (name: string, status: string, on: string) => string;
  readonly whyOn: (subject: string, value: string, on: string) => string;
  readonly changed: (org: string, from: string, to: string) => string;
  readonly provisionOn: (cite: string, on: string) => string;
  readonly timeline: (org: string, acts: number) => string;
  readonly counts: (counts: readonly (readonly [status: string, count: number])[]) => string;
  readonly nothing: string;
  readonly nothingKnown: string;
  readonly ahead: (day: string) => string;
  readonly readThrough: (lens: string) => string;
  readonly known: (known: string) => string;
  readonly publishedBy: (day: string) => string;
  readonly accordingTo: (sources: readonly string[]) => string;
  readonly undated: (sources: readonly string[]) => string;
  readonly contested: string;
  readonly restsOn: (clauses: readonly string[]) => string;
  readonly ground: (act: string, rule: string) => string;
  readonly computed: (value: string) => string;
  readonly gives: (values: string) => string;
  readonly depositsNotConfirmed: string;
  readonly held: (since: string, until: string | undefined) => string;
  readonly reading: (axis: string, reading: string) => string;
  readonly corrected: (act: string) => string;
  readonly retracted: (act: string) => string;
  readonly amended: (by: string, on: string) => string;
  readonly notSeen: string;
  readonly checkedPack: (pack: string, version: string, hash: string) => string;
  readonly checkedRecord: (acts: number) => string;
  readonly errorsFound: (count: number) => string;
  readonly synced: (
    org: string,
    entries: number,
    acts: number,
    sources: number,
    others: number,
  ) => string;
  readonly entered: (act: string, seq: number) => string;
  readonly verified: (origin: string, size: number, root: string, signatures: number) => string;
  readonly cosigned: (origin: string, size: number, root: string) => string;
  readonly exported: (dir: string, size: number, root: string, files: number) => string;
  readonly backedUp: (origin: string, size: number, root: string) => string;
  readonly restored: (origin: string, size: number, root: string) => string;
  readonly holds: (entries: number, root: string) => string;
};

export type Words = {
  readonly statuses: { readonly [W in StatusWord]: string };
  readonly lists: ListWords;
  readonly verdicts: VerdictWords;
  readonly version: (n: string) => string;
  /** What the fields of claims are called; a field without a word is shown by its own name. */
  readonly fields: { readonly [field: string]: string };
  readonly certainties: { readonly [C in Certainty]: string };
  readonly legend: { readonly [W in LegendWord]: string };
  readonly confidences: { readonly [C in Confidence]: string };
  readonly standings: { readonly [S in Standing]: string };
  readonly differences: { readonly [D in Difference]: string };
  readonly grounds: { readonly [R in GroundRule]: string };
  readonly seen: { readonly full: string; readonly part: string; readonly no: string };
  readonly yes: string;
  readonly no: string;
  readonly columns: { readonly [C in Column]: string };
  readonly parts: { readonly [P in Part]: string };
  readonly kinds: { readonly [K in TitleKind]: string };
  readonly titles: { readonly [K in TitleKind]: (parts: TitleParts) => string };
  /** Names in a row: all of them up to three, else two and how many more. */
  readonly list: (names: readonly string[]) => string;
  readonly acts: (count: number) => string;
  readonly entries: (count: number) => string;
  readonly states: (count: number) => string;
  readonly sentences: Sentences;
};
