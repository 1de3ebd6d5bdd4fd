/**
 * The strict check of an act against its envelope: every key known, every word in its list.
 *
 * In:   plain JSON, as read from an entry or about to be written into one.
 * Out:  nothing, or the first fault with its place as a JSON pointer into the act.
 * Law:  decisions S-6 (which claims must say how they differ), S-7 (ids and addresses).
 *
 * What `says` and `fields` hold is not looked into: their meaning is the kind's.
 */
import {
  instant,
  isAddress,
  isId,
  isStateId,
  type Json,
  ok,
  type Result,
  refuse,
  when,
} from "#base";
import {
  type Act,
  type AssertedAct,
  bases,
  confidences,
  differences,
  groundRules,
  noClaim,
} from "./envelope.ts";
import { openText } from "./open-text.ts";
import {
  below,
  type Check,
  type Fault,
  fault,
  isRecord,
  listOf,
  ordinal,
  type Rules,
  record,
  remembering,
  setOf,
  shape,
  text,
  textOf,
  wordOf,
} from "./shape.ts";

const id = textOf(isId);
const ids = setOf(id);
const address = textOf(remembering(isAddress));
const named = textOf(remembering((value) => isStateId(value) || isAddress(value)));
const kindForm = /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/;
const date = textOf(remembering((value) => when(value).ok));
const both = shape({ en: text, ru: text });

const claim = shape(
  { id, source: id, confidence: wordOf(confidences), says: record },
  {
    at: text,
    facts: setOf(text),
    rows: setOf(text),
    differs: wordOf(differences),
    rests: ids,
    note: both,
  },
);

const groundKeys = shape({ rule: wordOf(groundRules) }, { en: text, ru: text });

/** A ground explained in one language only is not explained. */
const ground: Check = (value) => {
  const inner = groundKeys(value);
  if (inner !== undefined || !isRecord(value)) return inner;
  if (Object.hasOwn(value, "en") === Object.hasOwn(value, "ru")) return undefined;
  return below(Object.hasOwn(value, "en") ? "ru" : "en", fault("entry.missing"));
};

const preferred: Check = (value) => {
  if (typeof value === "string") return undefined;
  if (!isRecord(value)) return fault("entry.type");
  for (const [field, name] of Object.entries(value)) {
    if (typeof name !== "string") return below(field, fault("entry.type"));
  }
  return Object.keys(value).length === 0 ? fault("entry.value") : undefined;
};

const needed: Rules = {
  id,
  org: id,
  kind: textOf(remembering((value) => kindForm.test(value))),
  mode: text,
  recordedAt: textOf((value) => instant(value).ok),
};

const allowed: Rules = {
  actors: setOf(named),
  addressees: setOf(named),
  about: setOf(address),
  under: shape({ clause: id, basis: wordOf(bases) }),
  after: ids,
  title: both,
  release: ordinal,
  ground,
  handling: id,
};

const asserted = shape({ ...needed, claims: listOf(claim), preferred }, allowed);

const performed = shape(
  { ...needed, by: shape({ person: address, capacity: id }), occurredOn: date },
  {
    ...allowed,
    effectiveOn: date,
    fields: record,
    supersedes: shape({ id, version: ordinal }),
  },
);

/** Which claims are preferred; the fault, when one is named that is not there or is silent. */
const preferredClaims = (act: AssertedAct): Set<string> | Fault => {
  if (act.preferred === noClaim) return new Set();
  if (typeof act.preferred === "string") {
    const name = act.preferred;
    if (act.claims.some((each) => each.id === name)) return new Set([name]);
    return { code: "entry.reference", at: "/preferred" };
  }
  for (const [field, name] of Object.entries(act.preferred)) {
    const chosen = act.claims.find((each) => each.id === name);
    if (chosen === undefined || !Object.hasOwn(chosen.says, field)) {
      return below("preferred", below(field, fault("entry.reference")));
    }
  }
  return new Set(Object.values(act.preferred));
};

/** What one claim alone cannot tell: whether its id is its own, and whether it must differ. */
const claimFault = (act: AssertedAct, place: number, chosen: Set<string>): Fault | undefined => {
  const { id: name, differs } = act.claims[place] ?? { id: "" };
  if (act.claims.findIndex((each) => each.id === name) < place) {
    return { code: "entry.duplicate", at: `/claims/${place}/id` };
  }
  if (name === noClaim) return { code: "entry.value", at: `/claims/${place}/id` };
  const at = `/claims/${place}/differs`;
  if (differs === undefined) return chosen.has(name) ? undefined : { code: "entry.missing", at };
  return act.preferred === name ? { code: "entry.unknown-key", at } : undefined;
};

/** The claims of an act against each other and against the preference. */
const claimsFault = (act: AssertedAct): Fault | undefined => {
  const only = act.claims[0];
  if (act.claims.length === 1 && only?.id === act.preferred && only.differs === undefined) {
    return undefined; // As nearly every act; the rest says the same at length.
  }
  const chosen = preferredClaims(act);
  if (!(chosen instanceof Set)) return chosen;
  for (let place = 0; place < act.claims.length; place += 1) {
    const found = claimFault(act, place, chosen);
    if (found !== undefined) return found;
  }
  const isPlain = act.claims.length === 1 && act.preferred !== noClaim;
  if (isPlain || act.ground !== undefined) return undefined;
  return { code: "entry.missing", at: "/ground" };
};

/** Names the type of a value whose shape has passed. */
const isShaped = (value: Json, found: Fault | undefined): value is Act =>
  found === undefined && isRecord(value);

/** What no single key can tell about an act of either mode. */
const wholeFault = (act: Act): Fault | undefined => {
  const itself = act.after?.indexOf(act.id) ?? -1;
  if (itself >= 0) return { code: "entry.reference", at: `/after/${itself}` };
  return (act.mode === "asserted" ? claimsFault(act) : undefined) ?? openText(act);
};

/** An act, or the first fault against its envelope; `at` is a JSON pointer into the act. */
export const readAct = (value: Json): Result<Act, Fault> => {
  if (!isRecord(value)) return refuse(fault("entry.type"));
  const mode = value["mode"];
  if (mode !== "asserted" && mode !== "performed") {
    return refuse(below("mode", fault(mode === undefined ? "entry.missing" : "entry.value")));
  }
  const found = mode === "performed" ? performed(value) : asserted(value);
  if (!isShaped(value, found)) return refuse(found ?? fault("entry.type"));
  const whole = wholeFault(value);
  return whole === undefined ? ok(value) : refuse(whole);
};

/**
 * The first fault of an act against its envelope; `undefined` when there is none.
 *
 * @example checkAct({ ...act, mood: "good" }) // => { code: "entry.unknown-key", at: "/mood" }
 */
export const checkAct = (value: Json): Fault | undefined => {
  const read = readAct(value);
  return read.ok ? undefined : read.refusal;
};
