/**
 * What a kind of act is: its schema, what it may be about, who makes it, what it begins.
 */

import type * as z from "zod";
import type { Json } from "#base";
import { deeds, type KindName } from "./deeds.ts";
import { actors, day, keys } from "./words.ts";

export type Group = "instrument" | "membership" | "decision" | "crisis" | "statement" | "program";

/** Which addresses an act may be about: by their types, one of which may be needed. */
export type Subject = {
  readonly types: readonly string[] | "any";
  readonly needs?: string;
};

export type Kind = {
  readonly kind: KindName;
  readonly deed: string;
  readonly group: Group;
  /** What a claim may say; of kinds made by the program, what `fields` holds. */
  readonly says: z.ZodType<{ readonly [field: string]: Json | undefined }>;
  /** The kind's own fields, without days and actors. */
  readonly fields: readonly string[];
  readonly about: Subject;
  /** `author`: written in files; `program`: entered by a workflow, never written by hand. */
  readonly made: "author" | "program";
  /** The values that it may begin on its day, or that follow from it by the life rules. */
  readonly begins: readonly string[];
};

type Given<Shape extends z.ZodRawShape> = {
  readonly kind: KindName;
  readonly group: Group;
  readonly fields: Shape;
  readonly about: Subject;
  readonly begins?: readonly string[];
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
    ...given.fields,
  }) as Kind["says"],
  fields: Object.keys(given.fields),
  about: given.about,
  made: "author",
  begins: given.begins ?? [],
});

/** A kind that only the program enters. */
export const entered = <Shape extends z.ZodRawShape>(kind: KindName, fields: Shape): Kind => ({
  kind,
  deed: deeds[kind],
  group: "program",
  says: keys(fields) as Kind["says"],
  fields: Object.keys(fields),
  about: { types: [] },
  made: "program",
  begins: [],
});
