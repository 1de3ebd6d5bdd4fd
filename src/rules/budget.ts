/**
 * Budgets by a day: who bears which share, which sums were adopted, who paid and who did not.
 *
 * Law:  S-51 (shares are exact decimal strings, as the source gives them).
 */

import { type Result, some } from "#base";
import type { Version } from "#record";
import { actsAbout, behind, fieldOf, ofKind, spanOf, statedOf, worthOf } from "./items.ts";
import { listAnswer } from "./list.ts";
import type { BudgetItem, ContributionRow, ListAnswer, UnknownWhat } from "./list-answers.ts";
import { notesOf } from "./notes.ts";
import type { Refused } from "./params.ts";
import type { Scene } from "./question.ts";

const sharesOf = (scene: Scene, address: string): BudgetItem["scale"] => {
  const version = scene.record.act(address.slice("act/".length), scene.size);
  const shares = version === undefined ? undefined : fieldOf(version, "shares");
  return (shares as BudgetItem["scale"] | undefined) ?? null;
};

/** The newest sum that any act on a contribution tells: whoever withholds one names none. */
const amountOf = (acts: readonly Version[], state: string, year: string): unknown =>
  ofKind(acts, "contribution.assessed", "contribution.paid", "contribution.withheld")
    .filter((version) => fieldOf(version, "year") === year)
    .filter(({ reading }) => reading.actors?.includes(state))
    .map((version) => fieldOf(version, "amount"))
    .findLast((amount) => amount !== undefined);

const contributionsOf = (
  scene: Scene,
  id: string,
  acts: readonly Version[],
): readonly ContributionRow[] => {
  const prefix = `contribution/${id}/`;
  return scene.record
    .fluentsOf(prefix)
    .toSorted()
    .flatMap((fluent): readonly ContributionRow[] => {
      const span = spanOf(scene, fluent);
      if (span === undefined || span.possible.every((value) => value === "none")) return [];
      const [state = "", year = ""] = fluent.slice(prefix.length).split("/");
      const amount = amountOf(acts, state, year);
      return [{ state, year, ...worthOf(scene, fluent, span), ...some("amount", amount) }];
    });
};

const itemOf = (scene: Scene, address: string): BudgetItem | undefined => {
  const id = address.slice("budget/".length);
  const acts = actsAbout(scene, address);
  if (acts.length === 0) return undefined;
  const span = spanOf(scene, `scale/${id}`);
  const worth = span === undefined ? undefined : worthOf(scene, `scale/${id}`, span);
  return {
    id,
    address,
    scale: worth === undefined ? null : sharesOf(scene, worth.value),
    ...some("from", worth?.since),
    certainty: worth?.certainty ?? "uncertain",
    ...some("possible", worth?.possible),
    contributions: contributionsOf(scene, id, acts),
    adopted: notesOf(ofKind(acts, "budget.adopted")),
    stated: statedOf(scene, address),
    ...behind(scene, acts),
  };
};

const gaps = ({ scale }: BudgetItem): readonly UnknownWhat[] => (scale === null ? ["scale"] : []);

export const budget = (scene: Scene): Result<ListAnswer<BudgetItem>, Refused> => {
  const items = scene.record
    .addresses("budget/")
    .toSorted()
    .flatMap((address) => itemOf(scene, address) ?? []);
  return listAnswer(scene, items, gaps);
};
