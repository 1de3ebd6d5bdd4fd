/**
 * Loops among things that each name at most one other: parents of bodies, instruments that enter
 * into force with another.
 */

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
