/**
 * Signed notes: a text, and under it a line for each key that signed it.
 *
 * In:   the whole note as text, and the keys that one trusts.
 * Out:  the text with the signatures that were verified; or why the note must not be believed.
 *
 * Signatures of unknown keys are passed over. A known key's line that fails refuses the whole note,
 * also behind a good one of the same key; and so does a note that no known key signed.
 *
 * @source C2SP signed-note. Limits on lines and length are ours.
 */
import { fromHex, hex, ok, type Result, refuse, utf8 } from "#base";
import { base64, fromBase64 } from "./base64.ts";
import { cosignatureMessage, readCosignature } from "./cosignature.ts";
import { isKeyName, keyTypes, type SigningKey, type VerifierKey, type Verify } from "./key.ts";

/** A line under the text: who says to have signed, and the bytes that are to show it. */
export type NoteSignature = {
  readonly name: string;
  readonly id: string; // Of the key; eight digits of hexadecimal.
  readonly bytes: Uint8Array;
};

export type Note = {
  readonly text: string; // With its last line end; this is what was signed.
  readonly signatures: readonly NoteSignature[];
};

export type NoteRefusal = {
  readonly code:
    | "note.too-large" // More than 64 KiB or 64 signatures.
    | "note.character" // A control character, or no Unicode text.
    | "note.form" // No empty line, no signature, no line end.
    | "note.signature-line" // A line under the text that is no signature.
    | "note.unknown-keys" // None of the trusted keys signed it.
    | "note.bad-signature"; // A trusted key's signature does not verify.
  readonly line?: number; // Which signature, from 0.
};

export const noteBytesLimit = 65_536;
const mostSignatures = 64;
const idBytes = 4;

const lineForm = /^— (\S+) (\S+)$/u;

const readLine = (line: string): NoteSignature | undefined => {
  const [, name = "", coded = ""] = lineForm.exec(line) ?? [];
  const bytes = fromBase64(coded);
  if (!isKeyName(name) || bytes === undefined || bytes.length <= idBytes) return undefined;
  return { name, id: hex(bytes.subarray(0, idBytes)), bytes: bytes.slice(idBytes) };
};

/** Anything below a space but the line end. */
const isControl = (character: string): boolean => character < " " && character !== "\n";

/** Takes a note apart. Nothing in it is to be believed yet. */
export const readNote = (whole: string): Result<Note, NoteRefusal> => {
  if (whole.length > noteBytesLimit) return refuse({ code: "note.too-large" });
  if (!whole.isWellFormed() || [...whole].some(isControl))
    return refuse({ code: "note.character" });
  if (utf8(whole).length > noteBytesLimit) return refuse({ code: "note.too-large" });
  const end = whole.lastIndexOf("\n\n");
  if (end < 0 || !whole.endsWith("\n") || end + 2 === whole.length) {
    return refuse({ code: "note.form" });
  }
  const lines = whole.slice(end + 2, -1).split("\n");
  if (lines.length > mostSignatures) return refuse({ code: "note.too-large" });
  const signatures: NoteSignature[] = [];
  for (const [place, line] of lines.entries()) {
    const signature = readLine(line);
    if (signature === undefined) return refuse({ code: "note.signature-line", line: place });
    signatures.push(signature);
  }
  return ok({ text: whole.slice(0, end + 1), signatures });
};

const lineOf = ({ name, id, bytes }: NoteSignature): string => {
  const whole = new Uint8Array(idBytes + bytes.length);
  whole.set(fromHex(id) ?? []);
  whole.set(bytes, idBytes);
  return `— ${name} ${base64(whole)}\n`;
};

/** The note as it is sent and kept. */
export const writeNote = ({ text, signatures }: Note): string =>
  `${text}\n${signatures.map(lineOf).join("")}`;

/** The line with which a key signs a text. */
export const signatureOf = (text: string, { name, id, sign }: SigningKey): NoteSignature => ({
  name,
  id,
  bytes: sign(utf8(text)),
});

const verifies = (
  text: string,
  { bytes }: NoteSignature,
  { type, publicKey }: VerifierKey,
  verify: Verify,
): boolean => {
  if (type === keyTypes.note) return verify(utf8(text), bytes, publicKey);
  const seen = readCosignature(bytes);
  if (seen === undefined) return false;
  return verify(cosignatureMessage(seen.time, text), seen.signature, publicKey);
};

/** A note with the lines that trusted keys signed, in the order of the note. */
export type OpenedNote = Note & {
  readonly verified: readonly { readonly key: VerifierKey; readonly signature: NoteSignature }[];
};

/** Opens a note by the keys that one trusts. */
export const openNote = (
  whole: string,
  keys: readonly VerifierKey[],
  verify: Verify,
): Result<OpenedNote, NoteRefusal> => {
  const read = readNote(whole);
  if (!read.ok) return read;
  const { text, signatures } = read.value;
  const verified: { key: VerifierKey; signature: NoteSignature }[] = [];
  for (const [line, signature] of signatures.entries()) {
    const key = keys.find(({ name, id }) => name === signature.name && id === signature.id);
    if (key === undefined) continue;
    if (!verifies(text, signature, key, verify))
      return refuse({ code: "note.bad-signature", line });
    verified.push({ key, signature });
  }
  if (verified.length === 0) return refuse({ code: "note.unknown-keys" });
  return ok({ text, signatures, verified });
};
