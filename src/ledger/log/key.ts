/**
 * Keys that verify notes: their names, their short ids, and the one line they are handed on in.
 *
 * In:   a name, a type and 32 bytes of an Ed25519 public key; or a line `name+id+base64`.
 * Out:  a `VerifierKey`; Ed25519 itself is a synchronous function handed in, like the hash (S-39).
 *
 * The id is a hint that finds a key among those one trusts. It proves nothing: only the whole key
 * verifies.
 *
 * @source C2SP signed-note, "Verifier keys".
 */
import { type Hash, hex, ok, type Result, refuse, utf8 } from "#base";
import { base64, fromBase64 } from "./base64.ts";

/** Whether 64 bytes are the key's Ed25519 signature over a message. Synchronous. */
export type Verify = (message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array) => boolean;

/** 64 bytes of Ed25519 over a message. Synchronous; the private key stays with whoever made it. */
export type Sign = (message: Uint8Array) => Uint8Array;

/** What a key signs: the text of a note, or a checkpoint with the time at which it was seen. */
export const keyTypes = { note: 1, cosignature: 4 } as const;
export type KeyType = (typeof keyTypes)[keyof typeof keyTypes];

export type VerifierKey = {
  readonly name: string;
  readonly id: string; // Eight digits of lower-case hexadecimal.
  readonly type: KeyType;
  readonly publicKey: Uint8Array;
};

/** A key that also signs. */
export type SigningKey = VerifierKey & { readonly sign: Sign };

export const publicKeyBytes = 32;
export const signatureBytes = 64;

/** Whether a text may name a key: not empty, no space of any script, no `+`, nothing unprintable. */
export const isKeyName = (name: string): boolean =>
  name !== "" && name.isWellFormed() && !/[\p{White_Space}\p{Cc}+]/u.test(name);

const isKeyType = (type: number | undefined): type is KeyType =>
  type === keyTypes.note || type === keyTypes.cosignature;

const typed = (type: KeyType, publicKey: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(1 + publicKey.length);
  bytes[0] = type;
  bytes.set(publicKey, 1);
  return bytes;
};

const idOf = (name: string, key: Uint8Array, hash: Hash): string => {
  const text = utf8(`${name}\n`);
  const bytes = new Uint8Array(text.length + key.length);
  bytes.set(text);
  bytes.set(key, text.length);
  return hex(hash(bytes).subarray(0, 4));
};

/**
 * A key under a name.
 *
 * @throws RangeError for what can be no name or no key: whoever made them had to look, so a bug.
 */
export const verifierKey = (
  name: string,
  type: KeyType,
  publicKey: Uint8Array,
  hash: Hash,
): VerifierKey => {
  if (!isKeyName(name)) throw new RangeError(`no name of a key: ${JSON.stringify(name)}`);
  if (publicKey.length !== publicKeyBytes) throw new RangeError("an Ed25519 key has 32 bytes");
  return { name, type, publicKey, id: idOf(name, typed(type, publicKey), hash) };
};

/** The line in which a key is handed on: `name+id+base64(type || key)`. */
export const vkeyText = ({ name, id, type, publicKey }: VerifierKey): string =>
  `${name}+${id}+${base64(typed(type, publicKey))}`;

export type VkeyRefusal = {
  readonly code:
    | "vkey.form" // Not three parts, or a part that is no name, no id, no base64.
    | "vkey.type" // Not Ed25519, over a note or as a cosignature.
    | "vkey.id"; // The id is not that of the name and key.
};

/** Reads the line of a key. */
export const readVkey = (text: string, hash: Hash): Result<VerifierKey, VkeyRefusal> => {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text);
  const [, name = "", id = "", coded = ""] = parts ?? [];
  const bytes = fromBase64(coded);
  if (!isKeyName(name) || bytes === undefined) return refuse({ code: "vkey.form" });
  const [type] = bytes;
  if (!isKeyType(type) || bytes.length !== 1 + publicKeyBytes) return refuse({ code: "vkey.type" });
  const key = verifierKey(name, type, bytes.slice(1), hash);
  return key.id === id ? ok(key) : refuse({ code: "vkey.id" });
};
