/**
 * The floor of opening a ledger: read its texts, understand them, keep the newest act of each key.
 * Nothing is checked. It loads nothing of ours, so that its start is the bare start of Node.
 */
import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import type { Opening } from "../open.ts";

type Told = {
  readonly act: {
    readonly kind: string;
    readonly about: readonly [string];
    readonly actors?: readonly [string];
    readonly occurredOn: string;
  };
};

type Last = { on: string; kind: string };

const floorPage = 10_000;

/** The floor: ten thousand texts at a time in one JSON.parse, and the newest act of each key. */
const paged = (path: string, isHashed: boolean, name: string): string => {
  const db = new DatabaseSync(path, { readOnly: true });
  const rows = db.prepare(`SELECT '[' || group_concat(text, ',') || ']' AS page
    FROM (SELECT text FROM entries WHERE seq >= ? AND seq < ? ORDER BY seq)`);
  const texts = db.prepare("SELECT text FROM entries WHERE seq >= ? AND seq < ? ORDER BY seq");
  const byInstrument = new Map<string, Map<string, Last>>();
  const chain = createHash("sha256");
  for (let from = 0; ; from += floorPage) {
    const joined = rows.get(from, from + floorPage)?.["page"];
    if (typeof joined !== "string") break;
    if (isHashed) {
      for (const row of texts.iterate(from, from + floorPage)) {
        chain.update(createHash("sha256").update(String(row["text"])).digest());
      }
    }
    const acts: readonly Told[] = JSON.parse(joined);
    for (const { act } of acts) {
      const key = act.actors?.[0];
      if (key === undefined) continue;
      const states = byInstrument.get(act.about[0]) ?? new Map<string, Last>();
      byInstrument.set(act.about[0], states);
      const last = states.get(key);
      if (last === undefined) states.set(key, { on: act.occurredOn, kind: act.kind });
      else if (act.occurredOn > last.on) {
        last.on = act.occurredOn;
        last.kind = act.kind;
      }
    }
  }
  db.close();
  const [, instrument = "", state = ""] = name.split("/");
  const kind = byInstrument.get(`instrument/${instrument}`)?.get(state)?.kind;
  return kind === undefined ? "none" : kind === "membership.suspended" ? "suspended" : "party";
};

const [way = "", path = "", name = ""] = process.argv.slice(2);
const began = performance.now();
const answer = way === "start" ? "" : paged(path, way === "paged and hashed", name);
const ended = performance.now();
const opening: Opening = { open: ended - began, whole: ended, answer };
console.log(JSON.stringify(opening));
