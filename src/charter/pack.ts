/**
 * A charter pack as the other rooms see it: the law of one organization as data.
 *
 * Every knob has one shape here, `{ value, authority }`, whichever way its file wrote it; where a
 * file names no authority, the instrument's own stands. Every list with ids is a map, in the order
 * of the file. A pack holds no day that an act in the ledger decides (S-13): a version of a
 * provision says which instrument places it, and the room `record` finds the day.
 */

import type { Address, Both, Day, Json, Language, Period, StateId } from "#base";
import type { Case } from "./case.ts";
import type { SetTerm } from "./condition.ts";
import type { FindingRule, Norm, Predicate, SpecialAct } from "./norm.ts";
import type { Procedure } from "./procedure.ts";

/** How much of a text was seen by whoever wrote the pack. */
export type Seen = "full" | "part" | "no";

export type Confidence = "high" | "medium" | "low" | "unsourced";

/** The provisions a rule rests on, or an open word that no text is known for it. */
export type Authority = readonly string[] | "unsourced";

/** A choice the law makes; `unknown` is stated, never assumed, and leads to `undetermined`. */
export type Knob<Value> = { readonly value: Value | "unknown"; readonly authority: Authority };

export type State = {
  readonly id: StateId;
  readonly numeric?: string; // ISO 3166-1, three digits; an invented state has none.
  readonly names: Both;
  readonly forms: { readonly [L in Language]: readonly string[] };
};

/** An organization, person or office that acts may name: `org/un`. */
export type Other = { readonly id: Address; readonly names: Both; readonly short?: Both };

/** A pointer to a text: the text itself stands in no pack. */
export type TextPointer = {
  readonly title: string;
  readonly date: string; // YYYY, YYYY-MM or YYYY-MM-DD: what the text itself bears.
  readonly place?: string;
  readonly seen: Seen;
  readonly address?: string;
};

export type InstrumentKind = "treaty" | "charter" | "protocol" | "agreement" | "rules" | "decision";

export type Instrument = {
  readonly id: string;
  readonly kind: InstrumentKind;
  readonly names: Both;
  readonly text: TextPointer;
  readonly authority: Authority;
  readonly life: Life;
  readonly note?: Both;
};

/** `act`: that act binds. `own-deposit`: the state's deposit binds. `never`: no such way in. */
export type Binding = "act" | "own-deposit" | "never";

/** How an instrument enters into force; `on` only for a day that the text itself fixes. */
export type Commencement =
  | { readonly asserted: true }
  | { readonly deposits: number; readonly plus?: Period }
  | { readonly with: string }
  | { readonly on: { readonly text: string; readonly day: Day }; readonly source: string };

export type Term = {
  readonly from: "force";
  readonly length: Period;
  readonly lastDay: "anniversary" | "day-before-anniversary";
};

export type Renewal = {
  readonly length: Period;
  readonly unlessDeclined: { readonly before: Period };
};

/** Whether a term prolonged late ran on, or a question for the axis with that id (S-4). */
export type Gap = "continuous" | "revived" | { readonly axis: string };

export type Prolongation = {
  readonly by: string; // The instrument that prolongs.
  readonly length: Period;
  readonly renewal: "automatic" | "none";
  readonly gap: Gap;
};

export type Withdrawal = {
  readonly notice: Period;
  readonly countedFrom: "receipt" | "sending";
  readonly authority: Authority;
};

/** `touches`: which provisions a suspension stops for the state. */
export type Suspension = {
  readonly by: string;
  readonly touches: Knob<"all" | "none" | readonly string[]>;
};

export type Expulsion = { readonly by: string; readonly authority: Authority };

/** The only rules of entry and exit that exist (S-13). */
export type Life = {
  readonly bindsOn: { readonly signature: Knob<Binding>; readonly accession: Knob<Binding> };
  readonly force: Commencement;
  readonly term?: Term;
  readonly renewal?: Renewal;
  readonly prolongation?: Prolongation;
  readonly withdrawal?: Withdrawal;
  readonly suspension?: Suspension;
  readonly expulsion?: Expulsion;
  readonly amends: readonly string[];
  readonly depositary?: Knob<StateId | Address>;
};

