/**
 * Checkpoints: the three lines that bind a log's name, size and root, and their signed note.
 *
 * In:   a checkpoint's text or note; the log's key.
 * Out:  `Checkpoint`; a refusal for any other spelling of the same.
 *
 * The root does not commit to the size, so the two are only ever taken together, from one signed
 * checkpoint. The origin is the log's identity and its key's name. Lines beyond the three are
 * refused: no witness speaks of them.
 *
 * @source C2SP tlog-checkpoint.
 */
import { type Hash, ok, type Result, refuse } from "#base";
import { base64, fromBase64 } from "./base64.ts";
import { isKeyName, type SigningKey, type VerifierKey, type Verify } from "./key.ts";
import { type NoteRefusal, type OpenedNote, openNote, signatureOf, writeNote } from "./note.ts";

export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
};

export type CheckpointRefusal = {
  readonly code:
    | "checkpoint.lines" // Not three lines.
    | "checkpoint.origin" // No name of a log, or not that of the log asked for.
    | "checkpoint.size" // Not a whole number as it is written, or beyond 2^53 - 1.
    | "checkpoint.root"; // Not 32 bytes in base64, or not the root of no entries at size 0.
};

const rootBytes = 32;
const sizeForm = /^(0|[1-9][0-9]{0,15})$/;

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, place) => byte === b[place]);

/** The text of a checkpoint, which is what a log and its witnesses sign. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${base64(root)}\n`;

/** Reads the text of a checkpoint, without its signatures. */
export const readCheckpoint = (text: string, hash: Hash): Result<Checkpoint, CheckpointRefusal> => {
  const lines = text.split("\n");
  const [origin = "", size = "", coded = "", last] = lines;
  if (lines.length !== 4 || last !== "") return refuse({ code: "checkpoint.lines" });
  if (!isKeyName(origin)) return refuse({ code: "checkpoint.origin" });
  const count = Number(size);
  if (!sizeForm.test(size) || !Number.isSafeInteger(count)) {
    return refuse({ code: "checkpoint.size" });
  }
  const root = fromBase64(coded);
  if (root?.length !== rootBytes) return refuse({ code: "checkpoint.root" });
  const isEmpty = isSame(root, hash(new Uint8Array(0)));
  if (count === 0 && !isEmpty) return refuse({ code: "checkpoint.root" });
  return ok({ origin, size: count, root });
};

/** A checkpoint that its log signed, and the note it stands in. */
export type SignedCheckpoint = Checkpoint & { readonly note: OpenedNote };

/**
 * Opens the note of a checkpoint: signed by the log itself, whose name it bears.
 *
 * @param witnesses - Keys of cosigners one trusts as well; a failing line of theirs refuses the note.
 */
export const openCheckpoint = (
  whole: string,
  log: VerifierKey,
  {
    verify,
    hash,
    witnesses = [],
  }: {
    readonly verify: Verify;
    readonly hash: Hash;
    readonly witnesses?: readonly VerifierKey[];
  },
): Result<SignedCheckpoint, CheckpointRefusal | NoteRefusal> => {
  const note = openNote(whole, [log, ...witnesses], verify);
  if (!note.ok) return note;
  if (!note.value.verified.some(({ key }) => key === log)) {
    return refuse({ code: "note.unknown-keys" });
  }
  const read = readCheckpoint(note.value.text, hash);
  if (!read.ok) return read;
  if (read.value.origin !== log.name) return refuse({ code: "checkpoint.origin" });
  return ok({ ...read.value, note: note.value });
};

/** The note of a checkpoint, signed by its log; the key's name is the origin. */
export const signCheckpoint = (size: number, root: Uint8Array, log: SigningKey): string => {
  const text = checkpointText({ origin: log.name, size, root });
  return writeNote({ text, signatures: [signatureOf(text, log)] });
};
