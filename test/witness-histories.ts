/**
 * Logs that keep to one history, and logs that do not, each the same for the same seed.
 *
 * In:   a seed.
 * Out:  the files that a witness is shown one after the other; for a fork also what must come of it.
 *
 * The entries are no acts: a witness compares trees, and `verify` judges what stands in them.
 */
import { createHash } from "node:crypto";
import { type Files, filesOf } from "./log-writer.ts";

export type Below = (limit: number) => number;

/** Whole numbers below a limit, in a sequence of their own for each seed. */
export const numbers = (seed: string): Below => {
  let turn = 0;
  return (limit) => {
    const digest = createHash("sha256").update(`witness ${seed} ${turn++}`).digest();
    return digest.readUIntBE(0, 6) % limit;
  };
};

type Entries = readonly Buffer[];

const entry = (of: string, at: number): Buffer => Buffer.from(`${of} ${at}`);

const honest = (size: number): Entries => Array.from({ length: size }, (_, at) => entry("e", at));

/** Another history than the first `seen` entries; whatever comes behind them. */
type Fork = (entries: Entries, seen: number, below: Below) => Entries;

const forks: Readonly<Record<string, Fork>> = {
  "an entry is rewritten": (entries, seen, below) => entries.with(below(seen), entry("x", 0)),
  "an entry is dropped": (entries, seen, below) => entries.toSpliced(below(seen), 1),
  "an entry is put in": (entries, seen, below) => entries.toSpliced(below(seen), 0, entry("x", 0)),
  "two entries change places": (entries, seen, below) => {
    const at = below(seen - 1);
    return entries.toSpliced(at, 2, ...entries.slice(at, at + 2).reverse());
  },
  "another last entry": (entries, seen) => entries.with(seen - 1, entry("x", 0)),
  "all is other": (entries) => entries.map((_, at) => entry("x", at)),
  "other entries of the same number": (entries, seen, below) =>
    entries.slice(0, seen).with(below(seen), entry("x", 0)),
  "put back to a backup": (entries, seen, below) => entries.slice(0, below(seen)),
  "put back, and gone on": (entries, seen, below) => [
    ...entries.slice(0, below(seen)),
    ...Array.from({ length: seen + 1 }, (_, at) => entry("x", at)),
  ],
};

export const forkNames: readonly string[] = Object.keys(forks);

export type Forked = { readonly name: string; readonly seen: Files; readonly shown: Files };

/** What a witness saw, and the other history that it is shown. */
export const forked = (seed: number): Forked => {
  const below = numbers(`fork ${seed}`);
  const name = forkNames[seed % forkNames.length] ?? "";
  const seen = 2 + below(600);
  const entries = honest(seen + 1 + below(300));
  const other = forks[name]?.(entries, seen, below) ?? [];
  return { name, seen: filesOf(entries.slice(0, seen)), shown: filesOf(other) };
};

/** The states of an honest log, each at least as large as the one before. */
export const growing = (seed: number): readonly Files[] => {
  const below = numbers(`growing ${seed}`);
  let size = below(300);
  return Array.from({ length: 4 }, () => {
    size += below(3) === 0 ? 0 : below(200);
    return filesOf(honest(size));
  });
};
