/**
 * Random histories of a ledger, and what a store makes of one: the same bytes, whichever it is.
 *
 * A history is a list of submissions, some of which must be refused: at a size that has passed, with
 * an id that is taken, under a key that was used, too long; some are sent twice.
 */
import { hex, utf8 } from "#base";
import { type Entry, entryBytesLimit, type More, type Payload, type Store, sealOf } from "#ledger";
import { sha256 } from "#store";
import { entryOf } from "../src/ledger/testing.ts";
import { numbers } from "./crashes.ts";

type Submission = {
  /** Relative to the size there is; undefined for any size. */
  readonly off: number | undefined;
  readonly entries: readonly Entry[];
  readonly more: More;
};

export type History = {
  readonly groups: readonly (readonly Submission[])[];
  readonly erased: number;
};

const titles = ["Norland signs", "\u0000 \u2028 e\u0301 é", '\u{1F30A} \\ "', "x"] as const;

/** The history of a seed: `count` submissions, of which up to four are in flight at once. */
export const historyOf = (seed: number, count: number): History => {
  const random = numbers(seed);
  const payloadOf = (): Payload => ({
    salt: new Uint8Array(32).map(() => random(256)),
    bytes: new Uint8Array(random(100)).map(() => random(256)),
  });
  const entry = (): Entry => {
    const title = titles[random(titles.length)] ?? "";
    const long = random(200) === 0 ? "n".repeat(entryBytesLimit) : "";
    // Of a few ids some are bound to come twice.
    return entryOf(`lake.${random(count * 8)}`, { title: { en: title + long, ru: "Ёё" } });
  };
  const submission = (): Submission => ({
    off: [undefined, undefined, 0, 0, -1, 1][random(6)],
    entries: Array.from({ length: random(4) }, entry),
    more: {
      ...(random(2) === 0 && { key: `key\u0000é-${random(count)}` }),
      ...(random(4) === 0 && { payloads: [payloadOf()] }),
    },
  });
  const groups: Submission[][] = [];
  for (let left = count; left > 0; ) {
    const group = Array.from({ length: 1 + random(4) }, submission);
    // Proxies send again what they sent before.
    if (random(3) === 0) group.push(...(groups[random(groups.length)] ?? []));
    groups.push(group);
    left -= group.length;
  }
  return { groups, erased: random(3) };
};

/** What a store made of a history: its answers, its bytes, what it kept apart; as one hash. */
export const replayed = async (store: Store, { groups, erased }: History): Promise<string> => {
  const told: unknown[] = [];
  for (const group of groups) {
    const size = await store.size();
    const sent = group.map(({ off, entries, more }) =>
      store.append(off === undefined ? undefined : size + off, entries, more),
    );
    told.push(...(await Promise.all(sent)));
  }
  const seals = groups
    .flat()
    .flatMap(({ more }) => more.payloads ?? [])
    .map((payload) => sealOf(payload, sha256).sealed);
  for (const sealed of seals.slice(0, erased)) told.push(await store.erase(sealed));
  for (const sealed of seals) {
    const payload = await store.payload(sealed);
    told.push(payload && [hex(payload.salt), hex(payload.bytes)]);
  }
  const size = await store.size();
  const leaves = await store.leaves(0, size);
  told.push(size, await store.root(), await store.read(0, size), leaves.map(hex));
  return hex(sha256(utf8(JSON.stringify(told))));
};
