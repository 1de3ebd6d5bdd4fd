/**
 * What every language must be able to say of lists: states of things, classes, positions, columns.
 *
 * Out:  types only.
 */

import type { BodyClass, positionWords } from "#charter";
import type { Property } from "#record";
import type { ListName, SearchItem, SearchKind, UnknownWhat } from "#rules";

/** The values that acts set and lists show. */
export type ValueWord =
  | "in-force"
  | "not-in-force"
  | "established"
  | "dissolved"
  | "vacant"
  | "contributing"
  | "left"
  | "deployed"
  | "ended"
  | "announced"
  | "planned"
  | "held"
  | "cancelled"
  | "postponed"
  | "adopted"
  | "delivered"
  | "dropped"
  | "sent-back"
  | "not-adopted"
  | "open"
  | "closed"
  | "assessed"
  | "paid"
  | "withheld"
  | "answered"
  | "none-reported";

export type FormWord = "ordinary" | "limited-format" | "silence" | "signature";

export type ListColumn =
  | "id"
  | "name"
  | "class"
  | "members"
  | "chair"
  | "head"
  | "since"
  | "certainty"
  | "contributors"
  | "stated"
  | "state"
  | "days"
  | "place"
  | "host"
  | "series"
  | "participants"
  | "absent"
  | "standing"
  | "dialogue"
  | "agreements"
  | "appeals"
  | "votes"
  | "statements"
  | "announced"
  | "adopted"
  | "due"
  | "delivered"
  | "reported"
  | "scale"
  | "contributions"
  | "on"
  | "title"
  | "body"
  | "form"
  | "outcome"
  | "basis"
  | "positions"
  | "opened"
  | "closed"
  | "requests"
  | "decisions"
  | "deployment"
  | "kind"
  | "opens"
  | "found"
  | "fact"
  | "where";

export type ListWords = {
  readonly values: { readonly [W in ValueWord]: string };
  readonly classes: { readonly [C in BodyClass | "coalition" | "regional"]: string };
  readonly positions: { readonly [P in (typeof positionWords)[number]]: string };
  readonly forms: { readonly [F in FormWord]: string };
  readonly properties: { readonly [P in Property]: string };
  readonly columns: { readonly [C in ListColumn]: string };
  /** What is not known, after "Not known of X:". */
  readonly unknown: { readonly [W in UnknownWhat]: string };
  readonly titles: { readonly [N in ListName]: (org: string, on: string) => string };
  /** A fluent's name beside the thing it is about: "Council – chair". */
  readonly families: { readonly [family: string]: string };
  readonly unknownOf: (subject: string, what: string) => string;
  readonly total: (count: string) => string;
  readonly page: (number: string, pages: string, total: string) => string;
  readonly searchKinds: { readonly [K in SearchKind]: string };
  readonly foundIn: { readonly [P in SearchItem["found"]]: string };
  readonly searched: (words: string) => string;
  readonly noWords: string;
  readonly notFound: (word: string, like: string) => string;
  readonly coverage: (source: string, covered: string, facts: string) => string;
  readonly missing: (facts: string) => string;
  readonly approximate: (value: string) => string;
  readonly atLeast: (value: string) => string;
};
