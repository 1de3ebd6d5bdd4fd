/**
 * What a choice of a procedure comes to: a word, an open `unknown` (S-18), or what the reading of an
 * axis makes it (S-15).
 */

import type { Choice, Pack, Procedure } from "#charter";
import type { Missing } from "../norms/facts.ts";
import type { Choose } from "../norms/readings.ts";

/** How choices are made in one reading. */
export type Chooser = {
  readonly pack: Pack;
  readonly procedure: Procedure;
  readonly choose: Choose;
};

/** @param knob - Its name, as options of an axis set it: `absent`, `test`, `window`. */
export const chosen = <Word extends string>(
  { pack, choose }: Chooser,
  choice: Choice<Word>,
  knob: string,
): Word | "unknown" => {
  if ("value" in choice) return choice.value;
  const option = choose(choice.axis);
  const word = option && pack.axes.get(choice.axis)?.options.get(option)?.knobs[knob];
  return (word ?? "unknown") as Word | "unknown";
};

/** What would settle an open choice: the knob, and the text that was not seen. */
export const openKnob = ({ pack, procedure }: Chooser, path: string): Missing => {
  const [provision] = procedure.authority;
  const instrument = pack.provisions.get(provision ?? "")?.instrument ?? "";
  const text = pack.instruments.get(instrument)?.text.title ?? instrument;
  return { knob: `${procedure.id}/${path}`, text };
};
