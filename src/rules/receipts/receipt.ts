/**
 * The receipt of an answer, `foedus-trace/1`: of what it was asked, from what it was reasoned, what
 * decided, what is missing, what would change it. Ids and codes only (S-20).
 *
 * In:   a scene with its anchor, the question, what one combination of readings came to.
 * Out:  a `Receipt` that bears the hash of its own canonical form. The same pack, the same ledger and
 *       the same question give the same bytes; `verify.ts` runs it again and compares.
 * Law:  charter-language, "Explanation trace".
 */

import { canonical, hex, isoOf, type Json, utf8 } from "#base";
import type { Missing } from "../norms/facts.ts";
import type { Flip } from "../norms/flips.ts";
import type { Reading } from "../norms/readings.ts";
import type { NormStep } from "../norms/step.ts";
import type { Scene } from "../question.ts";
import { engine } from "./anchor.ts";

/** The form of a receipt; another form has another name. */
export const traceFormat = "foedus-trace/1";

/** The question in full, so that it can be put again without anything else. */
export type Asked =
  | { readonly kind: "verdict"; readonly act: string }
  | { readonly kind: "outcome"; readonly body: string; readonly positions: Json }
  | { readonly kind: "duties"; readonly situation: Json };

/** 1: each norm considered with the leaf that decided; 2: every node of its conditions too. */
export type Level = 1 | 2;

export type Ignored = { readonly act: string; readonly reason: string };

/** What one combination of readings came to. */
export type Reasoned = {
  readonly on?: number; // The day, where it is not the scene's.
  readonly reading: Reading;
  readonly question: Asked;
  readonly level: Level;
  readonly verdict: { readonly [axis: string]: unknown };
  readonly decidingNode?: string;
  readonly textSeen: "full" | "part" | "no";
  readonly norms: readonly NormStep[];
  readonly missing: readonly Missing[];
  readonly ignored: readonly Ignored[];
  readonly flips: readonly Flip[];
  readonly flipsComplete: boolean;
};

export type Receipt = Omit<Reasoned, "on"> & {
  readonly format: typeof traceFormat;
  readonly engine: { readonly name: string; readonly version: string };
  readonly org: string;
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string };
  readonly ledger: { readonly head: string; readonly size: number };
  readonly on: string;
  readonly known: string; // `#n`: the first n entries.
  readonly lens: {
    readonly "published-by"?: string;
    readonly "according-to"?: readonly string[];
  };
  readonly hash: string; // Over the canonical form of all the rest.
};

export const receiptOf = (scene: Scene, reasoned: Reasoned): Receipt => {
  const { world, size, shown } = scene;
  const { pack, anchor } = world;
  const { known: _, ...lens } = shown;
  const { on = scene.on, reading, question, level, verdict, ...reasons } = reasoned;
  const whole: Omit<Receipt, "hash"> = {
    format: traceFormat,
    engine,
    org: world.org,
    pack: { id: pack.id, version: pack.version, hash: anchor.packHash },
    ledger: { head: anchor.headAt(size), size },
    on: isoOf(on),
    known: `#${size}`,
    lens,
    reading,
    question,
    level,
    verdict,
    ...reasons,
  };
  const plain = plainOf(whole);
  return { ...plain, hash: hashOf(plain, scene) };
};

/** The receipt as JSON has it: what is not known is not there. */
const plainOf = <T extends object>(whole: T): T => JSON.parse(JSON.stringify(whole));

/** `sha256:` and the hash of the canonical text (RFC 8785) of a receipt without its hash. */
export const hashOf = (whole: object, { world: { anchor } }: Pick<Scene, "world">): string =>
  `sha256:${hex(anchor.hash(utf8(canonical(whole as Json))))}`;
