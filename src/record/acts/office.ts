/**
 * Who holds an office, who chairs a body, which seat stays empty.
 *
 * Law: S-44 (chairs follow sources, not the rule), S-51 (holders and chairs may be several).
 */

import { type Kind, type Saying, type Subject, told } from "./kind.ts";
import { personOf, set, statesOf } from "./settings.ts";
import { actor, name, oneOf, span, state, yes } from "./words.ts";

const group = "office";
const office: Subject = { types: "any", needs: "office" };
const body: Subject = { types: "any", needs: "body" };

/** Somebody holds an office from then on; who, is not known where no person is named. */
export const officeAssumed: Kind = told({
  kind: "office.assumed",
  group,
  fields: { acting: yes.optional(), term: span.optional(), proposedBy: actor.optional() },
  about: office,
  begins: ["holder: person"],
  sets: set("office", (saying) => personOf(saying) ?? "unknown", "holder"),
});

/** The office is vacant from then on. */
export const officeLeft: Kind = told({
  kind: "office.left",
  group,
  fields: { reason: oneOf(["recalled", "term-ended", "resigned", "other"]).optional() },
  about: office,
  begins: ["holder: vacant"],
  sets: set("office", "vacant", "holder"),
});

const chairOf = (saying: Saying): string => statesOf(saying)[0] ?? personOf(saying) ?? "unknown";

/** A state, or a person where no state is named, chairs the body from then on. */
export const chairAssumed: Kind = told({
  kind: "chair.assumed",
  group,
  fields: { insteadOf: state.optional(), term: span.optional() },
  about: body,
  begins: ["chair: actor"],
  sets: set("body", chairOf, "chair"),
});

/** The chair was left. Who chairs after it is not known until an act says so. */
export const chairLeft: Kind = told({
  kind: "chair.left",
  group,
  fields: {},
  about: body,
  begins: ["chair: unknown"],
  sets: set("body", "unknown", "chair"),
});

/** A state fills no post or seat that is its to fill. Sets nothing: the office may have others. */
export const seatLeftVacant: Kind = told({
  kind: "seat.left-vacant",
  group,
  fields: { place: name.optional() },
  about: { types: "any" },
});

export const officeKinds: readonly Kind[] = [
  officeAssumed,
  officeLeft,
  chairAssumed,
  chairLeft,
  seatLeftVacant,
];
