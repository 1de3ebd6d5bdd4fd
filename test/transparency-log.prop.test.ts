/**
 * Hostile notes, paths, bundles and proofs: nothing throws, and what is accepted is written again
 * as the same bytes.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { utf8 } from "#base";
import {
  bundleBytes,
  certificateText,
  checkpointText,
  inclusionProof,
  leafHash,
  openCheckpoint,
  readBundle,
  readCertificate,
  readCheckpoint,
  readNote,
  readSubmission,
  readTilePath,
  readVkey,
  rootOf,
  signCheckpoint,
  submissionText,
  subtreesOfLeaves,
  tilePath,
  verifierKey,
  verifyInclusion,
  vkeyText,
  writeNote,
} from "#ledger";
import { keyPairOf, sha256, verifyEd25519 } from "#store";

const seed = 601;
const runs = { seed, numRuns: 300 };

const pair = keyPairOf(new Uint8Array(32).fill(7));
const log = { ...verifierKey("lake.example/log", 1, pair.publicKey, sha256), sign: pair.sign };
const leaves = Array.from({ length: 300 }, (_, place) => leafHash(utf8(`${place}`), sha256));
const root = rootOf(leaves, sha256);
const note = signCheckpoint(leaves.length, root, log);
const vkey = vkeyText(log);
const proof = inclusionProof(259, 300, subtreesOfLeaves(leaves, sha256), sha256);
const certificate = certificateText({ index: 259, proof, checkpoint: note });
const submission = submissionText({ oldSize: 256, proof, checkpoint: note });

/** A text with a piece of it cut out, doubled, or put in anew. */
const mutated = (text: string) =>
  fc
    .tuple(
      fc.nat(text.length),
      fc.nat(3),
      fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom("\n", " ", "=", "+", "0", "A", "— ")),
    )
    .map(([at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut));

/** What a reader accepts, its writer writes as the same text. */
const keepsSpelling = <T>(
  text: string,
  read: (given: string) => T | undefined,
  write: (value: T) => string,
): void => {
  fc.assert(
    fc.property(fc.oneof(mutated(text), fc.string({ unit: "binary", maxLength: 80 })), (given) => {
      const value = read(given);
      if (value !== undefined) expect(write(value)).toBe(given);
    }),
    runs,
  );
};

const acceptedOf = <T>(result: { ok: true; value: T } | { ok: false }): T | undefined =>
  result.ok ? result.value : undefined;

describe(`one spelling each (seed ${seed})`, () => {
  test("notes", () => keepsSpelling(note, (text) => acceptedOf(readNote(text)), writeNote));
  test("keys", () => keepsSpelling(vkey, (text) => acceptedOf(readVkey(text, sha256)), vkeyText));
  test("paths of tiles", () => keepsSpelling("tile/1/x001/067.p/44", readTilePath, tilePath));
  test("offline proofs", () => keepsSpelling(certificate, readCertificate, certificateText));
  test("submissions", () => keepsSpelling(submission, readSubmission, submissionText));
  test("checkpoints", () => {
    const text = note.slice(0, note.lastIndexOf("\n\n") + 1);
    keepsSpelling(text, (given) => acceptedOf(readCheckpoint(given, sha256)), checkpointText);
  });
});

test(`a signed checkpoint that was touched is refused or says the same (seed ${seed})`, () => {
  fc.assert(
    fc.property(mutated(note), (given) => {
      const opened = openCheckpoint(given, log, { verify: verifyEd25519, hash: sha256 });
      if (opened.ok) expect(opened.value).toMatchObject({ size: leaves.length, root });
    }),
    runs,
  );
});

test(`a bundle of any bytes is read whole or not at all (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 40 }),
      fc.integer({ min: 1, max: 4 }),
      (bytes, width) => {
        const entries = readBundle(bytes, width);
        if (entries !== undefined) expect(bundleBytes(entries)).toEqual(bytes);
      },
    ),
    runs,
  );
});

test(`no other place, size or hash makes a proof hold (seed ${seed})`, () => {
  const index = 259;
  const [leaf = root] = leaves.slice(index);
  fc.assert(
    fc.property(
      fc.nat(proof.length - 1),
      fc.nat(255),
      fc.constantFrom("bit", "drop", "double", "place"),
      (at, bit, change) => {
        const hashes = proof.map((each) => each.slice());
        const chosen = hashes[at];
        if (chosen === undefined) throw new Error("the place is in the proof");
        if (change === "bit") chosen[bit >> 3] = (chosen[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        if (change === "drop") hashes.splice(at, 1);
        if (change === "double") hashes.splice(at, 0, chosen);
        const place = change === "place" ? bit : index;
        const holds = verifyInclusion(
          { index: place, size: leaves.length, leaf, root, proof: hashes },
          sha256,
        );
        expect(holds).toBe(false);
      },
    ),
    runs,
  );
});
