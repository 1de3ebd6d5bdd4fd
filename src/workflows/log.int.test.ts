/** The files of a log, verified by themselves alone; whatever is touched in them is found. */
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { utf8 } from "#base";
import {
  base64,
  type Entry,
  readTilePath,
  registrar,
  type Store,
  signCheckpoint,
  signEntry,
} from "#ledger";
import { keyPairOf, memoryStore, sha256, verifyEd25519 } from "#store";
import { done, told } from "../ledger/testing.ts";
import { type LogReader, logFiles, logPaths, logTexts, verifyLog } from "./index.ts";

const means = { hash: sha256, verify: verifyEd25519 };
const pair = keyPairOf(randomBytes(32));
const signer = { key: "registrar-1", sign: pair.sign };

const firstOf = ({ log }: Store): Entry =>
  signEntry(
    done("key.registered-1", {
      kind: "key.registered",
      by: registrar,
      fields: {
        key: signer.key,
        alg: "ed25519",
        public: base64(pair.publicKey),
        role: "registrar",
        holder: registrar.person,
      },
    }),
    log.name,
    signer,
  );

/** A log of so many entries, each signed by the registrar. */
const filled = async (size: number): Promise<Store> => {
  const store = memoryStore(sha256);
  const rest = Array.from({ length: Math.max(0, size - 1) }, (_, n) =>
    signEntry(told(`lake.${n}`), store.log.name, signer),
  );
  await store.append(0, [firstOf(store), ...rest].slice(0, size));
  return store;
};

const filesOf = async (store: Store): Promise<Map<string, Uint8Array>> => {
  const read = logFiles(store, sha256);
  const paths = logPaths(await store.size());
  const files = await Promise.all(paths.map(async (path) => [path, await read(path)] as const));
  return new Map(files.flatMap(([path, bytes]) => (bytes === undefined ? [] : [[path, bytes]])));
};

const inFiles =
  (files: ReadonlyMap<string, Uint8Array>): LogReader =>
  async (path) =>
    files.get(path);

describe("the files of a log", () => {
  test.each([0, 1, 2, 255, 256, 257, 513])("of %i entries are whole and verify", async (size) => {
    const store = await filled(size);
    const files = await filesOf(store);
    expect(files.size).toBe(logPaths(size).length);
    const read = inFiles(files);
    const { name } = store.log;
    expect(await verifyLog(read, means)).toMatchObject({ origin: name, size, errors: [] });
    expect(await verifyLog(logFiles(store, sha256), means)).toMatchObject({ size, errors: [] });
    expect(await logTexts(read, size)).toEqual(await store.read(0, size));
  });

  test("are served for what the checkpoint covers, in every width, and no further", async () => {
    const read = logFiles(await filled(257), sha256);
    expect((await read("tile/0/000.p/3"))?.length).toBe(96);
    expect((await read("tile/1/000.p/1"))?.length).toBe(32);
    for (const path of [
      "tile/0/001",
      "tile/0/001.p/2",
      "tile/1/000",
      "tile/2/000.p/1",
      "tile/entries/002.p/1",
      "tile/0/0",
      "secret",
    ]) {
      expect(await read(path), path).toBeUndefined();
    }
  });

  test("verify by the full tile where a partial one is gone", async () => {
    const store = await filled(300);
    const files = await filesOf(store);
    const more = Array.from({ length: 212 }, (_, n) =>
      signEntry(told(`lake.more-${n}`), store.log.name, signer),
    );
    const note = files.get("checkpoint") ?? utf8("");
    await store.append(300, more);
    // What is not full yet stays, in every width that was signed for.
    const upper = [...files].filter(([path]) => path.startsWith("tile/1/"));
    const grown = new Map([...(await filesOf(store)), ...upper, ["checkpoint", note]]);
    expect(grown.has("tile/0/001.p/44")).toBe(false);
    expect(await verifyLog(inFiles(grown), means)).toMatchObject({ size: 300, errors: [] });
  });
});

