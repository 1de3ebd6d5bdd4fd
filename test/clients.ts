/**
 * Clients of a ledger that several processes share, and the proof that all were answered truly.
 *
 * A client sends one entry after another, each under a key of its own, and sends again what got no
 * answer, as S-47 has it. Some ids are wanted by all.
 */
import { expect } from "vitest";
import { hex, utf8 } from "#base";
import { type Entry, emptyFrontier, leafHash, type Store } from "#ledger";
import { StoreError, sha256 } from "#store";
import { entryOf } from "../src/ledger/testing.ts";
import { type Child, startChild } from "./child.ts";
import { openAt, type Place, storeAt, wordOf } from "./places.ts";

/** Every so many turns a client wants an id that all others want too. */
const contested = 10;

const entryAt = (name: string, turn: number): Entry =>
  turn % contested === 0
    ? entryOf(`lake.same-${turn}`, { title: { en: name, ru: name } })
    : entryOf(`lake.${name}-${turn}`);

/** What a client was answered at a turn. */
type Told = {
  readonly name: string;
  readonly turn: number;
  readonly first?: number;
  readonly size?: number;
  readonly root?: string;
  readonly code?: string;
};

/** Sends until there is an answer; one that was lost on the way comes again under the same key. */
const insist = async (store: Store, entry: Entry, key: string) => {
  for (;;) {
    try {
      return await store.append(undefined, [entry], { key });
    } catch (error) {
      if (!(error instanceof StoreError) || error.code === "store.closed") throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
};

export const client = async (
  store: Store,
  name: string,
  turns: number,
  say: (line: string) => void,
): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) {
    const answer = await insist(store, entryAt(name, turn), `${name}/${turn}`);
    const told: Told = { name, turn, ...(answer.ok ? answer.value : answer.refusal) };
    say(JSON.stringify(told));
  }
};

const worker = new URL("./store-writer.ts", import.meta.url);

/** What a process said until it was done, or died. */
const saidBy = async (child: Child): Promise<readonly Told[]> => {
  const said: Told[] = [];
  for (let line = await child.line(); line !== undefined; line = await child.line()) {
    if (line === "done") break;
    said.push(JSON.parse(line));
  }
  return said;
};

export type Sharing = {
  readonly processes: number;
  /** In all, over the processes in turn. */
  readonly clients: number;
  readonly turns: number;
  /** How many writers are killed, one after the other, so many milliseconds apart. */
  readonly kills: number;
  readonly pause: number;
};

/** How many of all clients are those of the n-th process. */
const clientsOf = (clients: number, processes: number, n: number): number =>
  Math.floor(clients / processes) + (n < clients % processes ? 1 : 0);

/** The process that writes now; it is named to whoever wants to write too. */
const writerAmong = async (
  place: Place,
  children: readonly Child[],
): Promise<Child | undefined> => {
  const opened = await openAt(place);
  if (opened.ok) await opened.value.close();
  else if (opened.refusal.code === "store.locked") {
    const { pid } = opened.refusal;
    return children.find((child) => child.pid === pid);
  }
  return undefined;
};

/** Lets processes share a ledger, kills some, and checks every answer against what then stands there. */
export const share = async (
  place: Place,
  { processes, clients, turns, kills, pause }: Sharing,
): Promise<{ readonly size: number; readonly milliseconds: number }> => {
  const children = Array.from({ length: processes }, (_, n) => {
    const own = String(clientsOf(clients, processes, n));
    return startChild(worker, ["share", wordOf(place), `p${n}`, own, String(turns)]);
  });
  for (const child of children) expect(await child.line()).toBe("open");
  const began = performance.now();
  for (const child of children) child.write("go\n");
  const saying = Promise.all(children.map(saidBy));
  const dead = new Set<Child>();
  for (let left = kills; left > 0; ) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const writer = await writerAmong(place, children);
    if (writer === undefined) continue; // Nobody is yet.
    await writer.kill();
    dead.add(writer);
    left -= 1;
  }
  const byChild = await saying;
  const said = byChild.flat();
  const milliseconds = performance.now() - began;
  for (const child of children) child.end();
  await Promise.all(children.map((child) => child.gone()));

  const store = await storeAt(place);
  const size = await store.size();
  const texts: string[] = [];
  while (texts.length < size) texts.push(...(await store.read(texts.length, 1_000)));
  const frontier = emptyFrontier(sha256);
  const roots = texts.map((text) => {
    frontier.append(leafHash(utf8(text), sha256));
    return hex(frontier.root());
  });
  expect(await store.root()).toBe(roots.at(-1));
  await store.close();
  expect(new Set(texts).size).toBe(size);
  const won = new Map<string, string>();
  for (const { name, turn, first = -1, size: signed = 0, root, code } of said) {
    const entry = entryAt(name, turn);
    if (code !== undefined) {
      expect([code, turn % contested]).toEqual(["ledger.id-taken", 0]);
      continue;
    }
    if (texts[first] !== entry.text || roots[signed - 1] !== root) {
      throw new Error(`the receipt of ${name} at turn ${turn} is of something else`);
    }
    if (turn % contested === 0) {
      expect(won.has(entry.act.id)).toBe(false);
      won.set(entry.act.id, name);
    }
  }
  // Whoever lived was answered at every turn, and once.
  for (const [n, child] of children.entries()) {
    const own = clientsOf(clients, processes, n) * turns;
    if (!dead.has(child)) expect(byChild[n]).toHaveLength(own);
  }
  const wanted = Math.ceil(turns / contested);
  if (kills === 0) expect(size).toBe(clients * (turns - wanted) + wanted);
  return { size, milliseconds };
};
