/**
 * The log against vectors that three implementations agree on, Go's `sumdb` among them, and against
 * the probes of transparency-dev/merkle, which lie beside the checkout or are left out visibly.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fromHex, hex, utf8 } from "#base";
import {
  base64,
  bundleBytes,
  bundlesOf,
  certificateText,
  checkpointText,
  consistencyProof,
  cosign,
  emptyFrontier,
  fromBase64,
  inclusionProof,
  type KeyType,
  keyTypes,
  leafHash,
  nodeHash,
  openCertificate,
  openCheckpoint,
  openNote,
  readBundle,
  readCertificate,
  readCheckpoint,
  readSubmission,
  readTilePath,
  readVkey,
  rootAt,
  rootOf,
  signCheckpoint,
  submissionText,
  subtreesOfLeaves,
  subtreesOfTiles,
  tileBytes,
  tilePath,
  tilesOf,
  tileWidth,
  verifierKey,
  verifyConsistency,
  verifyInclusion,
  vkeyText,
  writeNote,
} from "#ledger";
import { keyPairOf, sha256, verifyEd25519 } from "#store";
import vectors from "./vectors/transparency-log.json" with { type: "json" };

const bytes = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array(0);
const entry = (index: number): Uint8Array => utf8(`foedus test entry ${index}`);
const largest = 70_000;
const leaves = Array.from({ length: largest }, (_, index) => leafHash(entry(index), sha256));

/** The hashes of all tiles of the largest tree, level by level. */
const levels: (readonly Uint8Array[])[] = [leaves];
for (let below: readonly Uint8Array[] = leaves; below.length >= tileWidth; ) {
  const full = Math.floor(below.length / tileWidth);
  const rootOfTile = (tile: number): Uint8Array =>
    rootOf(below.slice(tile * tileWidth, (tile + 1) * tileWidth), sha256);
  const above = Array.from({ length: full }, (_, tile) => rootOfTile(tile));
  levels.push(above);
  below = above;
}
const tileAt = (level: number, index: number): readonly Uint8Array[] =>
  (levels[level] ?? []).slice(index * tileWidth, (index + 1) * tileWidth);
const fromTiles = subtreesOfTiles(tileAt, sha256);

const means = { verify: verifyEd25519, hash: sha256 };
const keyFrom = (key: (typeof vectors.keys)["log"]) =>
  verifierKey(key.name, key.signature_type as KeyType, bytes(key.public_key_hex), sha256);
const log = keyFrom(vectors.keys.log);
const logSigner = { ...log, sign: keyPairOf(bytes(vectors.keys.log.seed_hex)).sign };
const witnesses = [vectors.keys.witness_alfa, vectors.keys.witness_bravo].map(keyFrom);

