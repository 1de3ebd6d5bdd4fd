/**
 * Offline proofs: one text that shows that an entry stands in a log, without asking anybody.
 *
 * In:   a place, the hashes of its inclusion proof, and a checkpoint's note as it was signed.
 * Out:  the text to hand out with a certified copy; or the checkpoint under which it holds.
 *
 * @source C2SP tlog-proof, version 1.
 */
import { type Hash, ok, type Result, refuse } from "#base";
import { leafHash } from "../merkle.ts";
import { base64, fromBase64 } from "./base64.ts";
import { type CheckpointRefusal, openCheckpoint, type SignedCheckpoint } from "./checkpoint.ts";
import type { VerifierKey, Verify } from "./key.ts";
import type { NoteRefusal } from "./note.ts";
import { verifyInclusion } from "./proof.ts";

const title = "c2sp.org/tlog-proof@v1";
const mostHashes = 63; // A tree of 2^63 leaves is no deeper.

export type Certificate = {
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  readonly checkpoint: string; // The signed note, cosignatures and all.
};

export type CertificateRefusal =
  | NoteRefusal
  | CheckpointRefusal
  | { readonly code: "certificate.form" | "certificate.not-included" };

export const certificateText = ({ index, proof, checkpoint }: Certificate): string =>
  [title, `index ${index}`, ...proof.map(base64), "", checkpoint].join("\n");

/** Reads the text; a line `extra` is authenticated by nobody and left aside. */
export const readCertificate = (text: string): Certificate | undefined => {
  const end = text.indexOf("\n\n");
  const [first, ...lines] = text.slice(0, Math.max(0, end)).split("\n");
  if (lines[0]?.startsWith("extra ")) {
    if (fromBase64(lines[0].slice("extra ".length)) === undefined) return undefined;
    lines.shift();
  }
  const [, index] = /^index (0|[1-9][0-9]{0,15})$/.exec(lines.shift() ?? "") ?? [];
  if (first !== title || index === undefined || lines.length > mostHashes) return undefined;
  const proof = lines.flatMap((line) => fromBase64(line) ?? []);
  if (proof.length !== lines.length || proof.some(({ length }) => length !== 32)) return undefined;
  return { index: Number(index), proof, checkpoint: text.slice(end + 2) };
};

/** Whether the entry stands in the log whose key is given; the checkpoint under which it does. */
export const openCertificate = (
  text: string,
  entry: Uint8Array,
  log: VerifierKey,
  means: {
    readonly verify: Verify;
    readonly hash: Hash;
    readonly witnesses?: readonly VerifierKey[];
  },
): Result<SignedCheckpoint, CertificateRefusal> => {
  const read = readCertificate(text);
  if (read === undefined) return refuse({ code: "certificate.form" });
  const { index, proof } = read;
  const checkpoint = openCheckpoint(read.checkpoint, log, means);
  if (!checkpoint.ok) return checkpoint;
  const { size, root } = checkpoint.value;
  const leaf = leafHash(entry, means.hash);
  const holds = verifyInclusion({ index, size, leaf, root, proof }, means.hash);
  return holds ? ok(checkpoint.value) : refuse({ code: "certificate.not-included" });
};
