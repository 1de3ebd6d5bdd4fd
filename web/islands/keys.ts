/**
 * The slider by keyboard: arrows by a day (the browser's own), Page Up and Page Down by a month,
 * an arrow with Shift by a year, N and P to the next and the previous change.
 */
import { type Day, dayFrom, lastOfMonth, partsOf } from "#base";
import { nextChange, previousChange } from "../parts/members/changes.ts";
import type { MembersView } from "../parts/members/data.ts";

/** So many months away; a day that the month lacks becomes its last. */
export const monthsFrom = (day: Day, months: number): Day => {
  const { year, month, day: n } = partsOf(day);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayFrom(toYear, toMonth, Math.min(n, lastOfMonth(toYear, toMonth))) ?? day;
};

type Key = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

/** The day to which a key leads; undefined: the key is not ours. */
export const dayByKey = (view: MembersView, day: Day, pressed: Key): Day | undefined => {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = pressed;
  if (ctrlKey || metaKey || altKey) return undefined;
  const up = key === "ArrowUp" || key === "ArrowRight";
  if (up || key === "ArrowDown" || key === "ArrowLeft") {
    return shiftKey ? monthsFrom(day, up ? 12 : -12) : undefined;
  }
  switch (key) {
    case "PageUp":
      return monthsFrom(day, 1);
    case "PageDown":
      return monthsFrom(day, -1);
    case "n":
    case "N":
      return nextChange(view, day) ?? day;
    case "p":
    case "P":
      return previousChange(view, day) ?? day;
    default:
      return undefined;
  }
};
