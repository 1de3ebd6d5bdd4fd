/**
 * Corrections and retractions, known by now, of acts on which a value rests or once rested (S-11).
 *
 * In:   a scene, the name of a fluent, the acts that speak of it.
 * Out:  which act mended which, and on what ground.
 */

import type { Pack } from "#charter";
import type { Version } from "#record";
import type { MendRow } from "./answers.ts";
import type { Scene } from "./question.ts";
import { addressOf } from "./subjects.ts";

/** The instruments on whose life a fluent rests. */
const instrumentsBehind = (pack: Pack, name: string): ReadonlySet<string> => {
  const [type, id = ""] = name.split("/");
  const own =
    type === "membership"
      ? pack.membership.instruments
      : type === "provision"
        ? (pack.provisions.get(id)?.versions.map(({ from }) => from.inForce) ?? [])
        : type === "body"
          ? [pack.bodies.get(id)?.from?.inForce ?? id]
          : [id];
  const all = new Set(own);
  for (const instrument of all) {
    const life = pack.instruments.get(instrument)?.life;
    if (life?.prolongation !== undefined) all.add(life.prolongation.by);
    if (life !== undefined && "with" in life.force) all.add(life.force.with);
  }
  return all;
};

/** Whether an act, as it once stood, bears on the fluent. */
const bears = (
  { act, reading, rivals }: Version,
  name: string,
  instruments: ReadonlySet<string>,
  own: ReadonlySet<string>,
): boolean => {
  const about = act.about ?? [];
  if (about.includes(name) || about.includes(addressOf(name))) return true;
  const places = about.filter((address) => instruments.has(address.split("/")[1] ?? ""));
  if (places.length === 0) return false;
  const [type, first = "", second = first] = name.split("/");
  if (type !== "membership" && type !== "status") return true;
  const actors = [reading, ...rivals.map((rival) => rival.reading)].flatMap((r) => r.actors ?? []);
  if (actors.length === 0 || actors.includes(second)) return true;
  return places.some((address) => !own.has(address.split("/")[1] ?? ""));
};

export const mended = (
  { record, size, world: { pack } }: Scene,
  name: string,
  acts: readonly Version[],
): readonly MendRow[] => {
  const named = new Set(acts.map(({ act }) => act.id));
  const instruments = instrumentsBehind(pack, name);
  const own = new Set(
    [...instruments].filter((id) => {
      const force = pack.instruments.get(id)?.life.force;
      return (
        pack.membership.instruments.includes(id) && force !== undefined && !("deposits" in force)
      );
    }),
  );
  return record.history.mending.flatMap(({ act, seq }): readonly MendRow[] => {
    if (seq >= size || act.mode !== "performed" || act.supersedes === undefined) return [];
    const { id } = act.supersedes;
    const isNear = record.versions(id).some((version) => bears(version, name, instruments, own));
    if (!named.has(id) && !isNear) return [];
    const { ground } = act;
    const retracted = act.kind === "act.retracted";
    return [{ act: act.id, mends: id, retracted, ...(ground !== undefined && { ground }) }];
  });
};