describe("proofs", () => {
  test.each(vectors.inclusion)("inclusion of $index in $size", (vector) => {
    const { index, size } = vector;
    const proof = inclusionProof(index, size, fromTiles, sha256);
    expect(proof.map(hex)).toEqual(vector.proof_hex);
    const [leaf, root] = [bytes(vector.leaf_hash_hex), bytes(vector.root_hex)];
    expect(verifyInclusion({ index, size, leaf, root, proof }, sha256)).toBe(true);
    expect(hex(rootAt(size, fromTiles, sha256))).toBe(vector.root_hex);
  });

  test.each(vectors.inclusion_reject)("inclusion refused: $why", (vector) => {
    const { index, size } = vector;
    const proof = vector.proof_hex.map(bytes);
    const [leaf, root] = [bytes(vector.leaf_hash_hex), bytes(vector.root_hex)];
    expect(verifyInclusion({ index, size, leaf, root, proof }, sha256)).toBe(false);
  });

  test.each(vectors.inclusion_size_not_bound)("a root does not commit to its size", (vector) => {
    const { index, size } = vector;
    const proof = vector.proof_hex.map(bytes);
    const [leaf, root] = [bytes(vector.leaf_hash_hex), bytes(vector.root_hex)];
    expect(verifyInclusion({ index, size, leaf, root, proof }, sha256)).toBe(true);
  });

  test.each(vectors.consistency)("consistency $old_size to $new_size", (vector) => {
    const { old_size: oldSize, new_size: newSize } = vector;
    const proof = consistencyProof(oldSize, newSize, fromTiles, sha256);
    expect(proof.map(hex)).toEqual(vector.proof_hex);
    const [oldRoot, newRoot] = [bytes(vector.old_root_hex), bytes(vector.new_root_hex)];
    expect(verifyConsistency({ oldSize, newSize, oldRoot, newRoot, proof }, sha256)).toBe(true);
  });

  test.each(vectors.consistency_reject)("consistency refused: $why", (vector) => {
    const { old_size: oldSize, new_size: newSize } = vector;
    const proof = vector.proof_hex.map(bytes);
    const [oldRoot, newRoot] = [bytes(vector.old_root_hex), bytes(vector.new_root_hex)];
    expect(verifyConsistency({ oldSize, newSize, oldRoot, newRoot, proof }, sha256)).toBe(false);
  });

  test("every proof in every tree to 40 entries is made and holds, and fails for another leaf", () => {
    const subtrees = subtreesOfLeaves(leaves.slice(0, 40), sha256);
    const roots = Array.from({ length: 41 }, (_, size) => rootAt(size, subtrees, sha256));
    for (const [size, root] of roots.entries()) {
      expect(hex(root)).toBe(hex(rootOf(leaves.slice(0, size), sha256)));
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(index, size, subtrees, sha256);
        const holds = (leaf: Uint8Array = new Uint8Array(32)) =>
          verifyInclusion({ index, size, leaf, root, proof }, sha256);
        expect([holds(leaves[index]), holds(leaves[index + 1])]).toEqual([true, false]);
      }
      for (let oldSize = 0; oldSize <= size; oldSize += 1) {
        const proof = consistencyProof(oldSize, size, subtrees, sha256);
        const oldRoot = roots[oldSize] ?? root;
        const step = { oldSize, newSize: size, oldRoot, newRoot: root, proof };
        expect(verifyConsistency(step, sha256)).toBe(true);
      }
    }
  });
});

type Probe = { readonly desc: string; readonly file: string; readonly wantErr: boolean };
type Inclusion = Probe & {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  readonly proof: readonly string[] | null;
};
type Consistency = Probe & {
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
};

const probesFile = join(import.meta.dirname, "../../shared/formats/merkle-probes.json");
const probes: { readonly inclusion: Inclusion[]; readonly consistency: Consistency[] } | undefined =
  existsSync(probesFile) ? JSON.parse(readFileSync(probesFile, "utf8")) : undefined;

