/**
 * The options of an axis that anybody held on a day (S-15): a reading first claimed in 2023 judges
 * nothing of 2009.
 */

import { type Day, dayOf } from "#base";
import type { Pack } from "#charter";

export const optionsOn = (pack: Pack, axis: string, day: Day): readonly string[] =>
  [...(pack.axes.get(axis)?.options.values() ?? [])]
    .filter(({ from }) => from === undefined || (dayOf(from) ?? 0) <= day)
    .map(({ id }) => id);
