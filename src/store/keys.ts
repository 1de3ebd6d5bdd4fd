/**
 * The keys of an installation, in files beside its ledger.
 *
 * `registrar.key` signs acts; `<ledger>.key` signs checkpoints and nothing else, and its public half
 * is the line in `<ledger>.vkey`, which anybody may have. Private keys are readable by their owner
 * alone. A key is made for a new ledger only: a ledger whose key is gone is refused, because another
 * key would be another log.
 */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Hash, hex, ok, type Result, refuse } from "#base";
import {
  keyTypes,
  readVkey,
  type SigningKey,
  type VerifierKey,
  verifierKey,
  vkeyText,
} from "#ledger";
import { refusalOf, systemCode } from "./cause.ts";
import { putDurably } from "./durable.ts";
import { type KeyPair, newKeyText, readKeyText } from "./ed25519.ts";
import type { StoreRefusal } from "./refusal.ts";

const ownerOnly = 0o600;
const everyone = 0o644;

/** A file's text; undefined where there is none. */
const textIn = (path: string): string | undefined => {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  }
};

/** The pair of a private key's file; made where it is missing, if `make` says so. */
export const keyIn = (path: string, make: boolean): Result<KeyPair, StoreRefusal> => {
  try {
    const held = textIn(path);
    if (held === undefined && !make) return refuse({ code: "key.missing", path });
    const text = held ?? newKeyText();
    if (held === undefined) putDurably(path, text, ownerOnly);
    const pair = readKeyText(text);
    return pair === undefined ? refuse({ code: "key.damaged", path }) : ok(pair);
  } catch (error) {
    return refuse(refusalOf(error, path));
  }
};

/** Bytes behind a log's name: a ledger that is made anew is another log, and needs another name. */
const nameBytes = 4;

/** Where a ledger's own keys stand. */
export const logFiles = (ledger: string) => ({
  key: `${ledger}.key`,
  vkey: `${ledger}.vkey`,
});

/** The key by which everybody verifies the log. */
export const logKey = (ledger: string, hash: Hash): Result<VerifierKey, StoreRefusal> => {
  const path = logFiles(ledger).vkey;
  try {
    const text = textIn(path);
    if (text === undefined) return refuse({ code: "key.missing", path });
    const key = readVkey(text.replace(/\n$/, ""), hash);
    return key.ok ? key : refuse({ code: "key.damaged", path });
  } catch (error) {
    return refuse(refusalOf(error, path));
  }
};

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => hex(a) === hex(b);

/** The key by which the writer signs checkpoints; both files must be of one key. */
export const logSigner = (ledger: string, hash: Hash): Result<SigningKey, StoreRefusal> => {
  const held = logKey(ledger, hash);
  if (!held.ok) return held;
  const path = logFiles(ledger).key;
  const pair = keyIn(path, false);
  if (!pair.ok) return pair;
  if (!sameBytes(pair.value.publicKey, held.value.publicKey)) {
    return refuse({ code: "key.damaged", path });
  }
  return ok({ ...held.value, sign: pair.value.sign });
};

/** The keys of a new ledger: made, unless an earlier start was cut off after making them. */
export const newLogSigner = (
  ledger: string,
  prefix: string,
  hash: Hash,
): Result<SigningKey, StoreRefusal> => {
  const { key, vkey } = logFiles(ledger);
  const pair = keyIn(key, true);
  if (!pair.ok) return pair;
  const held = logSigner(ledger, hash);
  if (held.ok || held.refusal.code !== "key.missing") return held;
  try {
    const name = `${prefix}/${hex(randomBytes(nameBytes))}`;
    const made = verifierKey(name, keyTypes.note, pair.value.publicKey, hash);
    putDurably(vkey, `${vkeyText(made)}\n`, everyone);
    return ok({ ...made, sign: pair.value.sign });
  } catch (error) {
    return refuse(refusalOf(error, vkey));
  }
};
