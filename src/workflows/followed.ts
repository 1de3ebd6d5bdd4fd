/**
 * What a ledger last followed, kept so that a reader need not parse the files again (S-31).
 */

import { canonical } from "#base";
import type { Entry } from "#ledger";

/** The name it is kept under. */
export const followed = "followed.json";

/** The files, the pack, and what of the ledger depends on them. */
export const canonicalFollow = (files: string, pack: string, entries: readonly Entry[]): string => {
  const released = entries.filter(({ act }) => act.release !== undefined);
  const adopted = entries.findLast(({ act }) => act.kind === "charter.adopted");
  return canonical({
    files,
    pack,
    released: released.length,
    adopted: adopted?.act.id ?? "",
  });
};
