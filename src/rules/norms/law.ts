/**
 * The norms of a pack, compiled once, with where each stands.
 *
 * In:   a pack.
 * Out:  `Law`, the same one for the same pack: norms with their tests, and the provisions and
 *       versions that hold them.
 */

import type { Bearer, Condition, Norm, Pack } from "#charter";
import { type Callable, compile } from "./compile.ts";
import type { Test } from "./env.ts";
import { type ReadSet, setReader } from "./sets.ts";

/** A version of a provision that holds a norm. */
export type Holding = {
  readonly provision: string;
  readonly instrument: string;
  readonly locator: string;
  readonly version: number;
  readonly seen: "full" | "part" | "no";
};

export type Compiled<N extends Norm = Norm> = {
  readonly norm: N;
  readonly tests: { readonly [key: string]: Test };
  readonly bearer: CompiledBearer | undefined;
  readonly from: CompiledBearer | undefined; // From whom an immunity protects.
  readonly held: readonly Holding[];
};

export type CompiledBearer = {
  readonly each: string | undefined;
  readonly set: ReadSet | undefined;
  readonly where: Test | undefined;
  readonly one: Bearer | undefined;
};

export type Law = {
  readonly pack: Pack;
  readonly norms: readonly Compiled[];
  readonly of: (id: string) => Compiled | undefined;
  /** A condition of a procedure's form, compiled under its path. */
  readonly condition: (node: Condition, path: string) => Test;
};

const known = new WeakMap<Pack, Law>();

export const lawOf = (pack: Pack): Law => {
  const before = known.get(pack);
  if (before !== undefined) return before;
  const made = compileLaw(pack);
  known.set(pack, made);
  return made;
};

const heldIn = (pack: Pack): ReadonlyMap<string, readonly Holding[]> => {
  const held = new Map<string, Holding[]>();
  for (const { id, instrument, locator, versions } of pack.provisions.values()) {
    for (const { n, seen, norms } of versions) {
      for (const norm of norms) {
        const one = { provision: id, instrument, locator, version: n, seen };
        held.set(norm, [...(held.get(norm) ?? []), one]);
      }
    }
  }
  return held;
};

/** Conditions by the key that they stand under; the bearer's own stands with the bearer. */
const conditionsOf = (norm: Norm): { readonly [key: string]: Condition | undefined } => {
  switch (norm.kind) {
    case "qualifies":
    case "permission":
      return { when: norm.when };
    case "power":
      return { validWhen: norm.validWhen };
    case "duty":
      return { trigger: norm.trigger, dischargedBy: norm.dischargedBy, endsWhen: norm.endsWhen };
    case "prohibition":
      return { when: norm.when, unless: norm.unless };
    case "priority":
      return { scope: norm.scope };
    case "immunity":
    case "accounts":
      return {};
  }
};

const bearerOf = (norm: Norm): Bearer | undefined => {
  if (norm.kind === "duty" || norm.kind === "prohibition") return norm.bearer;
  const hasHolder = norm.kind === "power" || norm.kind === "permission" || norm.kind === "immunity";
  return hasHolder ? norm.holder : undefined;
};

const compileLaw = (pack: Pack): Law => {
  const held = heldIn(pack);
  const callables = new Map<string, Callable>();
  const calls = (name: string) => callables.get(name);
  const callable = (args: readonly string[], when: Condition, path: string): Callable => {
    let made: Test | undefined;
    return {
      args,
      test: () => {
        made ??= compile(when, path, calls);
        return made;
      },
    };
  };
  for (const { id, args, when } of pack.predicates.values()) {
    callables.set(id, callable(args, when, `${id}/when`));
  }
  for (const norm of pack.norms.values()) {
    if (norm.kind !== "qualifies") continue;
    callables.set(norm.id, callable([norm.subject.as], norm.when, `${norm.id}/when`));
  }
  const compiledBearer = (bearer: Bearer | undefined, path: string): CompiledBearer | undefined => {
    if (bearer === undefined) return undefined;
    if (typeof bearer !== "object") {
      return { each: undefined, set: undefined, where: undefined, one: bearer };
    }
    const { each, in: set, where } = bearer;
    return {
      each,
      set: setReader(set),
      where: where === undefined ? undefined : compile(where, path, calls),
      one: undefined,
    };
  };
  const norms = [...pack.norms.values()]
    .filter(({ retired }) => retired !== true)
    .map((norm): Compiled => {
      const tests = Object.entries(conditionsOf(norm)).flatMap(([key, node]) =>
        node === undefined ? [] : [[key, compile(node, `${norm.id}/${key}`, calls)] as const],
      );
      return {
        norm,
        tests: Object.fromEntries(tests),
        bearer: compiledBearer(bearerOf(norm), `${norm.id}/bearer`),
        from: compiledBearer(norm.kind === "immunity" ? norm.from : undefined, `${norm.id}/from`),
        held: held.get(norm.id) ?? [],
      };
    });
  const byId = new Map(norms.map((one) => [one.norm.id, one]));
  return {
    pack,
    norms,
    of: (id) => byId.get(id),
    condition: (node, path) => compile(node, path, calls),
  };
};
