/**
 * One point of the conformance suite: a tiny pack of its own, given acts, questions, and the answers
 * that the document demands; and, where it has any, spoilt packs that must be refused.
 *
 * In:   the texts of the base pack, of the point's own files, and of each spoilt variant.
 * Out:  one line for each difference; none where the engine agrees.
 * Law:  a point is never edited once released. Its expectations come from the document, not from a run.
 */

import { loadPack } from "#charter";
import { deeds } from "#record";
import { runCase } from "./run.ts";

const coreDeeds: ReadonlySet<string> = new Set(Object.values(deeds));

export type Texts = ReadonlyMap<string, string>;

export type Point = {
  readonly files: Texts; // Over those of the base; the questions stand in `cases/point.yaml`.
  readonly refused: ReadonlyMap<string, Texts>; // By the code with which they must be refused.
};

export const runPoint = (base: Texts, { files, refused }: Point): readonly string[] => {
  const whole = new Map([...base, ...files]);
  const loaded = loadPack(whole, coreDeeds, true);
  if (!loaded.ok) {
    return loaded.refusal.map(({ file, line, code, found, accepted }) =>
      [`${file}:${line}`, code, found, accepted].join(" "),
    );
  }
  const pack = loaded.value;
  if (pack.cases.length + refused.size === 0) return ["no question"];
  return [
    ...pack.cases.flatMap((one) => runCase(pack, one).failures.map((why) => `${one.id}: ${why}`)),
    ...[...refused].flatMap(([code, spoilt]) => unlike(code, new Map([...whole, ...spoilt]))),
  ];
};

/** A spoilt pack has that one kind of error. */
const unlike = (code: string, files: Texts): readonly string[] => {
  const loaded = loadPack(files, coreDeeds, true);
  const codes = loaded.ok ? ["loaded"] : [...new Set(loaded.refusal.map((one) => one.code))];
  return codes.join() === code ? [] : [`refused ${code}: ${codes.join()}`];
};
