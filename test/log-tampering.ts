/**
 * More than fifty ways to tamper with a log, each the same for the same seed.
 *
 * In:   the entries of a sound log and its files; a seed.
 * Out:  the name of the way, and the files that change (`undefined` where one goes).
 *
 * The first are those of somebody who has the files alone, so that hashes no longer fit. The others
 * are those of whoever holds the key for checkpoints, or the registrar's too: all hashes and the
 * signed root fit, and the fault stands in what was signed.
 */
import { createHash } from "node:crypto";
import * as history from "./log-history.ts";
import * as log from "./log-writer.ts";

export type Changes = ReadonlyMap<string, Buffer | undefined>;
type Log = { readonly entries: readonly Buffer[]; readonly files: log.Files };
type Below = (limit: number) => number;
type Way = (log: Log, below: Below) => Changes;

const { registrar, second, norlandNext, stranger, stated } = history;

/** Whole numbers below a limit, in a sequence of their own for each name and seed. */
const numbers = (seed: string): Below => {
  let turn = 0;
  return (limit) => {
    const digest = createHash("sha256").update(`tamper ${seed} ${turn++}`).digest();
    return digest.readUIntBE(0, 6) % limit;
  };
};

const fileOf = ({ files }: Log, below: Below, pattern: RegExp): [string, Buffer] => {
  const names = [...files.keys()].filter((name) => pattern.test(name));
  const name = names[below(names.length)] ?? "";
  return [name, files.get(name) ?? Buffer.alloc(0)];
};

const flipped =
  (pattern: RegExp): Way =>
  (from, below) => {
    const [name, data] = fileOf(from, below, pattern);
    const copy = Buffer.from(data);
    const at = below(copy.length);
    copy.writeUInt8(copy.readUInt8(at) ^ (1 << below(8)), at);
    return new Map([[name, copy]]);
  };

const changed =
  (pattern: RegExp, change: (data: Buffer, below: Below) => Buffer | undefined): Way =>
  (from, below) => {
    const [name, data] = fileOf(from, below, pattern);
    return new Map([[name, change(data, below)]]);
  };

/** The log's own files for other entries: everything fits, but what the entries say. */
const signedAnew =
  (change: (entries: Buffer[], at: number) => void): Way =>
  ({ entries, files }, below) => {
    const others = [...entries];
    change(others, 7 + below(entries.length - 7));
    const now = log.filesOf(others);
    const gone = [...files.keys()].filter((name) => !now.has(name));
    const other = [...now].filter(([name, data]) => !files.get(name)?.equals(data));
    return new Map<string, Buffer | undefined>([
      ...other,
      ...gone.map((name) => [name, undefined] as const),
    ]);
  };

const bent = (bend: (text: string, at: number) => string | Buffer): Way =>
  signedAnew((entries, at) => {
    entries[at] = Buffer.from(bend(String(entries[at]), at));
  });

const written = (make: (at: number) => Buffer): Way =>
  signedAnew((entries, at) => {
    entries[at] = make(at);
  });

const checkpoint =
  (text: (log: Log) => string, by = log.logKey): Way =>
  (from) =>
    new Map([["checkpoint", log.note(by, text(from))]]);

const signedBy = (at: number, sig: readonly unknown[]): Buffer =>
  log.canonical({ act: stated(at), sig, v: 1 });

/** Four bits of the last letter before `==` stand for nothing. */
const spare: Readonly<Record<string, string>> = { A: "B", Q: "R", g: "h", w: "x" };

const bundle = /^tile\/entries\//;
const any = /./;
const one = (act: history.Act, ...by: log.Signer[]): Buffer => log.entry(act, ...by);

