/**
 * What the HTTP interface needs of the world, handed in by whoever starts it.
 *
 * Out:  types only. `makeApp` knows no clock, disk, environment or network; a test gives it an
 *       invented world, `start.ts` the real one.
 */

import type { Hash, Instant } from "#base";
import type { Pack } from "#charter";
import type { Head } from "#ledger";
import type { Library } from "#record";
import type { Anchor } from "#rules";
import type { Assets } from "./assets.ts";
import type { Render } from "./contract.ts";

/** An organization whose ledger was read; nothing here changes while the server runs. */
export type Organization = {
  readonly org: string;
  readonly pack: Pack;
  readonly packHash: string;
  readonly library: Library;
  readonly anchor: Anchor;
  readonly head: Head & { readonly at?: Instant }; // `at`: when the last entry was recorded
  readonly log: {
    readonly vkey: string;
    /** A file of the log by its path; undefined where there is none such. */
    readonly file: (path: string) => Promise<Uint8Array | undefined>;
  };
};

export type AppPorts = {
  /** By their ids, in the order in which pages name them; `/` leads to the first. */
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly render: Render;
  readonly assets: Assets;
  readonly now: () => Instant;
  readonly hash: Hash;
  /** A mark of the program itself: another build may word the same answer differently. */
  readonly build: string;
  /** Told of each mistake of ours; the client learns nothing of it. */
  readonly report: (error: unknown) => void;
};
