/**
 * A record of the League of the Lakes in three releases, and ports that need no disk, for tests.
 */

import type { Hash, Instant } from "#base";
import { loadPack, type Pack } from "#charter";
import { tinyFiles } from "#charter/testing";
import type { Entry, Store } from "#ledger";
import { readEntries } from "./entries.ts";
import type { KeyPair, Note, Ports, Tree } from "./ports.ts";

const releaseLines = [
  `  - { release: 1, recordedAt: "2028-06-01T00:00:00.000Z" }`,
  `  - { release: 2, recordedAt: "2028-07-01T00:00:00.000Z" }`,
  `  - { release: 3, recordedAt: "2028-08-01T00:00:00.000Z" }`,
];

const sourceLines = [
  `  - { id: gazette, title: "Lake Gazette", standing: official, published: "2027-03-02" }`,
  `  - { id: memo, title: "A memoir", standing: press, release: 2 }`,
];

const act = (id: string, release: number, more: string, source = "gazette", day = "1992-05-15") =>
  `  - { id: ${id}, release: ${release}, kind: instrument.signed, about: [instrument/treaty], ${more}
      claims: [ { id: a, source: ${source}, confidence: high, says: { occurredOn: "${day}" } } ] }`;

const mend = "corrects: { version: 1, ground: { rule: new-source } }, actors: [XNA],";

const actLines: readonly (readonly [file: string, release: number, text: string])[] = [
  ["acts.yaml", 1, act("lake.signed", 1, "actors: [XNA],")],
  ["acts.yaml", 1, act("lake.esteria-signed", 1, "actors: [XNB],")],
  ["acts.yaml", 2, act("lake.signed", 2, mend, "memo", "1992-05-16")],
  [
    "acts.yaml",
    3,
    `  - { id: lake.esteria-signed, release: 3, retract: true, ground: { rule: editor } }`,
  ],
  ["more.yaml", 3, act("lake.late", 3, "actors: [XNB], after: [lake.signed],", "memo", "1993")],
];

/** The record's files as they stood when the n-th release came out. */
export const recordOf = (releases: 1 | 2 | 3, open = false): Tree => {
  const lines = releaseLines.slice(0, releases);
  const opened = open ? lines.map((line) => line.replace(" }", ", open: true }")) : lines;
  const inFile = (file: string): string =>
    actLines
      .filter(([name, release]) => name === file && release <= releases)
      .map(([, , text]) => `${text}\n`)
      .join("");
  return new Map([
    ["releases.yaml", `releases:\n${opened.join("\n")}\n`],
    ["sources.yaml", `sources:\n${sourceLines.slice(0, releases === 1 ? 1 : 2).join("\n")}\n`],
    ["acts.yaml", `acts:\n${inFile("acts.yaml")}`],
    ...(releases === 3 ? [["more.yaml", `acts:\n${inFile("more.yaml")}`] as const] : []),
  ]);
};

export const lakes = (): Pack => {
  const loaded = loadPack(tinyFiles);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal));
  return loaded.value;
};

/** A world of its own: one organization, whose ledger outlives each opening. */
export type Desk = Ports & {
  readonly notes: Note[];
  readonly aside: string[];
  readonly put: (tree: Tree) => void;
  readonly set: (now: Instant) => void;
  readonly held: () => Promise<readonly Entry[]>;
};

/** A key that signs nothing, for tests that do not ask who signed. */
export const registrarPair: KeyPair = {
  publicKey: new Uint8Array(32),
  sign: () => new Uint8Array(64),
};

/** Ports over a store in memory; `make` gives an empty one. */
export const desk = (
  hash: Hash,
  make: () => Store,
  tree: Tree,
  registrar: KeyPair = registrarPair,
): Desk => {
  let records = tree;
  let now: Instant = "2028-09-01T12:00:00.000Z";
  let store: Store | undefined;
  let moving: Store | undefined;
  const cache = new Map<string, string>();
  const notes: Note[] = [];
  const aside: string[] = [];
  const lasting = (inner: Store): Store => ({ ...inner, close: async () => {} });
  return {
    hash,
    notes,
    aside,
    now: () => now,
    put: (next) => {
      records = next;
    },
    set: (next) => {
      now = next;
    },
    held: async () => {
      const read = store === undefined ? undefined : await readEntries(store);
      return read?.ok ? read.value : [];
    },
    readTree: async (dir, org) => {
      if (org !== "lakes") return undefined;
      return dir === "charters" ? tinyFiles : records;
    },
    openStore: async (_, mode) => {
      if (store === undefined && mode === "read") {
        return { ok: false, refusal: { code: "store.not-found" } };
      }
      store ??= make();
      return { ok: true, value: lasting(store) };
    },
    readCache: async (_, name) => cache.get(name),
    writeCache: async (_, name, text) => {
      cache.set(name, text);
    },
    registrar: async () => ({ ok: true, value: registrar }),
    moveOut: async () => {
      moving = store;
      store = undefined;
      return { ok: true, value: undefined };
    },
    movedOut: async () => ({
      ok: true,
      value: moving === undefined ? undefined : lasting(moving),
    }),
    putAside: async (_, at) => {
      if (moving === undefined) return { ok: true, value: undefined };
      moving = undefined;
      aside.push(at);
      return { ok: true, value: `aside-${aside.length}` };
    },
    note: (note) => notes.push(note),
  };
};
