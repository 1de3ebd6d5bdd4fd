/** Every form of the log has one spelling, and everything else is refused. */
import { describe, expect, test } from "vitest";
import { type Hash, hex, utf8 } from "#base";
import { base64, fromBase64 } from "./base64.ts";
import { bundleBytes, readBundle } from "./bundle.ts";
import { readCertificate } from "./certificate.ts";
import { readCosignature } from "./cosignature.ts";
import { isKeyName, readVkey, verifierKey, vkeyText } from "./key.ts";
import { openNote, readNote, writeNote } from "./note.ts";
import { verifyConsistency, verifyInclusion } from "./proof.ts";
import { consistencyProof, inclusionProof, subtreesOfLeaves, subtreesOfTiles } from "./prove.ts";
import { readSubmission } from "./submission.ts";
import { readTile, readTilePath, tileBytes, tilesOf, widthIn } from "./tile.ts";

/** A hash good enough where nothing but its length matters. */
const weak: Hash = (bytes) => {
  const out = new Uint8Array(32);
  for (const [place, byte] of bytes.entries()) {
    const at = place % 32;
    out[at] = ((out[at] ?? 0) * 31 + byte + place) % 256;
  }
  return out;
};

const never = (): boolean => false;
const zeroes = base64(new Uint8Array(32));

describe("base64 has one spelling", () => {
  test.each([
    ["no padding", "QQ"],
    ["half a padding", "QQ="],
    ["unused bits set", "QR=="],
    ["unused bits set before one pad", "QUJ="],
    ["white space", "QQ= ="],
    ["a line end", "QUJD\n"],
    ["the alphabet of addresses", "-_-_"],
    ["padding inside", "QQ==QUJD"],
    ["only padding", "===="],
    ["three pads", "Q==="],
  ])("%s is refused", (_, text) => {
    expect(fromBase64(text)).toBeUndefined();
  });

  test("what is written is read, at every length to 100", () => {
    for (let length = 0; length <= 100; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, place) => (place * 37 + length) % 256);
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      expect(fromBase64(base64(bytes))).toEqual(bytes);
    }
  });
});

describe("keys", () => {
  const key = verifierKey("lake.example/log", 1, new Uint8Array(32), weak);
  const line = vkeyText(key);

  test.each([
    ["nothing", "", "vkey.form"],
    ["two parts", "lake.example/log+00000000", "vkey.form"],
    ["an id in capitals", line.replace(/\+.{8}\+/, "+0000000A+"), "vkey.form"],
    ["a space in the name", line.replace("lake", "la ke"), "vkey.form"],
    ["another id", line.replace(/\+.{8}\+/, "+00000000+"), "vkey.id"],
    ["another name", line.replace("lake", "bake"), "vkey.id"],
    ["a type that we do not use", `n+00000000+${base64(new Uint8Array(33).fill(2))}`, "vkey.type"],
    ["a short key", `n+00000000+${base64(new Uint8Array(32).fill(1))}`, "vkey.type"],
  ])("%s is refused", (_, text, code) => {
    expect(readVkey(text, weak)).toEqual({ ok: false, refusal: { code } });
  });

  test.each(["", "a b", "a+b", "a\u00a0b", "a\u2003b", "a\nb", "a\u0000", "\ud800"])(
    "%j names no key",
    (name) => {
      expect(isKeyName(name)).toBe(false);
      expect(() => verifierKey(name, 1, new Uint8Array(32), weak)).toThrow(RangeError);
    },
  );

  test("a key of another length is a bug", () => {
    expect(() => verifierKey("a", 1, new Uint8Array(31), weak)).toThrow(RangeError);
  });
});

describe("notes", () => {
  const signature = base64(new Uint8Array(68));
  const line = `— lake.example/log ${signature}\n`;

  test.each([
    ["no signature", "text\n\n", "note.form"],
    ["no empty line", `text\n${line}`, "note.form"],
    ["no line end", `text\n\n${line}`.slice(0, -1), "note.form"],
    ["a carriage return", `text\r\n\n${line}`, "note.character"],
    ["half a character", `\ud800\n\n${line}`, "note.character"],
    ["a signature of nothing", "text\n\n— a AAAAAA==\n", "note.signature-line"],
    ["two spaces", `text\n\n— a  ${signature}\n`, "note.signature-line"],
    ["a space behind", `text\n\n— a ${signature} \n`, "note.signature-line"],
    ["65 signatures", `text\n\n${line.repeat(65)}`, "note.too-large"],
    ["more than 64 KiB", `${"t".repeat(65_536)}\n\n${line}`, "note.too-large"],
    ["more than 64 KiB in bytes", `${"т".repeat(40_000)}\n\n${line}`, "note.too-large"],
  ])("%s is refused", (_, note, code) => {
    expect(readNote(note)).toMatchObject({ ok: false, refusal: { code } });
  });

  test("64 signatures are read, and the text may hold empty lines", () => {
    const note = `one\n\ntwo\n\n${line.repeat(64)}`;
    const read = readNote(note);
    expect(read).toMatchObject({ ok: true, value: { text: "one\n\ntwo\n" } });
    expect(read.ok && writeNote(read.value)).toBe(note);
  });

  test("a note that nobody one trusts has signed is not believed", () => {
    const refusal = { code: "note.unknown-keys" };
    expect(openNote(`text\n\n${line}`, [], never)).toEqual({ ok: false, refusal });
  });

  test("a cosignature is a time of whole seconds and 64 bytes", () => {
    expect(readCosignature(new Uint8Array(71))).toBeUndefined();
    expect(readCosignature(new Uint8Array(72))?.time).toBe(0);
    expect(readCosignature(new Uint8Array(72).fill(255))).toBeUndefined();
  });
});

