/**
 * Runs the tests of norms: environments, bearers, and the acts that a name may stand for.
 */

import type { ActLeaf, Condition, FindingLeaf } from "#charter";
import { doneBy, isFinding } from "./acts.ts";
import type { Env, Node, Test, Thing } from "./env.ts";
import type { Deed, Facts, Missing, Seat, Situation } from "./facts.ts";
import type { Turned } from "./flips.ts";
import type { Compiled } from "./law.ts";
import type { Choose } from "./readings.ts";
import { and, type Truth } from "./truth.ts";
import { bearerName, isAbout, plainOf, readerOf } from "./values.ts";

/** What runs of one answer share. */
export type Run = {
  readonly facts: Facts;
  readonly choose: Choose;
  readonly ignored: Map<string, string>;
  readonly outcomeOf?: Env["outcomeOf"]; // See `procedures/outcome.ts`.
  readonly turned?: Turned;
  readonly saw?: Env["saw"] | undefined;
  readonly isFull: boolean; // Whether every node is kept (level 2).
};

export const envOf = (run: Run, names: Iterable<readonly [string, Thing | undefined]>): Env => ({
  facts: run.facts,
  names: new Map(names),
  pinned: new Map(),
  option: run.choose,
  outcomeOf: run.outcomeOf ?? (() => undefined),
  missing: [],
  ignored: run.ignored,
  flipped: run.turned?.leaves ?? new Map(),
  saw: run.saw,
  wouldMake: "met",
  provision: undefined,
  node: "",
  kids: run.isFull ? [] : undefined,
  detail: {},
});

/** What one test came to. */
export type Found = {
  readonly truth: Truth;
  readonly node: string;
  readonly missing: readonly Missing[];
  readonly tree?: Node;
};

/** Runs one test in an environment; `wouldMake` says what it would make true. */
export const found = (env: Env, test: Test, wouldMake: string): Found => {
  env.missing.length = 0;
  env.wouldMake = wouldMake;
  if (env.kids !== undefined) env.kids = [];
  const truth = test(env);
  const [tree] = env.kids ?? [];
  return {
    truth,
    node: env.node,
    missing: [...env.missing],
    ...(tree !== undefined && { tree }),
  };
};

export type BearerSeat = Seat & { readonly missing: readonly Missing[]; readonly node?: string };

/** Who bears or holds a norm, each with how sure that is. */
export const bearersOf = (env: Env, { bearer }: Compiled): readonly BearerSeat[] => {
  if (bearer === undefined) return [];
  const { each, set, where, one } = bearer;
  if (set === undefined || each === undefined) {
    const thing = one === undefined || typeof one === "object" ? undefined : readerOf(one)(env);
    return thing === undefined
      ? []
      : [{ state: String(plainOf(thing)), truth: "true", missing: [] }];
  }
  const seats: BearerSeat[] = [];
  for (const seat of set(env)) {
    env.names.set(each, seat.state);
    const inner = where === undefined ? undefined : found(env, where, "bound");
    const truth = inner === undefined ? seat.truth : and(seat.truth, inner.truth);
    if (truth === "false") continue;
    const because = seat.because === undefined ? [] : [seat.because];
    seats.push({
      ...seat,
      truth,
      missing: truth === "true" ? [] : [...because, ...(inner?.missing ?? [])],
    });
  }
  env.names.delete(each);
  return seats;
};

/** Binds a bearer under the norm's own name and under the one that `knownOn` looks for. */
export const bindBearer = (env: Env, { bearer }: Compiled, state: string): void => {
  if (bearer?.each !== undefined) env.names.set(bearer.each, state);
  env.names.set(bearerName, state);
};

type Named = {
  readonly as: string;
  readonly deeds: (facts: Facts) => readonly Deed[];
  readonly isOfSituation: boolean; // The condition asks for an act about the situation itself.
};

/** Names that a condition binds to acts, outside of `not` and quantifiers, in order. */
export const namedIn = (node: Condition): readonly Named[] => {
  if ("all" in node) return node.all.flatMap(namedIn);
  if ("any" in node) return node.any.flatMap(namedIn);
  if ("atLeast" in node) return node.atLeast.of.flatMap(namedIn);
  if ("act" in node) return namedAct(node.act);
  return "finding" in node ? namedFinding(node.finding) : [];
};

const namedAct = ({ as, deed, about }: ActLeaf): readonly Named[] =>
  as === undefined
    ? []
    : [{ as, deeds: (facts) => facts.acts(deed), isOfSituation: about === "$s" }];

const namedFinding = ({ as, kind, about }: FindingLeaf): readonly Named[] =>
  as === undefined
    ? []
    : [
        {
          as,
          isOfSituation: about === "$s",
          deeds: (facts) => facts.acts("find").filter((deed) => isFinding(facts, deed, kind)),
        },
      ];

/** More instances of one trigger than this help nobody; the earliest acts stand. */
export const mostInstances = 64;

/**
 * The ways in which names of a trigger may stand for acts: each act that may have been done by the
 * day gives an instance of its own, so that two requests are two triggers. An act about another
 * situation triggers nothing here.
 */
export const instancesOf = (
  facts: Facts,
  named: readonly Named[],
  situation: Situation,
): readonly ReadonlyMap<string, Deed>[] => {
  const choices = new Map<string, readonly Deed[]>();
  const isAboutIt = ({ about }: Deed): boolean => about.some((one) => isAbout(one, situation));
  for (const { as, deeds, isOfSituation } of named) {
    const fit = deeds(facts)
      .filter(({ occurred }) => doneBy(occurred, facts.on) !== "false")
      .filter((deed) => !isOfSituation || isAboutIt(deed));
    choices.set(as, [...(choices.get(as) ?? []), ...fit]);
  }
  let instances: ReadonlyMap<string, Deed>[] = [new Map()];
  for (const [as, deeds] of choices) {
    if (deeds.length === 0) continue;
    instances = instances
      .flatMap((one) => deeds.map((deed) => new Map(one).set(as, deed)))
      .slice(0, mostInstances);
  }
  return instances;
};
