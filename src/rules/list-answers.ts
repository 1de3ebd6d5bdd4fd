/**
 * The shapes of the lists: bodies, forces, exercises, relations, plans, budget, decisions,
 * situations, of search, and of coverage (S-24, S-51).
 *
 * Out:  types only. An item's `id` is short; its `address` is what `why` takes. Names are filled in
 *       by `wording`; a text in both languages becomes one there.
 */

import type { Both } from "#base";
import type { Aliases } from "#charter";
import type { Difference } from "#ledger";
import type { Certainty } from "#record";
import type { LensShown } from "./answers.ts";

export type Text = Both | string;

/** A value on the day, since when, until when, how sure, and by which acts. */
export type Worth = {
  readonly value: string;
  readonly since?: string;
  readonly until?: string; // the first day it no longer holds
  readonly certainty: Certainty;
  readonly possible?: readonly string[];
  readonly acts: readonly string[];
};

/** Not exactly so many: about, or at least and perhaps at most. */
export type Quantity = { readonly about: number } | { readonly from: number; readonly to?: number };

/** What one source states on one property of a thing. */
export type StatedRow = {
  readonly property: string;
  readonly source: string;
  readonly on: string;
  readonly value?: string | number | Quantity;
  readonly approximate?: true;
  readonly gist?: Text;
  readonly act: string;
  readonly differs?: Difference;
};

export type ListItem = {
  readonly id: string;
  readonly address: string;
  readonly acts: readonly string[];
  readonly sources: readonly string[];
};

/** The state of a thing on the day, as the keys of an item. */
export type State = {
  readonly state: string;
  readonly since?: string;
  readonly until?: string;
  readonly certainty: Certainty;
  readonly possible?: readonly string[];
};

export type BodyItem = ListItem &
  Omit<State, "state"> & {
    readonly aliases?: Aliases;
    readonly class: string;
    readonly parent?: string;
    readonly accountableTo?: readonly string[];
    readonly members: readonly string[];
    readonly mayBeMembers?: readonly string[];
    readonly chair?: Worth;
    readonly head?: Worth;
    readonly stated: readonly StatedRow[];
  };

export type Contributor = { readonly state: string } & Omit<Worth, "value">;

export type ForceItem = ListItem &
  Omit<State, "state"> & {
    readonly aliases?: Aliases;
    readonly class: string;
    readonly contributors: readonly Contributor[];
    readonly stated: readonly StatedRow[];
  };

export type ExerciseItem = ListItem &
  State & {
    readonly days?: string;
    readonly undated?: true;
    readonly reportedUntil?: string;
    readonly place?: Text;
    readonly host?: string;
    readonly series?: string;
    readonly force?: string;
    readonly forces?: readonly string[];
    readonly participants?: readonly string[];
    readonly absent?: readonly string[];
    readonly observers?: readonly string[];
    readonly partOf?: string;
    readonly parts?: readonly string[];
    readonly strength?: unknown;
    readonly stated: readonly StatedRow[];
  };

/** An act beside others of its sort: its day, and what it says. */
export type ActNote = {
  readonly act: string;
  readonly kind: string;
  readonly on: string;
  readonly actors?: readonly string[];
  readonly says: { readonly [field: string]: unknown };
};

export type AppealRow = {
  readonly act: string;
  readonly on: string;
  readonly to: readonly string[];
  readonly answer: "answered" | "none-reported";
  readonly answeredBy?: readonly string[]; // acts
  readonly reportedBy: readonly string[]; // sources that say there was an answer, or none
};

export type RelationItem = ListItem & {
  readonly standing?: Worth;
  readonly dialogue?: Worth;
  readonly agreements: readonly ActNote[];
  readonly appeals: readonly AppealRow[];
  readonly votes: readonly ActNote[];
  readonly statements: readonly ActNote[];
  readonly stated: readonly StatedRow[];
};

export type PlanItem = ListItem &
  State & {
    readonly announcedOn?: string;
    readonly adoptedOn?: string;
    readonly deliveredOn?: string;
    readonly droppedOn?: string;
    readonly due?: string;
    readonly term?: string;
    readonly undated?: true;
    readonly reportedUntil?: string;
    readonly body?: string;
    readonly session?: string;
    readonly reports: readonly ActNote[];
    readonly stated: readonly StatedRow[];
  };

