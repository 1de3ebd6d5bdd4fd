/**
 * The root of the public record: over the acts of the releases alone, so that every installation
 * finds the same one, whatever it entered of its own (S-8).
 */

import { canonicalEntry, type Hash, hex, utf8 } from "#base";
import { type Entry, leafHash, rootOf } from "#ledger";

/** Lower-case hex of the RFC 6962 root over the canonical bytes of each released `act`. */
export const releaseRoot = (entries: readonly Entry[], hash: Hash): string => {
  const released = entries.filter(({ act }) => act.release !== undefined);
  return hex(
    rootOf(
      released.map(({ act }) => leafHash(utf8(canonicalEntry(act)), hash)),
      hash,
    ),
  );
};
