/**
 * What receipts are anchored in: the law by its hash, the ledger by its head at any size, the engine.
 *
 * In:   the entries, the pack's hash, a synchronous SHA-256.
 * Out:  `Anchor`. Heads are kept once computed: a reader asks for the same few over and over.
 */

import { type Hash, hex, utf8 } from "#base";
import { type Entry, emptyFrontier, leafHash } from "#ledger";

/** Whoever changes what the engine answers raises the version; a test compares the package's. */
export const engine = { name: "foedus", version: "0.0.0" } as const;

export type Anchor = {
  readonly packHash: string;
  readonly hash: Hash;
  /** `sha256:` and the root over the first entries. */
  readonly headAt: (size: number) => string;
};

export const anchorOf = (entries: readonly Entry[], packHash: string, hash: Hash): Anchor => {
  const heads = new Map<number, string>();
  let grown = emptyFrontier(hash);
  const headAt = (size: number): string => {
    if (size < grown.size()) grown = emptyFrontier(hash);
    for (const { text } of entries.slice(grown.size(), size)) {
      grown.append(leafHash(utf8(text), hash));
    }
    if (grown.size() < size) throw new RangeError(`there are no ${size} entries`);
    return `sha256:${hex(grown.root())}`;
  };
  return {
    packHash,
    hash,
    headAt: (size) => {
      const head = heads.get(size) ?? headAt(size);
      heads.set(size, head);
      return head;
    },
  };
};