export type ContributionRow = { readonly state: string; readonly year: string } & Worth & {
    readonly amount?: unknown;
  };

export type BudgetItem = ListItem & {
  readonly scale: { readonly [state: string]: string } | null; // null: not known on the day
  readonly from?: string;
  readonly certainty: Certainty;
  readonly possible?: readonly string[];
  readonly contributions: readonly ContributionRow[];
  readonly adopted: readonly ActNote[];
  readonly stated: readonly StatedRow[];
};

/** The basis of a decision: its clause in the record, or what one source claims. */
export type BasisRow = {
  readonly basis: Text;
  readonly source?: string;
  readonly differs?: Difference;
};

export type DecisionItem = ListItem & {
  readonly on: string;
  readonly body?: string;
  readonly form?: string;
  readonly reported?: string; // what a source says came of it; what did, `check` says
  readonly number?: string;
  readonly title?: Text;
  readonly place?: Text;
  readonly session?: string;
  readonly documents?: number;
  readonly about: readonly string[];
  readonly basis: readonly BasisRow[];
  readonly positions: { readonly [state: string]: string };
  readonly tally?: unknown;
  readonly later: readonly ActNote[]; // consents, positions and objections that name the decision
};

export type SituationItem = ListItem &
  State & {
    readonly opened?: string;
    readonly closed?: string;
    readonly requests: readonly ActNote[];
    readonly basis: readonly BasisRow[];
    readonly decisions: readonly ActNote[];
    readonly deployment?: Worth;
    readonly events: readonly ActNote[]; // notices, missions, findings and all else, in time
    readonly statements: readonly ActNote[];
  };

/** One thing that speaks of the words asked for; its name is filled in by `wording`. */
export type SearchItem = ListItem & {
  readonly kind: string;
  readonly title?: string; // of a source, which has one title in whatever language
  readonly opens: string;
  readonly found: "name" | "beside" | "text";
};

/** A word that nothing holds, and the words most like it. */
export type LikeRow = { readonly word: string; readonly like: readonly string[] };

/** What is not known of an item: a code that `wording` makes a sentence of. */
export type UnknownWhat =
  | "founding"
  | "chair"
  | "holder"
  | "since"
  | "day"
  | "fate"
  | "contributors"
  | "scale"
  | "answer"
  | "text"
  | "positions"
  | "basis"
  | "outcome";

export type UnknownRow = { readonly subject: string; readonly what: UnknownWhat };

export type ListAnswer<Item> = {
  readonly org: string;
  readonly on: string;
  readonly lens: LensShown;
  readonly undated?: readonly string[];
  readonly lastAct?: string; // where `on` lies ahead of today: the day of the last act recorded
  readonly items: readonly Item[];
  readonly total: number; // of all pages
  readonly page?: { readonly number: number; readonly per: number; readonly pages: number };
  readonly unknown: readonly UnknownRow[]; // of the items shown
};

export type SearchAnswer = ListAnswer<SearchItem> & {
  readonly q: string;
  readonly nearest?: readonly LikeRow[];
};

export type CoverageAnswer = {
  readonly org: string;
  readonly lens: LensShown;
  readonly source: string;
  readonly facts: number;
  readonly covered: number;
  readonly missing: readonly string[];
  readonly where: { readonly [fact: string]: readonly string[] };
  readonly undated?: readonly string[];
};

export type Lists = {
  readonly bodies: ListAnswer<BodyItem>;
  readonly forces: ListAnswer<ForceItem>;
  readonly exercises: ListAnswer<ExerciseItem>;
  readonly relations: ListAnswer<RelationItem>;
  readonly plans: ListAnswer<PlanItem>;
  readonly budget: ListAnswer<BudgetItem>;
  readonly decisions: ListAnswer<DecisionItem>;
  readonly situations: ListAnswer<SituationItem>;
  readonly search: SearchAnswer;
};
export type ListName = keyof Lists;

/** An answer that is a list, with its name. */
export type AnyList = {
  [N in ListName]: { readonly command: N; readonly answer: Lists[N] };
}[ListName];
