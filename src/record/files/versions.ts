/**
 * Acts written more than once: a correction for each later version, a retraction at the end (S-8).
 *
 * In:   what is written, in order of release.
 * Out:  the life of each act, the version each writing ends, and what is wrong with the chain.
 */

import type { Located } from "#charter";
import type { Life } from "./lists.ts";
import { placeText, slip } from "./place.ts";
import type { Files, Written } from "./read.ts";
import type { RetractedAct, WrittenAct } from "./schema.ts";

export const isRetracted = (act: WrittenAct): act is RetractedAct => "retract" in act;

export const releaseOf = ({ release }: WrittenAct): number => release ?? 1;

type Standing = {
  readonly version: number;
  readonly release: number;
  readonly isGone: boolean;
  readonly written: Written<WrittenAct>;
};

export type Versions = {
  readonly lives: ReadonlyMap<string, Life>;
  /** The version that a correction or retraction ends. */
  readonly ends: ReadonlyMap<Written<WrittenAct>, number>;
  readonly errors: readonly Located[];
};

type Step = { readonly next: Standing | undefined; readonly error: Located | undefined };

/** A second writing of an act that stands. */
const again = (written: Written<WrittenAct>, before: Standing): Step => {
  const act = written.value;
  const release = releaseOf(act);
  const wrong = (at: string, code: string, found: unknown, accepted: string): Step => ({
    next: before,
    error: slip(written, at, code, found, accepted),
  });
  if (release === before.release) {
    return wrong("/id", "id.duplicate", act.id, placeText(before.written));
  }
  if (before.isGone) return wrong("/id", "act.retracted", act.id, placeText(before.written));
  if (isRetracted(act)) {
    return { next: { ...before, release, isGone: true, written }, error: undefined };
  }
  if (act.corrects === undefined) {
    return wrong("/id", "id.duplicate", act.id, `corrects: { version: ${before.version}, ground }`);
  }
  const { version } = act.corrects;
  if (version !== before.version) {
    return wrong("/corrects/version", "correct.version", version, `${before.version}`);
  }
  return { next: { ...before, version: version + 1, release, written }, error: undefined };
};

/** The first writing of an act. */
const first = (written: Written<WrittenAct>, isLost: boolean): Step => {
  const act = written.value;
  const next = { version: 1, release: releaseOf(act), isGone: isRetracted(act), written };
  if (isRetracted(act)) {
    const error = slip(written, "/id", "retract.unknown", act.id, "id of an act, earlier release");
    return { next: undefined, error: isLost ? undefined : error };
  }
  if (act.corrects === undefined || isLost) return { next, error: undefined };
  const error = slip(
    written,
    "/corrects",
    "correct.unknown",
    act.id,
    "id of an act, earlier release",
  );
  return { next, error };
};

/** Follows every act through the releases. */
export const versionsOf = ({ acts, unsound }: Pick<Files, "acts" | "unsound">): Versions => {
  const standing = new Map<string, Standing>();
  const lives = new Map<string, Life>();
  const ends = new Map<Written<WrittenAct>, number>();
  const errors: Located[] = [];
  const inOrder = acts.toSorted((a, b) => releaseOf(a.value) - releaseOf(b.value));
  for (const written of inOrder) {
    const { id } = written.value;
    const before = standing.get(id);
    const step =
      before === undefined ? first(written, unsound.has("acts")) : again(written, before);
    if (step.error !== undefined) errors.push(step.error);
    if (step.next === undefined || step.next === before) continue;
    if (before !== undefined) ends.set(written, before.version);
    standing.set(id, step.next);
    const from = lives.get(id)?.from ?? step.next.release;
    lives.set(id, { from, until: step.next.isGone ? step.next.release : undefined });
  }
  return { lives, ends, errors };
};

/** Acts that come after each other in a circle, by the `after` of their last versions. */
export const circleErrors = (acts: readonly Written<WrittenAct>[]): readonly Located[] => {
  const last = new Map<string, Written<WrittenAct>>();
  for (const written of acts) last.set(written.value.id, written);
  const state = new Map<string, "open" | "done">();
  const errors: Located[] = [];
  const visit = (id: string): void => {
    const written = last.get(id);
    if (written === undefined || isRetracted(written.value) || state.has(id)) return;
    state.set(id, "open");
    written.value.after?.forEach((other, place) => {
      if (other !== id && state.get(other) === "open") {
        errors.push(slip(written, `/after/${place}`, "ref.circle", other, `${id} | ${other}`));
      }
      visit(other);
    });
    state.set(id, "done");
  };
  for (const id of last.keys()) visit(id);
  return errors;
};
