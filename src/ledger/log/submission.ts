/**
 * What a log sends to a witness: the size the witness last saw, the proof from there, a checkpoint.
 *
 * @source C2SP tlog-witness, the body of `add-checkpoint`.
 */
import { base64, fromBase64 } from "./base64.ts";

export type Submission = {
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  readonly checkpoint: string; // The signed note.
};

const mostHashes = 63;

export const submissionText = ({ oldSize, proof, checkpoint }: Submission): string =>
  [`old ${oldSize}`, ...proof.map(base64), "", checkpoint].join("\n");

/** Reads the body; undefined where it is malformed. The checkpoint in it is not opened here. */
export const readSubmission = (text: string): Submission | undefined => {
  const end = text.indexOf("\n\n");
  const [first = "", ...lines] = text.slice(0, Math.max(0, end)).split("\n");
  const [, size] = /^old (0|[1-9][0-9]{0,15})$/.exec(first) ?? [];
  const oldSize = Number(size);
  if (!Number.isSafeInteger(oldSize) || lines.length > mostHashes) return undefined;
  const proof = lines.flatMap((line) => fromBase64(line) ?? []);
  if (proof.length !== lines.length || proof.some(({ length }) => length !== 32)) return undefined;
  return { oldSize, proof, checkpoint: text.slice(end + 2) };
};
