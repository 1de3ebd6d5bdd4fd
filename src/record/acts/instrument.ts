/**
 * Acts in the life of an instrument: signature, ratification, deposit, accession, force, end.
 *
 * Law: the life rules of the pack (`instruments/`); S-2 for the words of status.
 */

import { type Kind, type Subject, told } from "./kind.ts";
import { name, states, text } from "./words.ts";

const group = "instrument";
const about: Subject = { types: ["instrument", "provision"], needs: "instrument" };

/** States signed. Begins `signatory`, or `party` where the life rule binds by signature. */
export const signed: Kind = told({
  kind: "instrument.signed",
  group,
  // `declined`: states that the source names as not signing; it makes `actors` a whole list.
  fields: { declined: states.optional(), place: name.optional() },
  about,
  begins: ["signatory", "party"],
});

/** A state completed its own procedure. Begins nothing: the deposit binds, not the law at home. */
export const ratified: Kind = told({
  kind: "instrument.ratified",
  group,
  fields: { law: text.optional() },
  about,
});

/** A state handed its instrument to the depositary. Begins `party` where a deposit binds. */
export const deposited: Kind = told({
  kind: "instrument.deposited",
  group,
  fields: {},
  about,
  begins: ["signatory", "party"],
});

/** A state acceded. Begins `signatory` before entry into force, `party` from then on. */
export const acceded: Kind = told({
  kind: "instrument.acceded",
  group,
  fields: {},
  about,
  begins: ["signatory", "party"],
});

/** Begins the force of the instrument, and with it `party` for every state bound until then. */
export const enteredIntoForce: Kind = told({
  kind: "instrument.entered-into-force",
  group,
  fields: {},
  about,
  begins: ["in-force", "party"],
});

/** Ends the force of the instrument; its parties have `lapsed`. */
export const terminated: Kind = told({
  kind: "instrument.terminated",
  group,
  fields: {},
  about,
  begins: ["not-in-force", "lapsed"],
});

export const instrumentKinds: readonly Kind[] = [
  signed,
  ratified,
  deposited,
  acceded,
  enteredIntoForce,
  terminated,
];
