/**
 * Seals: what stands in an act in the place of a text that not everybody may read.
 *
 * In:   the bytes to be kept apart, and 32 random bytes handed in.
 * Out:  `{ sealed: "sha256:…" }`, the hash of both; and whether such bytes open a seal.
 * Law:  the log's leaves hold no restricted text; 0007.
 *
 * Without the salt a short text could be guessed from its hash. Salt and bytes are kept beside the
 * log: withheld or destroyed, every proof still holds.
 */
import { type Hash, hex, type Json } from "#base";
import { isRecord } from "./shape.ts";

export type Seal = { readonly sealed: string };

/** What opens a seal. */
export type Payload = { readonly salt: Uint8Array; readonly bytes: Uint8Array };

export const saltBytes = 32;

const form = /^sha256:[0-9a-f]{64}$/;

/** Whether a value of an act is a seal. */
export const isSeal = (value: Json): value is Json & Seal =>
  isRecord(value) &&
  Object.keys(value).length === 1 &&
  typeof value["sealed"] === "string" &&
  form.test(value["sealed"]);

/**
 * The seal over a payload.
 *
 * @throws RangeError unless the salt has 32 bytes: whoever made it had to, so a bug.
 */
export const sealOf = ({ salt, bytes }: Payload, hash: Hash): Seal => {
  if (salt.length !== saltBytes) throw new RangeError(`a salt has ${saltBytes} bytes`);
  const both = new Uint8Array(saltBytes + bytes.length);
  both.set(salt);
  both.set(bytes, saltBytes);
  return { sealed: `sha256:${hex(hash(both))}` };
};

/** All seals in an act or a part of it, in order. */
export const sealsIn = (value: Json): readonly string[] => {
  if (typeof value !== "object" || value === null) return [];
  if (isSeal(value)) return [value.sealed];
  return Object.values(value).flatMap(sealsIn);
};
