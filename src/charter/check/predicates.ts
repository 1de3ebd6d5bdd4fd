/**
 * Cross-checks of predicates.yaml: arguments, makers of findings, and no circle of calls.
 */

import type { Files } from "../files.ts";
import { circles } from "./graph.ts";
import type { Placed } from "./listed.ts";
import { checkCondition, type Law, placeOf } from "./scope.ts";
import { grounds, reference, type Slips, slip, unique } from "./slip.ts";

export function* checkPredicates(files: Files, law: Law): Slips {
  for (const { file, value } of files.predicates) {
    const ids = value.predicates.map(({ id }, index) => [`/predicates/${index}/id`, id] as const);
    yield* unique(file, ids);
    for (const [at, id] of ids) {
      if (law.ids.norms.ids.has(id)) yield slip(file, at, "id.duplicate", id, `${id} (1)`);
    }
    yield* unique(
      file,
      value.findings.map(({ kind }, index) => [`/findings/${index}/kind`, kind]),
    );
    for (const [index, { args, when }] of value.predicates.entries()) {
      const place = placeOf(file, law, new Map(args.map((arg) => [arg, "any"])));
      yield* checkCondition(place, `/predicates/${index}/when`, when);
    }
    for (const [index, { by, authority, kind, is }] of value.findings.entries()) {
      const at = `/findings/${index}`;
      yield* grounds(file, `${at}/authority`, authority, law.ids.provisions);
      for (const [place, maker] of by.entries()) {
        yield* reference(file, `${at}/by/${place}`, maker, law.ids.makers);
      }
      if (is === undefined && !coreFindings.has(kind)) {
        const accepted = [...coreFindings, "{ is: judgement }"].join(" | ");
        yield slip(file, `${at}/kind`, "finding.kind", kind, accepted);
      }
    }
  }
}

/** The kinds of finding that every pack may know (S-49). */
export const coreFindings: ReadonlySet<string> = new Set([
  "armed-attack",
  "attack-origin",
  "in-treaty-area",
  "threat",
  "directed-against",
  "attack-ended",
  "judgement",
]);

function* callsIn(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  const { is } = value as { readonly is?: unknown };
  if (typeof is === "object" && is !== null && "name" in is) yield String(is.name);
  for (const inner of Object.values(value)) yield* callsIn(inner);
}

/** Predicates, and norms used as such, never come back to themselves. */
export function* checkCircles(files: Files, norms: readonly Placed[]): Slips {
  const places = new Map<string, readonly [file: string, at: string]>();
  const next = new Map<string, readonly string[]>();
  const enter = (id: string, file: string, at: string, when: unknown): void => {
    if (next.has(id)) return;
    places.set(id, [file, at]);
    next.set(id, [...callsIn(when)]);
  };
  for (const { file, value } of files.predicates) {
    for (const [index, { id, when }] of value.predicates.entries()) {
      enter(id, file, `/predicates/${index}/id`, when);
    }
  }
  for (const { file, at, norm } of norms) {
    if (norm.kind === "qualifies") enter(norm.id, file, `${at}/id`, norm.when);
  }
  for (const loop of circles(next)) {
    const [file, at] = places.get(loop[0] ?? "") ?? ["", ""];
    const found = [...loop, loop[0]].join(" > ");
    yield slip(file, at, "pack.loop", found, `!= ${loop.join(" | ")}`);
  }
}
