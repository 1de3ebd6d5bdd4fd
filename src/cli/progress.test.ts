/** Progress is shown on a terminal, after a second, and leaves nothing behind. */
import { expect, test } from "vitest";
import { progressOn } from "./progress.ts";

const work = (isTerminal: boolean, moments: readonly number[]): readonly string[] => {
  const written: string[] = [];
  let now = 0;
  const progress = progressOn({
    isTerminal,
    milliseconds: () => now,
    write: (text) => written.push(text),
  });
  for (const [place, moment] of moments.entries()) {
    now = moment;
    progress(place + 1, moments.length);
  }
  return written;
};

test("work of less than a second shows nothing", () => {
  expect(work(true, [10, 500, 990])).toEqual([]);
});

test("longer work shows a line now and then, and wipes it", () => {
  expect(work(true, [500, 1_100, 1_150, 1_300, 1_400])).toEqual([
    "\r[#########...............] 2 / 5",
    "\r[###################.....] 4 / 5",
    "\r\u001b[K",
  ]);
});

test("a pipe gets nothing", () => {
  expect(work(false, [500, 1_100, 5_000])).toEqual([]);
});
