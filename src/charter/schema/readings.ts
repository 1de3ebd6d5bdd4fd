/**
 * readings.yaml: the axes, each a contested question with its options (S-15).
 */

import * as z from "zod";
import { both, day, form, id, keys, knobWord, list, provisionIds, stateId, text } from "./words.ts";

const knobsForm = "{ knob: word, … }";

/** Knobs are named as life rules and procedures name them: `gap`, `laterExpression`. */
const knobName = form(/^[a-z][A-Za-z0-9-]{0,119}$/, "knob: [a-z][A-Za-z0-9-]*");

const option = keys({
  id,
  gist: both,
  heldBy: list(stateId, "[ state, … ]").optional(),
  sources: list(text, "[ source, … ]", 1),
  from: day.optional(),
  knobs: z.record(knobName, knobWord, { error: knobsForm }).optional(),
});

export const readingsFile = keys({
  axes: list(
    keys({
      id,
      question: both,
      touches: provisionIds,
      displayReading: id,
      options: list(option, "[ { id, gist, heldBy?, sources, from?, knobs? }, … ] (2 or more)", 2),
    }),
    "[ { id, question, touches, displayReading, options }, … ]",
  ),
});

export type ReadingsFile = z.infer<typeof readingsFile>;
