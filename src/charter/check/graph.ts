/**
 * Loops among things that each name at most one other: parents of bodies, instruments that enter
 * into force with another.
 */

/** Circles among things that name any number of others, each told once, by the first in it. */
export const circles = (
  next: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] => {
  const done = new Set<string>();
  const path: string[] = [];
  const found: (readonly string[])[] = [];
  const visit = (at: string): void => {
    const from = path.indexOf(at);
    if (from >= 0) found.push(path.slice(from));
    if (from >= 0 || done.has(at)) return;
    path.push(at);
    for (const one of next.get(at) ?? []) visit(one);
    path.pop();
    done.add(at);
  };
  for (const start of next.keys()) visit(start);
  return found;
};

/** The members of loops, each loop told once, by the member that comes first. */
export const loops = (
  next: ReadonlyMap<string, string | undefined>,
): readonly (readonly string[])[] => {
  const done = new Set<string>();
  const found: (readonly string[])[] = [];
  for (const start of next.keys()) {
    const path: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at)) {
      done.add(at);
      path.push(at);
      at = next.get(at);
    }
    const from = at === undefined ? -1 : path.indexOf(at);
    if (from >= 0) found.push(path.slice(from));
  }
  return found;
};