describe("the probes of transparency-dev/merkle", () => {
  if (probes === undefined) {
    test("left out: no shared/formats beside this checkout", () => {
      expect(existsSync(probesFile)).toBe(false);
    });
    return;
  }
  // Go's decoder gives no bytes for an empty text, and an empty hash is never right.
  const decoded = (text: string | null): Uint8Array => fromBase64(text ?? "") ?? new Uint8Array(0);

  test("each inclusion is judged as they judge it", () => {
    const wrong = probes.inclusion.filter(({ leafIdx, treeSize, wantErr, ...probe }) => {
      const [leaf, root] = [decoded(probe.leafHash), decoded(probe.root)];
      const proof = (probe.proof ?? []).map(decoded);
      const holds = verifyInclusion({ index: leafIdx, size: treeSize, leaf, root, proof }, sha256);
      return holds === wantErr;
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test("each consistency is judged as they judge it, but for hashes of 12 bytes", () => {
    const wrong = probes.consistency.filter(({ size1, size2, wantErr, ...probe }) => {
      const [oldRoot, newRoot] = [decoded(probe.root1), decoded(probe.root2)];
      const proof = (probe.proof ?? []).map(decoded);
      const step = { oldSize: size1, newSize: size2, oldRoot, newRoot, proof };
      return verifyConsistency(step, sha256) === wantErr;
    });
    expect(wrong.map(({ root1 }) => decoded(root1).length)).toEqual([12]);
  });

  test("there are 196 of them", () => {
    expect(probes.inclusion.length + probes.consistency.length).toBe(196);
  });
});

describe("tiles and bundles", () => {
  test.each(vectors.tile_index_encoding)("tile $index is at $path", ({ index, path }) => {
    const tile = { level: 0, index, width: tileWidth };
    expect(tilePath(tile)).toBe(`tile/0/${path}`);
    expect(readTilePath(`tile/0/${path}`)).toEqual(tile);
  });

  test.each(vectors.tile_sets)("the tiles of a tree of $size", ({ size, tile_count, tiles }) => {
    const made = tilesOf(size);
    expect(made).toHaveLength(tile_count);
    const byPath = new Map(made.map((tile) => [tilePath(tile), tile]));
    for (const { path, bytes: length, sha256_hex } of tiles) {
      const { level, index, width } = byPath.get(path) ?? { level: 0, index: 0, width: 0 };
      const content = tileBytes(tileAt(Number(level), index).slice(0, width));
      expect([content.length, hex(sha256(content))]).toEqual([length, sha256_hex]);
    }
  });

  test.each(vectors.bundles)("bundle $path", ({ path, first, end, sha256_hex }) => {
    const entries = Array.from({ length: end - first }, (_, place) => entry(first + place));
    const content = bundleBytes(entries);
    expect(hex(sha256(content))).toBe(sha256_hex);
    expect(readBundle(content, end - first)).toEqual(entries);
    const tile = readTilePath(path);
    expect(tile?.width).toBe(end - first);
    expect(bundlesOf(end)).toContainEqual(tile);
  });
});

describe("keys", () => {
  test.each(Object.values(vectors.keys))("$name", (key) => {
    const made = keyFrom(key);
    expect(made.id).toBe(key.key_id_hex);
    expect(vkeyText(made)).toBe(key.vkey);
    expect(readVkey(key.vkey, sha256)).toEqual({ ok: true, value: made });
    expect(hex(keyPairOf(bytes(key.seed_hex)).publicKey)).toBe(key.public_key_hex);
  });
});

describe("checkpoints", () => {
  test.each(vectors.checkpoints)("of size $size", ({ size, body, signed }) => {
    const root = rootOf(leaves.slice(0, size), sha256);
    expect(checkpointText({ origin: log.name, size, root })).toBe(body);
    expect(signCheckpoint(size, root, logSigner)).toBe(signed);
    const opened = openCheckpoint(signed, log, means);
    expect(opened).toMatchObject({ ok: true, value: { origin: log.name, size, root } });
  });

  test.each(vectors.note_reject)("note refused: $why", ({ note }) => {
    expect(openNote(note, [log, ...witnesses], verifyEd25519).ok).toBe(false);
  });

  test.each(vectors.checkpoint_reject)("checkpoint refused: $why", ({ note }) => {
    const text = note.slice(0, note.lastIndexOf("\n\n") + 1);
    const code = expect.stringMatching(/^checkpoint\./);
    const opened = openCheckpoint(note, log, means);
    expect(opened).toMatchObject({ ok: false, refusal: { code } });
    // Validly signed, so it is the text that was refused.
    expect(openNote(note, [log], verifyEd25519).ok).toBe(true);
    const read = readCheckpoint(text, sha256);
    expect(read.ok && read.value.origin === log.name).toBe(false);
  });
});

describe("witnesses", () => {
  test("both cosignatures are verified, and made again byte for byte", () => {
    const { note, size, time_alfa, time_bravo } = vectors.cosigned;
    const opened = openCheckpoint(note, log, { ...means, witnesses });
    expect(opened.ok && opened.value.note.verified).toHaveLength(3);
    const body = checkpointText({ origin: log.name, size, root: rootAt(size, fromTiles, sha256) });
    const times = [time_alfa, time_bravo];
    const seeds = [vectors.keys.witness_alfa.seed_hex, vectors.keys.witness_bravo.seed_hex];
    const lines = witnesses.map(({ name, id }, place) => {
      const { sign } = keyPairOf(bytes(seeds[place] ?? ""));
      return { name, id, bytes: cosign(times[place] ?? 0, body, sign) };
    });
    const [own] = opened.ok ? opened.value.note.signatures : [];
    const signatures = own === undefined ? lines : [own, ...lines];
    expect(writeNote({ text: body, signatures })).toBe(note);
  });

  test("a cosignature over another time refuses the note", () => {
    const { note } = vectors.cosigned;
    const [before = "", after = ""] = note.split("8s08yQAAAABpVbkA");
    const other = `${before}8s08yQAAAABpVbkB${after}`;
    const opened = openCheckpoint(other, log, { ...means, witnesses });
    expect(opened).toEqual({ ok: false, refusal: { code: "note.bad-signature", line: 1 } });
  });

  test("a key of a witness is no key of the log", () => {
    const [alfa = log] = witnesses;
    const opened = openCheckpoint(vectors.cosigned.note, { ...alfa, type: keyTypes.note }, means);
    expect(opened.ok).toBe(false);
  });

  test("the body of add-checkpoint is read and written again", () => {
    const text = vectors.add_checkpoint_request;
    const read = readSubmission(text);
    expect(read?.oldSize).toBe(255);
    const proof = consistencyProof(255, 257, fromTiles, sha256);
    expect(read?.proof.map(base64)).toEqual(proof.map(base64));
    expect(read && submissionText(read)).toBe(text);
  });

  test("two histories under one name both open, and no proof joins them", () => {
    for (const { a, b } of [vectors.fork, vectors.rewrite]) {
      const [one, two] = [a, b].map((note) => openCheckpoint(note, log, means));
      if (!one?.ok || !two?.ok) throw new Error("both are validly signed");
      const { size: oldSize, root: oldRoot } = one.value;
      const { size: newSize, root: newRoot } = two.value;
      const proof = consistencyProof(oldSize, newSize, fromTiles, sha256);
      const step = { oldSize, newSize, oldRoot, newRoot, proof };
      expect(verifyConsistency(step, sha256)).toBe(false);
    }
  });
});

describe("the offline proof", () => {
  const { text, leaf_utf8, index } = vectors.tlog_proof;

  test("is opened, and written again", () => {
    const opened = openCertificate(text, utf8(leaf_utf8), log, { ...means, witnesses });
    expect(opened).toMatchObject({ ok: true, value: { size: 257 } });
    const read = readCertificate(text);
    expect(read?.index).toBe(index);
    expect(read && certificateText(read)).toBe(text);
  });

  test.each([
    ["another entry", text, "foedus test entry 255", "certificate.not-included"],
    [
      "another place",
      text.replace("index 256", "index 255"),
      leaf_utf8,
      "certificate.not-included",
    ],
    ["another size", text.replace("\n257\n", "\n258\n"), leaf_utf8, "note.bad-signature"],
    ["another title", text.replace("@v1", "@v2"), leaf_utf8, "certificate.form"],
    ["a leading zero", text.replace("index 256", "index 0256"), leaf_utf8, "certificate.form"],
  ])("with %s is refused", (_, changed, leaf, code) => {
    const opened = openCertificate(changed, utf8(leaf), log, means);
    expect(opened).toMatchObject({ ok: false, refusal: { code } });
  });
});

test("a node is no leaf: the frontier and the tiles agree on the root of 70,000", () => {
  const frontier = emptyFrontier(sha256);
  for (const leaf of leaves) frontier.append(leaf);
  expect(hex(frontier.root())).toBe(hex(rootAt(largest, fromTiles, sha256)));
  const [left, right] = leaves;
  if (left === undefined || right === undefined) throw new Error("there are leaves");
  expect(nodeHash(left, right, sha256)).toEqual(fromTiles(1, 0));
});
