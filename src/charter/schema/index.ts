/**
 * Which schema belongs to which file of a pack, and the version they share.
 */

import type * as z from "zod";
import { type CasesFile, casesFile } from "./cases.ts";
import { type PackFile, type PartiesFile, packFile, partiesFile } from "./general.ts";
import { type InstrumentFile, instrumentFile } from "./instrument.ts";
import {
  type BodiesFile,
  bodiesFile,
  type ForcesFile,
  forcesFile,
  type VocabFile,
  vocabFile,
} from "./organs.ts";
import { type ActsFile, actsFile, type PredicatesFile, predicatesFile } from "./predicates.ts";
import { type ProceduresFile, proceduresFile } from "./procedures.ts";
import { type ProvisionsFile, provisionsFile } from "./provisions.ts";
import { type ReadingsFile, readingsFile } from "./readings.ts";

export type {
  ActsFile,
  BodiesFile,
  CasesFile,
  ForcesFile,
  InstrumentFile,
  PackFile,
  PartiesFile,
  PredicatesFile,
  ProceduresFile,
  ProvisionsFile,
  ReadingsFile,
  VocabFile,
};

/** Never changed in place once released: a change of a file's form is a new version. */
export const schemaVersion = "foedus-pack/0";

export type FileTypes = {
  readonly pack: PackFile;
  readonly parties: PartiesFile;
  readonly instrument: InstrumentFile;
  readonly provisions: ProvisionsFile;
  readonly readings: ReadingsFile;
  readonly bodies: BodiesFile;
  readonly forces: ForcesFile;
  readonly vocab: VocabFile;
  readonly procedures: ProceduresFile;
  readonly predicates: PredicatesFile;
  readonly acts: ActsFile;
  readonly cases: CasesFile;
};

export type FileKind = keyof FileTypes;

export const schemas: { readonly [K in FileKind]: z.ZodType<FileTypes[K]> } = {
  pack: packFile,
  parties: partiesFile,
  instrument: instrumentFile,
  provisions: provisionsFile,
  readings: readingsFile,
  bodies: bodiesFile,
  forces: forcesFile,
  vocab: vocabFile,
  procedures: proceduresFile,
  predicates: predicatesFile,
  acts: actsFile,
  cases: casesFile,
};