describe("tiles and bundles", () => {
  test.each([
    "tile/0/0",
    "tile/0/00",
    "tile/0/0000",
    "tile/0/x000/000",
    "tile/0/001/000",
    "tile/0/x001/0",
    "tile/00/000",
    "tile/64/000",
    "tile/-1/000",
    "tile/0/000.p/0",
    "tile/0/000.p/256",
    "tile/0/000.p/257",
    "tile/0/000.p/01",
    "tile/0/000.p",
    "tile/0/000/",
    "tile/0/../0/000",
    "tile/entries",
    "tile/data/000",
    "checkpoint",
    `tile/0/${"x999/".repeat(6)}999`,
  ])("%s is no path of ours", (path) => {
    expect(readTilePath(path)).toBeUndefined();
  });

  test("no size has a tile of no hashes, and each width is the one that its tree gives", () => {
    for (let size = 0; size <= 66_000; size += 257) {
      for (const tile of tilesOf(size)) {
        expect(tile.width).toBeGreaterThan(0);
        expect(widthIn(tile, size)).toBe(tile.width);
      }
    }
    expect(widthIn({ level: 0, index: 1 }, 256)).toBe(0);
    expect(widthIn({ level: "entries", index: 0 }, 0)).toBe(0);
  });

  test("a tile of another length is none", () => {
    const hashes = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    expect(readTile(tileBytes(hashes), 2)).toEqual(hashes);
    expect(readTile(tileBytes(hashes), 1)).toBeUndefined();
    expect(readTile(tileBytes(hashes).subarray(1), 2)).toBeUndefined();
  });

  test("a bundle of another width, or cut short anywhere, or longer, is none", () => {
    const entries = ["", "a", "longer"].map(utf8);
    const bytes = bundleBytes(entries);
    expect(readBundle(bytes, 3)).toEqual(entries);
    for (let end = 0; end < bytes.length; end += 1) {
      expect(readBundle(bytes.subarray(0, end), 3)).toBeUndefined();
    }
    expect(readBundle(Uint8Array.from([...bytes, 0]), 3)).toBeUndefined();
    expect(readBundle(bytes, 2)).toBeUndefined();
    expect(readBundle(bytes, 4)).toBeUndefined();
  });
});

describe("proofs beyond their tree", () => {
  const leaves = [1, 2, 3].map((byte) => weak(Uint8Array.of(byte)));
  const subtrees = subtreesOfLeaves(leaves, weak);
  const far = 2 ** 53;

  test("are our own mistake to ask for", () => {
    expect(() => inclusionProof(3, 3, subtrees, weak)).toThrow(RangeError);
    expect(() => inclusionProof(-1, 3, subtrees, weak)).toThrow(RangeError);
    expect(() => consistencyProof(4, 3, subtrees, weak)).toThrow(RangeError);
    expect(() => inclusionProof(0, 9, subtrees, weak)).toThrow(RangeError);
    expect(() => subtreesOfTiles(() => leaves, weak)(2, 0)).toThrow(RangeError);
  });

  test("do not hold where a size is no whole number, or beyond 2^53 - 1", () => {
    const [leaf = weak(new Uint8Array(0))] = leaves;
    for (const size of [far, 1.5, -1, Number.NaN]) {
      const inclusion = { index: 0, size, leaf, root: leaf, proof: [] };
      expect(verifyInclusion(inclusion, weak)).toBe(false);
      const step = { oldSize: 1, newSize: size, oldRoot: leaf, newRoot: leaf, proof: [] };
      expect(verifyConsistency(step, weak)).toBe(false);
    }
  });

  test("hold in a tree of 2^53 - 1 leaves, which no bit operator could walk", () => {
    const [leaf = weak(new Uint8Array(0))] = leaves;
    const subtree = (level: number) => weak(utf8(`full ${level}`));
    const size = far - 1;
    const from = (level: number, index: number) => (level + index === 0 ? leaf : subtree(level));
    const proof = inclusionProof(0, size, from, weak);
    expect(proof).toHaveLength(53);
    const root = consistencyProof(1, size, from, weak);
    expect(root.map(hex)).toEqual(proof.map(hex));
  });
});

describe("what is handed about", () => {
  test.each([
    ["no index", `c2sp.org/tlog-proof@v1\n${zeroes}\n\nnote`],
    ["a hash of another length", "c2sp.org/tlog-proof@v1\nindex 1\nQQ==\n\nnote"],
    ["an extra that is no base64", "c2sp.org/tlog-proof@v1\nextra ?\nindex 1\n\nnote"],
    ["64 hashes", `c2sp.org/tlog-proof@v1\nindex 1\n${`${zeroes}\n`.repeat(64)}\nnote`],
    ["no checkpoint", "c2sp.org/tlog-proof@v1\nindex 1\n"],
  ])("an offline proof with %s is none", (_, text) => {
    expect(readCertificate(text)).toBeUndefined();
  });

  test("an offline proof may bear an extra, which nobody vouches for", () => {
    const text = "c2sp.org/tlog-proof@v1\nextra QQ==\nindex 1\n\nnote";
    expect(readCertificate(text)).toEqual({ index: 1, proof: [], checkpoint: "note" });
  });

  test.each([
    ["no size", `${zeroes}\n\nnote`],
    ["a size with a zero before", "old 01\n\nnote"],
    ["a size beyond whole numbers", "old 9007199254740993\n\nnote"],
    ["a hash of another length", "old 1\nQQ==\n\nnote"],
    ["64 hashes", `old 1\n${`${zeroes}\n`.repeat(64)}\nnote`],
  ])("a submission with %s is none", (_, text) => {
    expect(readSubmission(text)).toBeUndefined();
  });
});
