/**
 * How the kinds say which fluents an act sets: for each thing it is about, a value from its day on.
 *
 * In:   what an act says in one reading of its claims.
 * Out:  fluents with values; none where the sources do not say what the fluent would need.
 */

import type { Kind, Saying, Setting } from "./kind.ts";

type Sets = NonNullable<Kind["sets"]>;

/** The ids of the things of one type that an act is about. */
export const idsOf = ({ about }: Saying, type: string): readonly string[] =>
  about
    .filter((address) => address.startsWith(`${type}/`))
    .map((address) => address.slice(type.length + 1));

/** The states among the actors. */
export const statesOf = ({ actors }: Saying): readonly string[] =>
  actors.filter((actor) => !actor.includes("/"));

export const personOf = ({ actors }: Saying): string | undefined =>
  actors.find((actor) => actor.startsWith("person/"));

export const textOf = ({ fields }: Saying, field: string): string | undefined => {
  const value = fields[field];
  return typeof value === "string" ? value : undefined;
};

/** Sets a fluent for each thing of a type: `set("exercise", "held")` makes `exercise/x` held. */
export const set =
  (type: string, value: string | ((saying: Saying) => string), fluent = type): Sets =>
  (saying) =>
    idsOf(saying, type).map(
      (id): Setting => ({
        fluent: `${fluent}/${id}`,
        value: typeof value === "string" ? value : value(saying),
      }),
    );

/** Sets a fluent for each thing of a type and each state that acts: `contributes/crrf/ARM`. */
export const setForStates =
  (type: string, value: string, fluent: string): Sets =>
  (saying) =>
    idsOf(saying, type).flatMap((id) =>
      statesOf(saying).map((state): Setting => ({ fluent: `${fluent}/${id}/${state}`, value })),
    );
