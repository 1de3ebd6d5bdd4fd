/**
 * Windows by their text: records speak of few days, and each is kept for many acts.
 */

import { when } from "#base";
import type { Window } from "./version.ts";

const windows = new Map<string, Window>();
const mostWindows = 20_000; // Then remembering begins anew.

/** The days that a text of decision S-10 means; undefined: it means none. */
export const windowOf = (text: string | undefined): Window | undefined => {
  if (text === undefined) return undefined;
  const known = windows.get(text);
  if (known !== undefined) return known;
  const read = when(text);
  if (!read.ok) return undefined;
  const window = { earliest: read.value.earliest, latest: read.value.latest };
  if (windows.size >= mostWindows) windows.clear();
  windows.set(text, window);
  return window;
};
