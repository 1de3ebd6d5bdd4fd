/**
 * Cross-checks of instruments: their references, days, terms, and commencement without a loop.
 */

import { dayOf, when } from "#base";
import type { Files, PackFileOf } from "../files.ts";
import { stem } from "../files.ts";
import type { InstrumentFile } from "../schema/index.ts";
import { loops } from "./graph.ts";
import type { Ids } from "./ids.ts";
import { grounds, reference, references, type Slips, slip } from "./slip.ts";

type Life = InstrumentFile["life"];

export function* checkInstruments(files: Files, ids: Ids): Slips {
  for (const { file, value } of files.instrument) yield* checkInstrument(file, value, ids, files);
  yield* checkCommencement(files.instrument);
}

function* checkInstrument(file: string, value: InstrumentFile, ids: Ids, files: Files): Slips {
  const { id, life, authority, text } = value;
  if (id !== stem(file)) yield slip(file, "/id", "id.file-name", id, stem(file));
  if (!when(text.date).ok) {
    yield slip(file, "/text/date", "date.no-such-day", text.date, '"1992-05-15" (quoted)');
  }
  yield* grounds(file, "/authority", authority, ids.provisions);
  yield* checkEntry(file, life, ids);
  yield* checkTerm(file, id, life, ids, files);
  yield* checkExit(file, life, ids);
  yield* references(file, "/life/amends", life.amends ?? [], ids.instruments);
  const self = life.amends?.indexOf(id) ?? -1;
  if (self >= 0) yield slip(file, `/life/amends/${self}`, "ref.self", id, otherThan(id));
}

const otherThan = (id: string): string => `!= ${id}`;

function* checkEntry(file: string, life: Life, ids: Ids): Slips {
  const { bindsOn, force, depositary } = life;
  for (const way of ["signature", "accession"] as const) {
    yield* knobGrounds(file, `/life/bindsOn/${way}`, bindsOn[way], ids);
  }
  if ("with" in force) yield* reference(file, "/life/force/with", force.with, ids.instruments);
  if ("on" in force && dayOf(force.on) === undefined) {
    yield slip(file, "/life/force/on", "date.no-such-day", force.on, '"1992-05-15" (quoted)');
  }
  if (depositary === undefined) return;
  yield* knobGrounds(file, "/life/depositary", depositary, ids);
  const plain = typeof depositary === "string";
  const keeper = plain ? depositary : depositary.value;
  if (keeper === "unknown") return;
  yield* reference(file, `/life/depositary${plain ? "" : "/value"}`, keeper, ids.parties);
}

function* checkTerm(file: string, id: string, life: Life, ids: Ids, files: Files): Slips {
  for (const key of ["renewal", "prolongation"] as const) {
    if (life[key] !== undefined && life.term === undefined) {
      yield slip(file, `/life/${key}`, "pack.term-missing", undefined, "{ from, length, lastDay }");
    }
  }
  const { prolongation } = life;
  if (prolongation === undefined) return;
  const at = "/life/prolongation";
  yield* reference(file, `${at}/by`, prolongation.by, ids.instruments);
  if (prolongation.by === id) yield slip(file, `${at}/by`, "ref.self", id, otherThan(id));
  const { gap } = prolongation;
  if (typeof gap === "string") return;
  yield* reference(file, `${at}/gap/axis`, gap.axis, ids.axes);
  yield* checkGapKnobs(gap.axis, files);
}

const gapWords = ["continuous", "revived", "unknown"];

/** Each option of the axis must say what it makes of the gap: the error is at the option. */
function* checkGapKnobs(axisId: string, files: Files): Slips {
  for (const { file, value } of files.readings) {
    const index = value.axes.findIndex(({ id }) => id === axisId);
    for (const [place, option] of (value.axes[index]?.options ?? []).entries()) {
      const word = option.knobs?.["gap"];
      if (word !== undefined && gapWords.includes(word)) continue;
      const at = `/axes/${index}/options/${place}/knobs/gap`;
      const code = word === undefined ? "knob.missing" : "knob.value";
      yield slip(file, at, code, word, gapWords.join(" | "));
    }
  }
}

function* checkExit(file: string, life: Life, ids: Ids): Slips {
  const { withdrawal, suspension, expulsion } = life;
  yield* grounds(file, "/life/withdrawal/authority", withdrawal?.authority, ids.provisions);
  if (expulsion !== undefined) {
    yield* reference(file, "/life/expulsion/by", expulsion.by, ids.bodies);
    yield* grounds(file, "/life/expulsion/authority", expulsion.authority, ids.provisions);
  }
  if (suspension === undefined) return;
  const at = "/life/suspension";
  yield* reference(file, `${at}/by`, suspension.by, ids.bodies);
  yield* knobGrounds(file, `${at}/touches`, suspension.touches, ids);
  const { touches } = suspension;
  if (Array.isArray(touches)) yield* references(file, `${at}/touches`, touches, ids.provisions);
  else if (typeof touches === "object" && Array.isArray(touches.value)) {
    yield* references(file, `${at}/touches/value`, touches.value, ids.provisions);
  }
}

/** The grounds of a knob that names its own. */
function* knobGrounds(file: string, at: string, knob: unknown, ids: Ids): Slips {
  if (typeof knob !== "object" || knob === null || !("authority" in knob)) return;
  const { authority } = knob as { readonly authority: readonly string[] | string };
  yield* grounds(file, `${at}/authority`, authority, ids.provisions);
}

/** An instrument in force with another must not wait for itself. */
function* checkCommencement(instruments: readonly PackFileOf<"instrument">[]): Slips {
  const next = new Map(
    instruments.map(({ value: { id, life } }) => [
      id,
      "with" in life.force ? life.force.with : undefined,
    ]),
  );
  for (const loop of loops(next)) {
    const first = instruments.find(({ value }) => value.id === loop[0]);
    if (first === undefined) continue;
    const found = [...loop, loop[0]].join(" > ");
    yield slip(first.file, "/life/force/with", "pack.loop", found, otherThan(loop.join(" | ")));
  }
}
