/**
 * What no text of a record may hold: characters that steer a screen or reorder what is read.
 *
 * In:   a value as written: an act, a source, a thing.
 * Out:  each text that holds one, with its place. A line feed is text.
 *
 * An escape sequence rewrites a terminal, a bidirectional override lets a word read as another, half
 * a surrogate pair is no character at all. None of them can be told from what was meant.
 */

import { type Problem, pointer, problem } from "./problem.ts";

const steering = /(?!\n)[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}\u{FEFF}]/u;

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Every text in a value that holds such a character, by its place. */
export const textProblems = (value: unknown, at = ""): readonly Problem[] => {
  if (typeof value === "string") {
    const found = steering.exec(value)?.[0];
    return found === undefined ? [] : [problem(at, "text.steering", codePoint(found), "")];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textProblems(one, `${at}${pointer(key)}`));
};
