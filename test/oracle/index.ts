/**
 * The oracle: what a fluent may be on a day, found by walking through every placing of every act.
 *
 * In:   a pack, the entries of a ledger, a lens, how many entries are known.
 * Out:  value, certainty and possible values, as docs/explanation/time.md says in words.
 *
 * It shares nothing with the record that it checks, and it is slow on purpose.
 */

import type { Day } from "#base";
import type { Pack } from "#charter";
import type { Entry } from "#ledger";
import { bothForces, forceEvents, overview, statusEvents } from "./events.ts";
import { type Course, choices, type Fluent, orderIn, valueIn } from "./last.ts";
import { concerns, dayIn, forceOf, lifeOf, type World } from "./law.ts";
import { type Placing, placings, type Range, tiedTo } from "./placing.ts";
import { type Glass, isStrict, seenThrough, type Told } from "./reading.ts";

export { TooMany } from "./placing.ts";

export type Expected = {
  readonly value: string;
  readonly certainty: "certain" | "uncertain" | "disputed";
  readonly possible: readonly string[];
};

const fluentOf = (pack: Pack, name: string): Fluent => {
  const [type = "", id = ""] = name.split("/");
  if (type === "membership") return { name, type, id, instruments: pack.membership.instruments };
  if (type !== "provision") return { name, type, id, instruments: [id] };
  const { versions = [], instrument = "" } = pack.provisions.get(id) ?? {};
  return { name, type, id, instruments: [instrument, ...versions.map(({ from }) => from.inForce)] };
};

/** The instruments that decide about some, through commencement and prolongation. */
const closure = (pack: Pack, some: readonly string[]): ReadonlySet<string> => {
  const all = new Set(some);
  for (const id of all) {
    const { force, prolongation } = lifeOf({ pack, acts: [], options: {} }, id);
    if ("with" in force) all.add(force.with);
    if (prolongation !== undefined) all.add(prolongation.by);
  }
  return all;
};

const isStatementOn = (act: Told, { name }: Fluent): boolean =>
  act.kind === "source.stated" && act.about.includes(name) && act.says["value"] !== undefined;

const statusesIn = (fluent: Fluent): readonly (readonly [string, string])[] => {
  if (fluent.type === "membership") return fluent.instruments.map((one) => [one, fluent.id]);
  const [, instrument = "", state = ""] = fluent.name.split("/");
  return [[instrument, state]];
};

/** The courses of the fluent in each placing, from acts other than statements. */
const lawCourses = (
  world: World,
  fluent: Fluent,
  all: readonly Placing[],
  strict: boolean,
): readonly Course[] => {
  if (fluent.type === "in-force") {
    const seen = overview(world, fluent.id, "", all);
    return all.map((placing) => [
      { first: "not-in-force", events: forceEvents(world, fluent.id, placing, seen) },
    ]);
  }
  if (fluent.type === "provision") {
    if (strict) return all.map(() => [{ first: "none", events: [] }]);
    const { versions = [], instrument = "" } = world.pack.provisions.get(fluent.id) ?? {};
    const seen = overview(world, instrument, "", all);
    return all.map((placing) => [
      {
        first: "none",
        events: versions.flatMap(({ n, from }) => {
          const entered = forceOf(world, from.inForce, placing);
          return entered === undefined ? [] : [{ ...entered, value: String(n), rank: n }];
        }),
      },
      { first: "not-in-force", events: forceEvents(world, instrument, placing, seen) },
    ]);
  }
  const pairs = statusesIn(fluent).map(
    ([instrument, state]) => [instrument, state, overview(world, instrument, state, all)] as const,
  );
  return all.flatMap((placing) =>
    pairs.reduce<readonly Course[]>(
      (courses, [instrument, state, seen]) => {
        const lists = statusEvents(world, instrument, state, placing, seen);
        return courses.flatMap((course) =>
          lists.map((events) => [...course, { first: "none", events }]),
        );
      },
      [[]],
    ),
  );
};

const statementCourses = (
  world: World,
  fluent: Fluent,
  all: readonly Placing[],
): readonly Course[] =>
  all.map((placing) => [
    {
      first: "unknown",
      events: world.acts
        .filter((act) => isStatementOn(act, fluent))
        .map((act) => ({
          day: dayIn(placing, act),
          value: String(act.says["value"]),
          acts: [act.id],
        })),
    },
  ]);

