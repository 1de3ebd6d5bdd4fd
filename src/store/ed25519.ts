/**
 * Ed25519 as synchronous functions over plain bytes, for rooms that may not import `node:crypto`.
 *
 * Node takes and gives keys in envelopes of DER, whose beginnings are always the same.
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signWith,
  verify as verifyWith,
} from "node:crypto";
import type { Sign, Verify } from "#ledger";

const publicHead = Buffer.from("302a300506032b6570032100", "hex");
const seedHead = Buffer.from("302e020100300506032b657004220420", "hex");

/** A private key with its public half. */
export type KeyPair = { readonly publicKey: Uint8Array; readonly sign: Sign };

const pairOf = (key: KeyObject): KeyPair => {
  const spki = createPublicKey(key).export({ format: "der", type: "spki" });
  return {
    publicKey: new Uint8Array(spki.subarray(publicHead.length)),
    sign: (message) => new Uint8Array(signWith(null, message, key)),
  };
};

/** The pair of a seed of 32 bytes. */
export const keyPairOf = (seed: Uint8Array): KeyPair => {
  const key = Buffer.concat([seedHead, seed]);
  return pairOf(createPrivateKey({ key, format: "der", type: "pkcs8" }));
};

/** A new private key as the text that is kept in a file. */
export const newKeyText = (): string =>
  generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();

/** The pair whose private key a file holds; undefined where it holds none. */
export const readKeyText = (text: string): KeyPair | undefined => {
  try {
    const key = createPrivateKey(text);
    return key.asymmetricKeyType === "ed25519" ? pairOf(key) : undefined;
  } catch {
    return undefined;
  }
};

/** Keys are few and asked again and again; making one of bytes costs as much as a signature. */
const known = new Map<string, KeyObject>();
const mostKnown = 256;

const keyOf = (publicKey: Uint8Array): KeyObject => {
  const name = Buffer.from(publicKey).toString("latin1");
  const found = known.get(name);
  if (found !== undefined) return found;
  const der = Buffer.concat([publicHead, publicKey]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  if (known.size >= mostKnown) known.clear();
  known.set(name, key);
  return key;
};

/** Whether the signature is the key's over the message; a malformed one is not. */
export const verifyEd25519: Verify = (message, signature, publicKey) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  return verifyWith(null, message, keyOf(publicKey), signature);
};
