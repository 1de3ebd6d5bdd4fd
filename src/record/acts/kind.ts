/**
 * What a kind of act is: its schema, what it may be about, who makes it, what it begins or sets.
 *
 * `begins` names values that follow by the life rules of an instrument, or, as `chair: actor`, a
 * fluent that the act sets by itself and its value (`sets`, in docs/explanation/time.md).
 */

import type * as z from "zod";
import type { Json } from "#base";
import { deeds, type KindName } from "./deeds.ts";
import { actors, both, day, keys } from "./words.ts";

export type Group =
  | "instrument"
  | "membership"
  | "office"
  | "body"
  | "decision"
  | "force"
  | "exercise"
  | "relation"
  | "plan"
  | "budget"
  | "crisis"
  | "statement"
  | "program";

/** Which addresses an act may be about: by their types, one of which may be needed. */
export type Subject = {
  readonly types: readonly string[] | "any";
  readonly needs?: string;
};

/** What the settings of an act are made of: the act's id, and what its claims say. */
export type Saying = {
  readonly id: string;
  readonly about: readonly string[];
  readonly actors: readonly string[];
  readonly fields: { readonly [field: string]: Json };
};

/** A fluent and the value it has from the act's day on. */
export type Setting = { readonly fluent: string; readonly value: string };

export type Kind = {
  readonly kind: KindName;
  readonly deed: string;
  readonly group: Group;
  /** What a claim may say; of kinds made by the program, what `fields` holds. */
  readonly says: z.ZodType<{ readonly [field: string]: Json | undefined }>;
  /** The kind's own fields, without those that every kind has: days, actors, gist. */
  readonly fields: readonly string[];
  /** Fields without which the act says nothing: at least one claim must hold each of them. */
  readonly needed: readonly string[];
  readonly about: Subject;
  /** `author`: written in files; `program`: entered by a workflow, never written by hand. */
  readonly made: "author" | "program";
  /** The values that it may begin on its day, or that follow from it by the life rules. */
  readonly begins: readonly string[];
  /** The fluents that the act sets by itself, without a life rule. */
  readonly sets: ((saying: Saying) => readonly Setting[]) | undefined;
};

type Given<Shape extends z.ZodRawShape> = {
  readonly kind: KindName;
  readonly group: Group;
  readonly fields: Shape;
  readonly needed?: readonly string[];
  readonly about: Subject;
  readonly begins?: readonly string[];
  readonly sets?: Kind["sets"];
};

/** A kind of act that sources tell of. */
export const told = <Shape extends z.ZodRawShape>(given: Given<Shape>): Kind => ({
  kind: given.kind,
  deed: deeds[given.kind],
  group: given.group,
  says: keys({
    occurredOn: day.optional(),
    effectiveOn: day.optional(),
    actors: actors.optional(),
    gist: both.optional(),
    ...given.fields,
  }) as Kind["says"],
  fields: Object.keys(given.fields),
  needed: given.needed ?? [],
  about: given.about,
  made: "author",
  begins: given.begins ?? [],
  sets: given.sets,
});

/** A kind that only the program enters. */
export const entered = <Shape extends z.ZodRawShape>(kind: KindName, fields: Shape): Kind => ({
  kind,
  deed: deeds[kind],
  group: "program",
  says: keys(fields) as Kind["says"],
  fields: Object.keys(fields),
  needed: [],
  about: { types: [] },
  made: "program",
  begins: [],
  sets: undefined,
});
