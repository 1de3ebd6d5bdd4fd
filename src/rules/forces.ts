/**
 * The forces that exist on a day, who contributes to them, and what sources state of them.
 *
 * Law:  S-6 (strengths stand side by side, none is made the true one), S-51.
 */

import { type Result, refuse, some } from "#base";
import { actsAbout, behind, beingSince, mayBe, spanOf, statedOf, worthOf } from "./items.ts";
import { listAnswer } from "./list.ts";
import type { Contributor, ForceItem, ListAnswer, UnknownWhat } from "./list-answers.ts";
import { bad, type Refused } from "./params.ts";
import { certaintyOf, type Scene } from "./question.ts";

const contributorsOf = (scene: Scene, id: string): readonly Contributor[] => {
  const prefix = `contributes/${id}/`;
  return scene.record
    .fluentsOf(prefix)
    .toSorted()
    .flatMap((fluent): readonly Contributor[] => {
      const span = spanOf(scene, fluent);
      if (span === undefined || !mayBe(span, "contributing")) return [];
      const { value: _, ...worth } = worthOf(scene, fluent, span);
      return [{ state: fluent.slice(prefix.length), ...worth }];
    });
};

const itemOf = (scene: Scene, id: string): ForceItem | undefined => {
  const force = scene.world.pack.forces.get(id);
  if (force === undefined) return undefined;
  const address = `force/${id}`;
  const span = spanOf(scene, address);
  const isOpen = span === undefined || span.value === "unknown";
  if (!isOpen && !mayBe(span, "established")) return undefined;
  const since = isOpen ? undefined : beingSince(scene, address, span);
  return {
    id,
    address,
    ...some("aliases", force.aliases),
    class: force.class,
    ...some("since", since),
    ...(isOpen ? { certainty: "uncertain" as const } : certaintyOf(span)),
    contributors: contributorsOf(scene, id),
    stated: statedOf(scene, address),
    ...behind(scene, actsAbout(scene, address)),
  };
};

const gaps = ({ since, contributors }: ForceItem): readonly UnknownWhat[] => [
  ...(since === undefined ? ["founding" as const] : []),
  ...(contributors.length === 0 ? ["contributors" as const] : []),
];

export const forces = (scene: Scene): Result<ListAnswer<ForceItem>, Refused> => {
  const { forces: all } = scene.world.pack;
  const wanted = scene.texts["class"];
  const classes = [...new Set([...all.values()].map((force) => force.class))].sort();
  if (wanted !== undefined && !classes.some((one) => one === wanted)) {
    return refuse(bad("class", "query.word", wanted.slice(0, 80), classes.join(", ")));
  }
  const items = [...all.keys()]
    .flatMap((id) => itemOf(scene, id) ?? [])
    .filter((item) => wanted === undefined || item.class === wanted);
  return listAnswer(scene, items, gaps);
};
