/**
 * The shipped organizations as a world to ask, made from their files by the real workflow.
 *
 * In:   charters/ and records/ of this checkout, or texts patched by a test.
 * Out:  the entries a fresh ledger would hold behind its registrar's key, and a `World` over them.
 *       They bear no valid signature: the questions asked here do not look at it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dayOf } from "#base";
import { loadPack, type Pack, packHash } from "#charter";
import type { Entry } from "#ledger";
import { unsigned } from "#ledger/testing";
import { library, readRecords } from "#record";
import { type Answer, anchorOf, ask, type World } from "#rules";
import { sha256 } from "#store";
import { syncPlan } from "#workflows";

const root = join(import.meta.dirname, "..");

export const treeOf = (
  folder: "charters" | "records",
  org: string,
): ReadonlyMap<string, string> => {
  const base = join(root, folder, org);
  const paths = readdirSync(base, { recursive: true, encoding: "utf8" });
  return new Map(
    paths
      .filter((path) => path.endsWith(".yaml"))
      .sort()
      .map((path) => [path, readFileSync(join(base, path), "utf8")]),
  );
};

export const packOf = (org: string): Pack => {
  const loaded = loadPack(treeOf("charters", org));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal));
  return loaded.value;
};

export const entriesOf = (pack: Pack, files: ReadonlyMap<string, string>): readonly Entry[] => {
  const records = readRecords(files, pack);
  if (!records.ok) throw new Error(JSON.stringify(records.refusal));
  const adopting = { version: pack.version, hash: "sha256:test" };
  const now = "2026-11-23T12:00:00.000Z";
  const plan = syncPlan({ records: records.value, entries: [], pack: adopting, now });
  if (!plan.ok) throw new Error(JSON.stringify(plan.refusal));
  return plan.value.acts.map(unsigned);
};

export const worldOf = (org: string, files = treeOf("records", org)): World => {
  const pack = packOf(org);
  return worldFrom(pack, entriesOf(pack, files));
};

/** A world over entries that were read before. */
export const worldFrom = (pack: Pack, entries: readonly Entry[]): World => {
  const today = dayOf("2026-11-23") ?? 0;
  const acts = library(pack, entries);
  const anchor = anchorOf(entries, packHash(pack, sha256), sha256);
  return { org: pack.id, pack: acts.pack, library: acts, today, anchor };
};

type AnswerTo<C> = Extract<Answer, { readonly command: C }>["answer"];

/** Puts a question that must be answered. */
export const asked = <C extends Answer["command"]>(
  world: World,
  command: C,
  params: { readonly [name: string]: string },
): AnswerTo<C> => {
  const given = new Map(Object.entries(params).map(([name, value]) => [name, [value]] as const));
  const result = ask(world, command, given);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  if (result.value.command !== command) throw new Error(`asked ${command}`);
  return result.value.answer as AnswerTo<C>;
};
