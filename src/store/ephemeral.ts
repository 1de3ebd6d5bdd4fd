/**
 * The key of a log that nobody will ask for tomorrow: a rehearsal's, a test's.
 *
 * Its name is its own, so nothing that was signed for it verifies in a real log.
 */
import { randomBytes } from "node:crypto";
import { type Hash, hex } from "#base";
import { keyTypes, type SigningKey, verifierKey } from "#ledger";
import { keyPairOf } from "./ed25519.ts";

const seedBytes = 32;
const nameBytes = 8;

/** A fresh key under a fresh name. */
export const ephemeralLog = (hash: Hash): SigningKey => {
  const { publicKey, sign } = keyPairOf(randomBytes(seedBytes));
  const name = `memory.invalid/${hex(randomBytes(nameBytes))}`;
  return { ...verifierKey(name, keyTypes.note, publicKey, hash), sign };
};
