/**
 * Starts the server: takes the port, opens every organization for writing, says where it is.
 *
 * In:   address, checkout, ports of the workflows (the entry point has the store), where to speak.
 * Out:  a running server; or one refusal in a sentence, and then nothing is left open.
 * Law:  S-8 (a server first follows the releases), S-41 (one writer), S-43 (starting).
 *
 * The port comes first, so that a taken one is told before anything is entered; a request that comes
 * while the ledgers are being opened waits. A ledger is read once: while the server runs nobody else
 * may write to it, and this issue writes nothing over HTTP.
 */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ok, type Result, refuse } from "#base";
import { type Store, vkeyText } from "#ledger";
import { openShown, refusalText, wordsOf } from "#wording";
import { logFiles, type Note, type Opened, openOrganization, type Ports } from "#workflows";
import { makeApp } from "./app.ts";
import { assetsOf } from "./assets.ts";
import { type Built, readBuilt } from "./built.ts";
import type { AppPorts, Organization } from "./ports.ts";
import type { Fault } from "./problem.ts";
import { type Fetch, listen } from "./server.ts";

export type StartOptions = {
  readonly host: string;
  readonly port: number;
  /** The folder with `charters/`, `records/` and the built `dist/web`. */
  readonly checkout: string;
  readonly ports: (note: (note: Note) => void) => Ports;
  /** A line for people on standard output, or on standard error. */
  readonly say: (line: string) => void;
  readonly warn: (line: string) => void;
  /** A mistake of ours, with all there is to know of it. */
  readonly report: (error: unknown) => void;
};

export type Running = { readonly url: string; readonly stop: () => Promise<void> };

const language = "en";

const sentence = ({ code, field, found, accepted }: Fault): string =>
  refusalText({ code, field, found, accepted }, language);

const organizationsIn = (checkout: string): readonly string[] =>
  readdirSync(join(checkout, "charters"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

const told = ({ org, counts }: Opened): readonly string[] => {
  if (counts === undefined) return [];
  const { releases, acts, sources, corrected, retracted } = counts;
  const entered = releases.reduce((sum, { entries }) => sum + entries, 0);
  const { sentences } = wordsOf(language);
  return [
    sentences.synced(org, entered, acts, sources, entered - acts - sources),
    ...corrected.map(sentences.corrected),
    ...retracted.map(sentences.retracted),
  ];
};

type Held = {
  readonly organizations: AppPorts["organizations"];
  readonly stores: readonly Store[];
};

const closeAll = async (stores: readonly Store[]): Promise<void> => {
  for (const store of stores) await store.close();
};

/** Opens all organizations, or none. */
const openAll = async (options: StartOptions, ports: Ports): Promise<Result<Held, string>> => {
  const ids = organizationsIn(options.checkout);
  const organizations = new Map<string, Organization>();
  const stores: Store[] = [];
  for (const id of ids) {
    const opened = await openOrganization(ports, id, "write", "serve");
    if (!opened.ok) {
      await closeAll(stores);
      return refuse(`${id}: ${openShown(opened.refusal, ids, language).message}`);
    }
    const { org, pack, packHash, library, anchor, store, entries } = opened.value;
    stores.push(store);
    const at = entries.at(-1)?.act.recordedAt;
    const stored = { size: await store.size(), root: await store.root() };
    const head = { ...stored, ...(at !== undefined && { at }) };
    const log = { vkey: vkeyText(store.log), file: logFiles(store, ports.hash) };
    organizations.set(org, { org, pack, packHash, library, anchor, head, log });
    for (const line of told(opened.value)) options.warn(line);
  }
  return ok({ organizations, stores });
};

const appOf = async (
  { report }: StartOptions,
  { render, files, build }: Built,
  { hash, now }: Ports,
  { organizations }: Held,
): Promise<Fetch> => {
  const assets = await assetsOf(files, hash);
  const app = makeApp({ organizations, render, assets, now, hash, build, report });
  return (request) => app.fetch(request);
};

/** Starts, and prints the address once every question can be answered. */
export const start = async (options: StartOptions): Promise<Result<Running, string>> => {
  const { host, port, checkout, warn, say } = options;
  const ports = options.ports((note) => warn(refusalText(note, language)));
  const built = await readBuilt(checkout, ports.hash);
  if (!built.ok) return refuse(sentence(built.refusal));
  const ready = Promise.withResolvers<Fetch>();
  ready.promise.catch(() => {}); // Whoever waits for it is answered by the last resort.
  const listening = await listen(async (request) => (await ready.promise)(request), host, port);
  if (!listening.ok) return refuse(sentence(listening.refusal));
  const { url, close } = listening.value;
  try {
    const held = await openAll(options, ports);
    if (!held.ok) {
      ready.reject(new Error("the ledgers did not open"));
      await close();
      return held;
    }
    ready.resolve(await appOf(options, built.value, ports, held.value));
    say(`Foedus is at ${url}`);
    const stop = async (): Promise<void> => {
      await close();
      await closeAll(held.value.stores);
    };
    return ok({ url, stop });
  } catch (error) {
    ready.reject(error);
    await close();
    throw error;
  }
};
