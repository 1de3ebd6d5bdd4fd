/**
 * One answer for each combination of the axes that the reasoning touches, and for no others (S-15).
 *
 * In:   the options of each axis on a day; a run that asks for an option where it needs one.
 * Out:  the answers, each with the options it was given under, in a fixed order; `capped` where
 *       there would have been more than sixteen.
 *
 * The run is a path through a tree: where it first asks for an axis, the tree branches. Walking that
 * tree gives exactly the combinations touched, since an axis that is asked for only under one option
 * of another does not multiply the rest.
 */

export type Reading = { readonly [axis: string]: string };
export type Choose = (axis: string) => string | undefined;
export type Read<T> = { readonly reading: Reading; readonly answer: T };

export const mostReadings = 16;

type Turn = { readonly axis: string; readonly options: readonly string[]; at: number };

export const underReadings = <T>(
  optionsOf: (axis: string) => readonly string[],
  run: (choose: Choose) => T,
): { readonly readings: readonly Read<T>[]; readonly capped: boolean } => {
  const path: Turn[] = [];
  const readings: Read<T>[] = [];
  for (;;) {
    const used = new Map<string, string>();
    const answer = run((axis) => {
      const known = used.get(axis);
      if (known !== undefined) return known;
      const turn = path[used.size] ?? { axis, options: optionsOf(axis), at: 0 };
      if (turn.options.length === 0) return undefined;
      path[used.size] = turn;
      const option = turn.options[turn.at];
      if (option !== undefined) used.set(axis, option);
      return option;
    });
    readings.push({ reading: Object.fromEntries([...used].sort()), answer });
    path.length = used.size;
    while (path.length > 0 && isSpent(path[path.length - 1])) path.pop();
    const last = path[path.length - 1];
    if (last === undefined) return { readings, capped: false };
    if (readings.length === mostReadings) return { readings, capped: true };
    last.at += 1;
  }
};

const isSpent = (turn: Turn | undefined): boolean =>
  turn !== undefined && turn.at + 1 >= turn.options.length;
