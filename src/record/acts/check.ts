/**
 * An act against the catalogue: its kind, what it is about, who acts, what its claims say.
 *
 * In:   an act, and what is known where it stands.
 * Out:  every problem there is, each with its place in the act; none when it may be entered.
 *
 * The envelope's own check comes last, as a net: what it finds and we did not is reported too.
 */

import { canonicalEntry, type Instant } from "#base";
import { type Act, actBytesLimit, checkAct as checkEnvelope, entryBytes } from "#ledger";
import { claimProblems, saysProblems } from "./claims.ts";
import type { Kind } from "./kind.ts";
import { authored, kinds } from "./kinds.ts";
import { choices, judged, type Problem, pointer, problem, under } from "./problem.ts";
import { actorProblem, addressProblem, type Known, typeOf } from "./refs.ts";
import { textProblems } from "./texts.ts";

/** A reason is given for something: the statement names the act (S-6). */
const neededBy = (act: Act): readonly string[] => {
  const says = act.mode === "asserted" ? act.claims.map((claim) => claim.says) : [act.fields ?? {}];
  return says.some(({ role }) => role === "reason") ? ["act"] : [];
};

const aboutProblems = (act: Act, kind: Kind, known: Known): readonly Problem[] => {
  const { about = [] } = act;
  const { types, needs } = kind.about;
  const problems = about.flatMap((address, place) => {
    const at = pointer("about", place);
    const found = addressProblem(at, address, known);
    if (found !== undefined) return [found];
    if (types === "any" || types.includes(typeOf(address))) return [];
    return [problem(at, "about.type", address, choices(types.map((type) => `${type}/…`)))];
  });
  if (problems.length > 0) return problems;
  const lacking = [...(needs === undefined ? [] : [needs]), ...neededBy(act)].filter(
    (type) => !about.some((address) => typeOf(address) === type),
  );
  return lacking.map((type) => problem("/about", "about.missing", about, `[ ${type}/…, … ]`));
};

const partyProblems = (act: Act, known: Known): readonly Problem[] =>
  (["actors", "addressees"] as const).flatMap((key) =>
    (act[key] ?? []).flatMap(
      (actor, place) => actorProblem(pointer(key, place), actor, known) ?? [],
    ),
  );

const linkProblems = (act: Act, { pack, acts }: Known): readonly Problem[] => {
  const { under: clause, after = [] } = act;
  const late = after.flatMap((id, place) => {
    const at = pointer("after", place);
    if (id === act.id) return [problem(at, "ref.itself", id, "id of another act")];
    return acts.has(id) ? [] : [problem(at, "ref.act", id, "id of an act")];
  });
  if (clause === undefined || pack.provisions.has(clause.clause)) return late;
  const accepted = choices(pack.provisions.keys());
  return [...late, problem("/under/clause", "ref.unknown", clause.clause, accepted)];
};

const bodyProblems = (act: Act, kind: Kind, known: Known): readonly Problem[] => {
  if (act.mode === "asserted") return claimProblems(act, kind, known);
  const { fields = {}, occurredOn, effectiveOn } = act;
  if (kind.made === "program") return under("/fields", judged(kind.says, fields));
  const silent = kind.needed
    .filter((field) => !Object.hasOwn(fields, field))
    .map((field) => problem(pointer("fields", field), "schema.missing", undefined, field));
  if (silent.length > 0) return silent;
  const days = { occurredOn, ...(effectiveOn !== undefined && { effectiveOn }) };
  return saysProblems({ ...fields, ...days }, kind, known).map((one) => ({
    ...one,
    at: Object.keys(days).some((day) => one.at === `/${day}`) ? one.at : `/fields${one.at}`,
  }));
};

const anyInstant: Instant = "2000-01-01T00:00:00.000Z";

/** What the envelope, canonical JSON or the limit of an act has against it. */
const netProblems = (act: Act): readonly Problem[] => {
  const whole = { ...act, recordedAt: anyInstant };
  const fault = checkEnvelope(whole);
  if (fault !== undefined) return [problem(fault.at, fault.code, undefined, "")];
  try {
    const bytes = entryBytes(canonicalEntry(whole));
    if (bytes <= actBytesLimit) return [];
    return [problem("", "entry.too-large", bytes, `<= ${actBytesLimit}`)];
  } catch (error) {
    if (error instanceof TypeError) return [problem("", "entry.not-plain", undefined, "")];
    throw error;
  }
};

/** The kind of an act, or the problem that there is none such, or none such for authors. */
export const kindProblem = (word: string, kind: Kind | undefined): Problem | undefined => {
  if (kind === undefined) return problem("/kind", "kind.unknown", word, authored.join(" | "));
  if (kind.made === "author") return undefined;
  return problem("/kind", "kind.program", word, authored.join(" | "));
};

/**
 * All problems of an act that is about to be entered.
 *
 * @param act - As it would be entered; its `recordedAt` is not looked at.
 * @example checkAct({ ...signed, actors: ["XZZ"] }, known)
 *   // => [{ at: "/actors/0", code: "ref.unknown", found: '"XZZ"', accepted: "ARM | …" }]
 */
export const checkAct = (act: Act, known: Known): readonly Problem[] => {
  const kind = kinds.get(act.kind);
  const unfit = act.mode === "asserted" ? kindProblem(act.kind, kind) : undefined;
  if (kind === undefined || unfit !== undefined) {
    return [unfit ?? problem("/kind", "kind.unknown", act.kind, authored.join(" | "))];
  }
  const found = [
    ...textProblems(act),
    ...aboutProblems(act, kind, known),
    ...partyProblems(act, known),
    ...linkProblems(act, known),
    ...bodyProblems(act, kind, known),
  ];
  return found.length > 0 ? found : netProblems(act);
};
