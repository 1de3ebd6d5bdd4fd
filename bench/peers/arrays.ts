/**
 * The floor: rectangles in typed arrays, a few a key, gone through one by one. It knows no names,
 * no evidence and no disputes, so nothing that does can be as quick.
 */
import { type Shape, stateOf, words } from "../data.ts";
import { type Prepare, timed } from "../subject.ts";
import { rectanglesOf } from "./rectangles.ts";

const columns = (shape: Shape) => {
  const all = rectanglesOf(shape);
  const starts = new Int32Array(shape.instruments * shape.states + 1);
  for (const { key } of all) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 1; key < starts.length; key += 1) {
    starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  }
  return {
    starts,
    from: Int32Array.from(all, (one) => one.from),
    until: Int32Array.from(all, (one) => one.until),
    known: Int32Array.from(all, (one) => one.known),
    end: Int32Array.from(all, (one) => one.end),
    value: Uint8Array.from(all, (one) => one.value),
  };
};

export const arrays: Prepare = async (shape) => {
  const { starts, from, until, known, end, value } = columns(shape);
  const { states } = shape;
  const at = (key: number, day: number, size: number): number => {
    const last = starts[key + 1] ?? 0;
    for (let i = starts[key] ?? 0; i < last; i += 1) {
      if (
        (from[i] ?? 0) <= day &&
        (until[i] ?? 0) > day &&
        (known[i] ?? 0) <= size &&
        (end[i] ?? 0) > size
      ) {
        return value[i] ?? 0;
      }
    }
    return 0;
  };
  return {
    points: async (asked) => {
      const found = new Uint8Array(asked.length);
      const ns = timed(asked, 500, ({ instrument, state, day, size }, i) => {
        found[i] = at(instrument * states + state, day, size);
      });
      return { ns, answers: [...found].map((one) => words[one] ?? "") };
    },
    who: async (asked) => {
      const found: number[][] = asked.map(() => []);
      const ns = timed(asked, 20, (one, i) => {
        const list: number[] = [];
        for (let state = 0; state < states; state += 1) {
          if (at(one.instrument * states + state, one.day, one.size) === 1) list.push(state);
        }
        found[i] = list;
      });
      return { ns, answers: found.map((list) => list.map(stateOf).join(" ")) };
    },
    close: async () => undefined,
  };
};