const ways: Readonly<Record<string, Way>> = {
  // By whoever has the files.
  "a bit of a bundle": flipped(bundle),
  "a bit of a tile of leaves": flipped(/^tile\/0\//),
  "a bit of a higher tile": flipped(/^tile\/[1-9]/),
  "a bit of the checkpoint": flipped(/^checkpoint$/),
  "a bit of the key's line": flipped(/^log\.vkey$/),
  "a bit of any file": flipped(any),
  "a file is gone": changed(any, () => undefined),
  "a file ends early": changed(any, (data, below) => data.subarray(0, below(data.length - 1))),
  "a tile or bundle goes on": changed(/^tile/, (data) => Buffer.concat([data, Buffer.alloc(32)])),
  "a file is empty": changed(any, () => Buffer.alloc(0)),
  "one tile in the place of another": (from, below) => {
    const [name, data] = fileOf(from, below, /^tile/);
    const other = [...from.files].find(
      ([path, bytes]) => /^tile/.test(path) && !bytes.equals(data),
    );
    return new Map([[name, other?.[1]]]);
  },
  "the checkpoint by a stranger": checkpoint(
    ({ entries }) => log.checkpointText(entries),
    stranger,
  ),

  // By whoever holds the key for checkpoints.
  "more entries than there are": checkpoint(({ entries }) =>
    log.checkpointText(entries).replace(/\n\d+\n/, `\n${entries.length + 1}\n`),
  ),
  "the root of an earlier size": checkpoint(({ entries }) =>
    log.checkpointText(entries.slice(0, -1)).replace(/\n\d+\n/, `\n${entries.length}\n`),
  ),
  "another origin": checkpoint(({ entries }) =>
    log.checkpointText(entries).replace("test", "other"),
  ),
  "a line more": checkpoint(({ entries }) => `${log.checkpointText(entries)}more\n`),
  "a size with a zero in front": checkpoint(({ entries }) =>
    log.checkpointText(entries).replace("\n", "\n0"),
  ),
  "an entry is gone": signedAnew((entries) => entries.shift()),
  "a text is changed": bent((text) => text.replace("Заявление", "Заявления")),
  "a key that is not there": written((at) => one(stated(at), stranger)),
  "a key that was revoked": written((at) => one(stated(at), registrar)),
  "a stranger beside the registrar": written((at) => one(stated(at), second, stranger)),
  "a key for other acts": written((at) => one(stated(at), norlandNext)),
  "a stranger under the registrar's id": written((at) =>
    one(stated(at), { ...stranger, id: second.id }),
  ),
  "signed for another log": written((at) =>
    signedBy(at, [log.signature(second, stated(at), "localhost/log/other")]),
  ),
  "no signature": written((at) => signedBy(at, [])),
  "one signature twice": written((at) => one(stated(at), second, second)),
  "a signature in another spelling": bent((text) =>
    text.replace(/([AQgw])==/, (_, last: string) => `${spare[last]}==`),
  ),
  "a signature that says more": written((at) =>
    signedBy(at, [{ ...log.signature(second, stated(at)), over: "act" }]),
  ),
  "a signature by passkey": bent((text) => text.replace('"ed25519"', '"passkey"')),

  // By whoever holds the registrar's key too: signed well, and still no entry.
  "a space": bent((text) => text.replace(',"sig"', ', "sig"')),
  "keys in another order": bent((text) => text.replace(/^(\{)(.*)(,"v":1)\}$/, '$1"v":1,$2}')),
  "a key that stands twice": bent((text) => text.replace('"v":1', '"v":1,"v":1')),
  "an escape that need not be": bent((text) => text.replace("csto", "\\u0063sto")),
  "a number in another spelling": bent((text) => text.replace('"v":1', '"v":1.0')),
  "half a character": bent((text) => text.replace("😀", "\\ud83d")),
  "bytes that are not UTF-8": bent((text) => Buffer.from(text, "latin1")),
  "text behind the entry": bent((text) => `${text}\n`),
  "an entry cut short": bent((text) => text.slice(0, -1)),
  "an entry of no bytes": bent(() => ""),
  "another version": bent((text) => text.replace('"v":1', '"v":2')),
  "a fraction": written((at) => one({ ...stated(at), release: 1.5 }, second)),
  "a number too large": written((at) => one({ ...stated(at), release: 2 ** 53 }, second)),
  "too deep": written((at) => {
    let deep: unknown = [];
    for (let depth = 4; depth <= 64; depth++) deep = [deep];
    return one({ ...history.invoked(at), handling: undefined, fields: { deep } }, norlandNext);
  }),
  "a key that acts do not have": written((at) => one({ ...stated(at), seq: at }, second)),
  "an act without its moment": written((at) =>
    one({ ...stated(at), recordedAt: undefined }, second),
  ),
  "a moment that is none": written((at) =>
    one({ ...stated(at), recordedAt: "2026-12-32T00:00:00.000Z" }, second),
  ),
  "the registrar for somebody else": written((at) => one(history.invoked(at), second)),
  "the last registrar goes": written(() => one(history.revoked(second), second)),
  "an id twice": written((at) => one({ ...stated(at), id: "key.registered-registrar-1" }, second)),
  "back in time": written((at) =>
    one({ ...stated(at), recordedAt: "2026-11-30T23:59:59.999Z" }, second),
  ),
  "two organizations": written((at) => one({ ...stated(at), org: "nato" }, second)),
  "a seal that is none": written((at) =>
    one({ ...history.invoked(at), fields: { gist: { sealed: "sha256:zz" } } }, norlandNext),
  ),
  "a key that is registered again": written((at) => {
    const again = { ...registrar, id: "registrar-3" };
    return one(
      { ...history.registered(again, "registrar"), id: `key.registered-${at}` },
      second,
      again,
    );
  }),
};

export const names: readonly string[] = Object.keys(ways);

/** The way of a name, with the places that the seed chooses. */
export const tamper = (from: Log, name: string, seed: number): Changes => {
  const way = ways[name];
  if (way === undefined) throw new RangeError(`no such way: ${name}`);
  return way(from, numbers(`${name} ${seed}`));
};