describe("what was touched is found, and the first place named", () => {
  test.each([1, 2, 3, 4])("a bit, a byte more or less, a file gone (%i)", async (seed) => {
    const files = await filesOf(await filled(300));
    let place = seed * 7_919;
    for (const [path, bytes] of files) {
      place = (place * 31 + 7) % 1_000_003;
      const flipped = bytes.slice();
      const at = place % bytes.length;
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (place % 8));
      const longer = new Uint8Array([...bytes, 10]);
      const changes = [flipped, bytes.subarray(0, -1), longer, undefined];
      for (const [n, changed] of changes.entries()) {
        const others = new Map(files);
        if (changed === undefined) others.delete(path);
        else others.set(path, changed);
        const { errors } = await verifyLog(inFiles(others), means);
        // The last line end of the key's line may be left out.
        if (path === "log.vkey" && n === 1) continue;
        expect(errors, `${path} ${n}`).toHaveLength(1);
      }
    }
  });

  test("an entry's bit names the entry", async () => {
    const files = await filesOf(await filled(300));
    const path = "tile/entries/001.p/44";
    const bytes = (files.get(path) ?? utf8("")).slice();
    const length = new DataView(bytes.buffer).getUint16(0);
    const inSecond = 2 + length + 2 + 20;
    bytes[inSecond] = (bytes[inSecond] ?? 0) ^ 1;
    const { errors } = await verifyLog(inFiles(new Map([...files, [path, bytes]])), means);
    expect(errors).toEqual([{ code: "log.tile", path: "tile/0/001.p/44", found: "", seq: 257 }]);
  });

  test("an upper tile's hash names the first entry under it", async () => {
    const files = await filesOf(await filled(600));
    const path = "tile/1/000.p/2";
    const bytes = (files.get(path) ?? utf8("")).slice();
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    const { errors } = await verifyLog(inFiles(new Map([...files, [path, bytes]])), means);
    expect(errors).toEqual([{ code: "log.tile", path, found: "", seq: 256 }]);
  });

  test("entries put in anew with all their tiles, under the old signature", async () => {
    const one = await filled(3);
    const [old, other] = [await filesOf(one), await filesOf(await filled(4))];
    const mixed = new Map([...other, ["log.vkey", old.get("log.vkey") ?? utf8("")]]);
    const report = await verifyLog(inFiles(mixed), means);
    expect(report.errors).toMatchObject([{ code: "log.checkpoint" }]);
    const forged = memoryStore(sha256);
    await forged.append(0, [firstOf(one), signEntry(told("lake.x"), one.log.name, signer)]);
    const note = signCheckpoint(2, new Uint8Array(32), {
      ...one.log,
      sign: () => new Uint8Array(64),
    });
    const files = new Map([...(await filesOf(forged)), ["checkpoint", utf8(note)]] as const);
    const found = await verifyLog(
      inFiles(new Map([...files, ["log.vkey", old.get("log.vkey") ?? utf8("")]])),
      means,
    );
    expect(found.errors).toMatchObject([{ code: "log.checkpoint", found: "note.bad-signature" }]);
  });

  test("a log that signed for an act which nobody was entitled to sign", async () => {
    const store = memoryStore(sha256);
    const stranger = { key: "registrar-1", sign: keyPairOf(randomBytes(32)).sign };
    const { name } = store.log;
    await store.append(0, [firstOf(store), signEntry(told("lake.x"), name, stranger)]);
    const { errors } = await verifyLog(logFiles(store, sha256), means);
    expect(errors).toMatchObject([{ code: "log.signature", seq: 1, found: "signature.wrong" }]);
  });

  test("an entry of another ledger", async () => {
    const store = memoryStore(sha256);
    const foreign = signEntry(told("lake.x"), "lake.example/other", signer);
    await store.append(0, [firstOf(store), foreign]);
    const { errors } = await verifyLog(logFiles(store, sha256), means);
    expect(errors).toMatchObject([{ code: "log.signature", seq: 1 }]);
  });
});

test("paths are written in an order in which a reader of the checkpoint finds all", () => {
  const paths = logPaths(257);
  expect(paths.at(-1)).toBe("checkpoint");
  expect(paths.findLastIndex((path) => path.startsWith("tile/entries/"))).toBeLessThan(
    paths.findIndex((path) => path.startsWith("tile/0/")),
  );
  expect(paths.filter((path) => readTilePath(path) !== undefined)).toHaveLength(5);
});
