/**
 * Where a witness keeps what it has seen: a folder laid out as a log's files are.
 *
 * In:   the folder; a name for its key.
 * Out:  its key for cosignatures, made at the first time; files read and durably kept.
 *
 * `checkpoint` is the last one that was cosigned, `log.vkey` the key that was trusted at first, and
 * `tile/…` a copy where one is kept: so `foedus verify` reads the folder like any log. What is kept
 * is on the disk before anybody is told, whatever happens to the machine afterwards.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Hash, hex, ok, type Result, refuse } from "#base";
import { keyTypes, readVkey, type SigningKey, verifierKey, vkeyText } from "#ledger";
import { refusalOf } from "./cause.ts";
import { putDurably } from "./durable.ts";
import { keyIn } from "./keys.ts";
import { takeLock } from "./lock.ts";
import { readLogFile } from "./log-folder.ts";
import type { StoreRefusal } from "./refusal.ts";

export type WitnessPlace = {
  readonly key: SigningKey;
  /** The bytes of a file; undefined where there is none. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** Keeps a file for good; what the system refuses comes back. */
  readonly keep: (path: string, bytes: Uint8Array) => Result<undefined, StoreRefusal>;
  readonly close: () => void;
};

const everyone = 0o644;
const nameBytes = 4;

/** The witness's key; its name is given once, and made where nobody gives one. */
const keyOf = (folder: string, hash: Hash, name?: string): Result<SigningKey, StoreRefusal> => {
  const pair = keyIn(join(folder, "witness.key"), true);
  if (!pair.ok) return pair;
  const { publicKey, sign } = pair.value;
  const path = join(folder, "witness.vkey");
  const line = readLogFile(folder, "witness.vkey");
  if (line !== undefined) {
    const held = readVkey(new TextDecoder().decode(line).replace(/\n$/, ""), hash);
    const isOwn = held.ok && hex(held.value.publicKey) === hex(publicKey);
    if (!isOwn || held.value.type !== keyTypes.cosignature) {
      return refuse({ code: "key.damaged", path });
    }
    if (name !== undefined && name !== held.value.name) {
      return refuse({ code: "witness.other-name", path, found: held.value.name });
    }
    return ok({ ...held.value, sign });
  }
  const called = name ?? `witness/${hex(randomBytes(nameBytes))}`;
  const key = verifierKey(called, keyTypes.cosignature, publicKey, hash);
  putDurably(path, `${vkeyText(key)}\n`, everyone);
  return ok({ ...key, sign });
};

/** Opens the folder of a witness for one process alone. */
export const witnessPlace = (
  folder: string,
  hash: Hash,
  name?: string,
): Result<WitnessPlace, StoreRefusal> => {
  try {
    mkdirSync(folder, { recursive: true });
    const lock = takeLock(join(folder, "witness"), "witness");
    if (!lock.ok) return refuse({ code: "store.locked", path: folder, ...lock.refusal });
    const key = keyOf(folder, hash, name);
    if (!key.ok) {
      lock.value.release();
      return key;
    }
    return ok({
      key: key.value,
      read: (path) => readLogFile(folder, path),
      keep: (path, bytes) => {
        try {
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          putDurably(join(folder, path), bytes, everyone);
          return ok(undefined);
        } catch (error) {
          return refuse(refusalOf(error, join(folder, path)));
        }
      },
      close: lock.value.release,
    });
  } catch (error) {
    return refuse(refusalOf(error, folder));
  }
};
