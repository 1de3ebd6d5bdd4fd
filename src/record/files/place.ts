/**
 * From a problem within something written to an error with file, line and column.
 */

import type { Located } from "#charter";
import { type Problem, problem } from "../acts/problem.ts";
import type { Written } from "./read.ts";

type Anything = Pick<Written<unknown>, "file" | "at" | "document">;

/** A problem whose pointer begins at what is written. */
export const located = ({ file, at, document }: Anything, one: Problem): Located => {
  const whole = `${at}${one.at}`;
  const { where, whereKey } = document;
  const place = one.code === "schema.unknown-key" ? whereKey(whole) : where(whole);
  return { file, ...place, ...one, at: whole };
};

export const slip = (
  written: Anything,
  at: string,
  code: string,
  found: unknown,
  accepted: string,
): Located => located(written, problem(at, code, found, accepted));

/** Where something is written, for another's error: `treaty.yaml:12`. */
export const placeText = ({ file, at, document }: Anything): string =>
  `${file}:${document.where(at).line}`;
