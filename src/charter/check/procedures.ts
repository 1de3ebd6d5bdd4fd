/**
 * Cross-checks of procedures.yaml and acts.yaml: bodies, clauses, exact shares, and that under every
 * option of an axis each choice that is left to it gets its word.
 */

import type { Files } from "../files.ts";
import type { Choice } from "../procedure.ts";
import type { ProceduresFile } from "../schema/index.ts";
import type { Ids } from "./ids.ts";
import { oneOf } from "./norms.ts";
import { checkCondition, checkSet, type Law, placeOf } from "./scope.ts";
import { grounds, reference, type Slips, slip, unique } from "./slip.ts";

type Procedure = ProceduresFile["procedures"][number];

export function* checkProcedures(files: Files, law: Law): Slips {
  for (const { file, value } of files.procedures) {
    yield* unique(
      file,
      value.procedures.map(({ id }, index) => [`/procedures/${index}/id`, id]),
    );
    yield* unique(
      file,
      value.procedures.flatMap(({ bodies }, index) =>
        bodies.map((body, place) => [`/procedures/${index}/bodies/${place}`, body] as const),
      ),
    );
    for (const [index, procedure] of value.procedures.entries()) {
      yield* checkProcedure(file, `/procedures/${index}`, procedure, files, law);
    }
  }
  yield* checkBodies(files, law);
}

function* checkProcedure(
  file: string,
  at: string,
  procedure: Procedure,
  files: Files,
  law: Law,
): Slips {
  const { ids } = law;
  const { electorate, rule, quorum, laterExpression, forms } = procedure;
  for (const [place, body] of procedure.bodies.entries()) {
    yield* reference(file, `${at}/bodies/${place}`, body, ids.bodies);
  }
  yield* grounds(file, `${at}/authority`, procedure.authority, ids.provisions);
  yield* grounds(file, `${at}/electorate/excludedBy`, electorate.excludedBy, ids.provisions);
  yield* grounds(file, `${at}/quorum/authority`, quorum.authority, ids.provisions);
  const place = placeOf(file, law, new Map([["proposal", "act"]]));
  yield* checkSet(place, `${at}/electorate/base`, electorate.base);
  for (const [key, knob, choice] of choicesOf(procedure)) {
    yield* checkChoice(file, `${at}/${key}`, knob, choice, files, ids);
  }
  if (quorum.kind === "present") yield* checkShare(file, `${at}/quorum/atLeast`, quorum.atLeast, 1);
  if (rule.kind === "majority") {
    yield* oneOf(file, `${at}/rule`, rule, ["moreThan", "atLeast"]);
    yield* checkShare(file, `${at}/rule/atLeast`, rule.atLeast, 1);
    yield* checkShare(file, `${at}/rule/moreThan`, rule.moreThan, 0);
    for (const state of Object.keys(rule.weights ?? {})) {
      yield* reference(file, `${at}/rule/weights/${state}`, state, ids.states);
    }
  }
  if (laterExpression.until !== undefined && laterExpression.ifSilent === undefined) {
    yield slip(file, `${at}/laterExpression`, "schema.missing", undefined, "ifSilent");
  }
  yield* unique(
    file,
    forms.map(({ id }, index) => [`${at}/forms/${index}/id`, id]),
  );
  for (const [index, form] of forms.entries()) {
    const here = `${at}/forms/${index}`;
    yield* reference(file, `${here}/from/inForce`, form.from.inForce, ids.instruments);
    yield* grounds(file, `${here}/authority`, form.authority, ids.provisions);
    if (form.needs !== undefined) yield* checkCondition(place, `${here}/needs`, form.needs);
  }
}

/** A share p/q of at most one; `moreThan` a whole could never be reached. */
function* checkShare(file: string, at: string, share: string | undefined, most: 0 | 1): Slips {
  if (share === undefined) return;
  const [part = 0n, whole = 1n] = share.split("/").map(BigInt);
  const isFine = most === 1 ? part <= whole : part < whole;
  if (!isFine) yield slip(file, at, "schema.range", share, most === 1 ? "<= 1/1" : "< 1/1");
}

type Written = string | { readonly value: string } | Extract<Choice<string>, { axis: string }>;

/** Every choice of a procedure: where it stands, the knob an axis sets it by, what is written. */
function* choicesOf(of: Procedure): Generator<readonly [string, string, Written]> {
  const { electorate, positions, binds, rule, reservation, laterExpression } = of;
  for (const key of ["suspended", "withdrawing", "signatory"] as const) {
    yield [`electorate/${key}`, key, electorate[key]];
  }
  for (const [key, choice] of Object.entries(positions)) yield [`positions/${key}`, key, choice];
  for (const [key, choice] of Object.entries(binds)) yield [`binds/${key}`, `binds-${key}`, choice];
  if (rule.kind === "consensus") yield ["rule/test", "test", rule.test];
  yield ["reservation", "reservation", reservation];
  yield ["laterExpression/completes", "laterExpression", laterExpression.completes];
  yield ["laterExpression/window", "window", laterExpression.window];
}

const wordsOf: { readonly [knob: string]: readonly string[] } = {
  test: ["counts-for", "blocks"],
  suspended: ["counted", "not-counted"],
  withdrawing: ["counted", "not-counted"],
  signatory: ["counted", "observer"],
  reservation: ["counts-for", "reopens", "binds-except"],
  laterExpression: ["completes", "binds-only", "no"],
  window: ["none", "open"],
};

const effects = ["counts-for", "blocks", "ignored", "open"];
const bindings = ["adoption", "own-expression", "no"];

function* checkChoice(
  file: string,
  at: string,
  knob: string,
  choice: Written,
  files: Files,
  ids: Ids,
): Slips {
  if (typeof choice === "string") return;
  if (!("axis" in choice)) {
    const { authority } = choice as { readonly authority?: readonly string[] | string };
    yield* grounds(file, `${at}/authority`, authority, ids.provisions);
    return;
  }
  yield* reference(file, `${at}/axis`, choice.axis, ids.axes);
  const words = [...(wordsOf[knob] ?? (knob.startsWith("binds-") ? bindings : effects)), "unknown"];
  for (const readings of files.readings) {
    const index = readings.value.axes.findIndex(({ id }) => id === choice.axis);
    for (const [option, { knobs }] of (readings.value.axes[index]?.options ?? []).entries()) {
      const word = knobs?.[knob];
      if (word !== undefined && words.includes(word)) continue;
      const where = `/axes/${index}/options/${option}/knobs/${knob}`;
      const code = word === undefined ? "knob.missing" : "knob.value";
      yield slip(readings.file, where, code, word, words.join(" | "));
    }
  }
}

function* checkBodies(files: Files, law: Law): Slips {
  for (const { file, value } of files.bodies) {
    const place = placeOf(file, law, new Map());
    for (const [index, { members }] of value.bodies.entries()) {
      if (members !== undefined) yield* checkSet(place, `/bodies/${index}/members`, members);
    }
  }
}

/** Kinds of the pack's own: none stands twice, or takes a core deed. */
export function* checkActs(files: Files, deeds: ReadonlySet<string> | undefined): Slips {
  for (const { file, value } of files.acts) {
    yield* unique(
      file,
      value.acts.map(({ id }, index) => [`/acts/${index}/id`, id]),
    );
    yield* unique(
      file,
      value.acts.map(({ deed }, index) => [`/acts/${index}/deed`, deed]),
    );
    for (const [index, { deed }] of value.acts.entries()) {
      if (deeds?.has(deed) !== true) continue;
      yield slip(file, `/acts/${index}/deed`, "id.duplicate", deed, `!= ${deed}`);
    }
  }
}