export type ProvisionVersion = {
  readonly n: number;
  readonly from: { readonly inForce: string };
  readonly seen: Seen;
  readonly confidence: Confidence;
  readonly gist: Both;
  readonly note?: Both;
  readonly norms: readonly string[]; // Ids: what this version asks, in the order of the file.
};

export type Provision = {
  readonly id: string;
  readonly instrument: string;
  readonly locator: string;
  readonly versions: readonly ProvisionVersion[];
};

export type AxisOption = {
  readonly id: string;
  readonly gist: Both;
  readonly heldBy: readonly StateId[];
  readonly sources: readonly string[];
  readonly from?: string; // YYYY-MM-DD: before that day nobody held it.
  readonly knobs: { readonly [knob: string]: string };
};

/** A contested question (S-15). */
export type Axis = {
  readonly id: string;
  readonly question: Both;
  readonly touches: readonly string[];
  readonly displayReading: string | "none";
  readonly options: ReadonlyMap<string, AxisOption>;
};

export type BodyClass =
  | "highest"
  | "consultative-executive"
  | "permanent-working"
  | "subsidiary"
  | "office"
  | "parliamentary";

/** By what else a thing may be looked for. */
export type Aliases = { readonly [L in Language]?: readonly string[] };

export type Body = {
  readonly id: string;
  readonly names: Both;
  readonly short?: Both;
  readonly aliases?: Aliases;
  readonly parent?: string;
  readonly class: BodyClass;
  readonly from?: { readonly inForce: string }; // The instrument that founds it.
  readonly accountableTo?: readonly string[];
  readonly authority: Authority;
  readonly members?: SetTerm; // Who sits in it; a body without one decides nothing here.
};

export type Force = {
  readonly id: string;
  readonly names: Both;
  readonly short?: Both;
  readonly aliases?: Aliases;
  readonly class: "coalition" | "regional";
  readonly authority: Authority;
};

/** Of two acts on one precise day, the kind `first` comes before the kind `then`. */
export type SameDay = {
  readonly first: string;
  readonly then: string;
  readonly authority: Authority;
};

export type DisputedTerritory = {
  readonly id: string;
  readonly names: Both;
  readonly note: Both;
  readonly sources: readonly string[];
};

export type Pack = {
  readonly schema: "foedus-pack/0";
  readonly id: string;
  readonly version: string;
  readonly names: Both;
  readonly short: Both;
  readonly seat: { readonly place: Both; readonly timeZone: string };
  readonly languages: readonly ["en", "ru"];
  readonly membership: { readonly instruments: readonly string[]; readonly constitutive: string };
  readonly collectiveDefence?: string; // The provision by which the members owe each other help.
  readonly sameDay: readonly SameDay[];
  readonly maintainers: readonly string[];
  readonly disputedTerritory: readonly DisputedTerritory[];
  readonly states: ReadonlyMap<StateId, State>;
  readonly others: ReadonlyMap<Address, Other>;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly provisions: ReadonlyMap<string, Provision>;
  readonly axes: ReadonlyMap<string, Axis>;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly forces: ReadonlyMap<string, Force>;
  readonly norms: ReadonlyMap<string, Norm>;
  readonly predicates: ReadonlyMap<string, Predicate>;
  readonly findings: ReadonlyMap<string, FindingRule>;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly acts: ReadonlyMap<string, SpecialAct>;
  readonly cases: readonly Case[];
  readonly vocab: { readonly [L in Language]: ReadonlyMap<string, string> };
  /** What the files say, as one plain document; the pack's hash is over its canonical text. */
  readonly document: PackDocument;
};

/** The canonical form: the values of the files, by path, without layout and comments. */
export type PackDocument = {
  readonly format: "foedus-pack/0";
  readonly files: { readonly [path: string]: Json };
};