/** The other ways to read: each contested claim, each other option, each force that is computed. */
const worldsOf = (
  pack: Pack,
  entries: readonly Entry[],
  glass: Glass,
  instruments: ReadonlySet<string>,
): { readonly first: World; readonly others: readonly World[] } => {
  const { base, rivals } = seenThrough(entries, glass);
  const first: World = { pack, acts: base, options: {} };
  const others: World[] = rivals.map(([{ act }, told]) => ({
    ...first,
    acts: base.map((one) => (one.id === act ? told : one)),
  }));
  for (const id of instruments) {
    const gap = lifeOf(first, id).prolongation?.gap;
    if (gap === undefined || typeof gap === "string") continue;
    const axis = pack.axes.get(gap.axis);
    for (const option of axis?.options.keys() ?? []) {
      if (option !== axis?.displayReading)
        others.push({ ...first, options: { [gap.axis]: option } });
    }
  }
  return { first, others };
};

/** The instruments whose force is asserted and computed, each for one sure day, and not the same. */
const computedElsewhere = (
  world: World,
  instruments: ReadonlySet<string>,
  all: readonly Placing[],
): readonly World[] =>
  [...instruments].flatMap((id) => {
    const both = all.map((placing) => bothForces(world, id, placing));
    const asserted = new Set(both.map(([one]) => one?.day));
    const computed = new Set(both.map(([, one]) => one?.day));
    const [one] = asserted;
    const [other] = computed;
    const isSure = asserted.size === 1 && computed.size === 1;
    const isTwo = one !== undefined && other !== undefined && one !== other;
    return isSure && isTwo ? [{ ...world, computed: id }] : [];
  });

/** Whether some act other than a statement names the state and is about its instruments. */
const speaksOf = (acts: readonly Told[], fluent: Fluent): boolean =>
  statusesIn(fluent).some(([instrument, state]) =>
    acts.some((act) => concerns(act, instrument) && act.actors?.includes(state)),
  );

/** All that a fluent may be, day by day. */
export const oracle = (
  pack: Pack,
  entries: readonly Entry[],
  glass: Glass,
  size: number,
  name: string,
  asked: Range,
): ((on: Day) => Expected) => {
  const fluent = fluentOf(pack, name);
  const instruments = closure(pack, fluent.instruments);
  const { first, others } = worldsOf(pack, entries.slice(0, size), glass, instruments);
  const placed = (world: World): readonly Placing[] => {
    const matters = world.acts.filter(
      (act) => isStatementOn(act, fluent) || [...instruments].some((one) => concerns(act, one)),
    );
    return placings(tiedTo(matters, world.acts), world.acts, asked);
  };
  const base = placed(first);
  const worlds = [first, ...others, ...computedElsewhere(first, instruments, base)];
  const strict = isStrict(glass);
  const all = worlds.map((world) => {
    const found = world === first ? base : placed(world);
    return { world, found, courses: lawCourses(world, fluent, found, strict) };
  });
  const isSilent =
    fluent.type === "membership" || fluent.type === "status"
      ? !worlds.some(({ acts }) => speaksOf(acts, fluent))
      : (all[0]?.courses ?? []).every((course) =>
          course.slice(0, 1).every(({ events }) => events.length === 0),
        );
  const isStated = worlds.some(({ acts }) => acts.some((act) => isStatementOn(act, fluent)));
  return (on) => {
    if (isSilent && !isStated && strict) {
      return { value: "unknown", certainty: "uncertain", possible: ["unknown"] };
    }
    const sets = all.map(({ world, found, courses }) => {
      const used = isSilent && isStated ? statementCourses(world, fluent, found) : courses;
      const follows = orderIn(pack, world.acts);
      const values = used
        .flatMap((course) => choices(course, on, follows))
        .map((one) => valueIn(pack, fluent, one));
      return [...new Set(values)].sort();
    });
    return judged(sets);
  };
};

/** One answer out of what each way of reading gives; the first is that of the preferred claims. */
const judged = (sets: readonly (readonly string[])[]): Expected => {
  const [first = []] = sets;
  const possible = [...new Set(sets.flat())].sort();
  const [value = "none"] = first;
  if (first.length > 1) return { value: "uncertain", certainty: "uncertain", possible };
  const isSame = sets.every((set) => set.join() === first.join());
  if (!isSame) return { value, certainty: "disputed", possible };
  return { value, certainty: value === "unknown" ? "uncertain" : "certain", possible };
};
