/**
 * Cosignatures: what a witness signs when it has seen that a checkpoint continues the last one.
 *
 * In:   the text of a checkpoint and a time; or the bytes of a signature line.
 * Out:  the message that is signed, the bytes of the line, the time in them.
 *
 * The name of the witness is not in the message, so a witness has a key of its own.
 *
 * @source C2SP tlog-cosignature, version 1 (type 04).
 */
import { utf8 } from "#base";
import { type Sign, signatureBytes } from "./key.ts";

const timeBytes = 8;

/** A time in whole seconds since 1970 and the Ed25519 signature over it and the checkpoint. */
export type Cosignature = { readonly time: number; readonly signature: Uint8Array };

/** What a witness signs: its time, then the whole text of the checkpoint. */
export const cosignatureMessage = (time: number, checkpoint: string): Uint8Array =>
  utf8(`cosignature/v1\ntime ${time}\n${checkpoint}`);

/** The bytes of a signature line behind the key's id: the time in eight bytes, the signature. */
export const cosignatureBytes = ({ time, signature }: Cosignature): Uint8Array => {
  const bytes = new Uint8Array(timeBytes + signature.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time));
  bytes.set(signature, timeBytes);
  return bytes;
};

/** Reads them; undefined for another length or a time beyond whole numbers. */
export const readCosignature = (bytes: Uint8Array): Cosignature | undefined => {
  if (bytes.length !== timeBytes + signatureBytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const time = view.getBigUint64(0);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  return { time: Number(time), signature: bytes.slice(timeBytes) };
};

/** Cosigns the text of a checkpoint. */
export const cosign = (time: number, checkpoint: string, sign: Sign): Uint8Array =>
  cosignatureBytes({ time, signature: sign(cosignatureMessage(time, checkpoint)) });
