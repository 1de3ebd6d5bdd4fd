/**
 * The day that a page shows, and who follows it.
 *
 * However often the hand moves, listeners hear at most once a frame, and only the latest day.
 */
import { useEffect, useState } from "preact/hooks";
import type { Day } from "#base";

export type DayStore = {
  readonly get: () => Day;
  readonly go: (day: Day) => void;
  readonly listen: (listener: (day: Day) => void) => () => void;
};

export const dayStore = (first: Day): DayStore => {
  let day = first;
  let waiting = false;
  const listeners = new Set<(day: Day) => void>();
  const tell = () => {
    waiting = false;
    for (const listener of listeners) listener(day);
  };
  return {
    get: () => day,
    go: (next) => {
      if (next === day) return;
      day = next;
      if (!waiting) requestAnimationFrame(tell);
      waiting = true;
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Calls `then` with the day once it has rested for so many milliseconds. */
export const rested = (milliseconds: number, then: (day: Day) => void): ((day: Day) => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (day) => {
    clearTimeout(timer);
    timer = setTimeout(then, milliseconds, day);
  };
};

/** The day, at once or after a rest. */
export const useDay = (store: DayStore, rest: number): Day => {
  const [day, setDay] = useState(store.get);
  useEffect(() => store.listen(rest === 0 ? setDay : rested(rest, setDay)), [store, rest]);
  return day;
};
