/**
 * The writer's lock: a file beside the ledger that names the one process which may write (S-41).
 *
 * A lock appears whole or not at all: it is written under a name of its own and then linked to its
 * place, which fails if something is there. A process that died leaves its lock behind; the next
 * writer takes it over. Of several that try, one holds the guard file, looks again, and removes the
 * dead lock; then all compete for the empty place as before.
 *
 * A pid alone may be used again, so the birth of the process stands beside it where the system
 * tells it. The lock keeps honest processes apart and says who is in the way; what keeps the ledger
 * whole in the last resort is its token, which the driver checks in each transaction.
 */
import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { ok, type Result, refuse } from "#base";
import { refusalOf, systemCode } from "./cause.ts";
import type { StoreRefusal } from "./refusal.ts";

/** What stands in the file, as one line of JSON. */
type Holder = {
  readonly pid: number;
  readonly birth: string; // Empty where the system does not tell.
  readonly purpose: string;
  readonly token: string;
};

export type Lock = { readonly token: string; readonly release: () => void };

export type Held = { readonly pid: number; readonly purpose: string };

/** How often to try when locks come and go under our hands, and how long to wait in between. */
const tries = 200;
const waitMilliseconds = 5;

const pause = (): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMilliseconds);
};

const readIfThere = (path: string): string | undefined => {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  }
};

const removeIfThere = (path: string): void => {
  try {
    unlinkSync(path);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
  }
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === "EPERM"; // There, but another user's.
  }
};

/** When a process began, in words only to be compared; `undefined` when it is gone or a zombie. */
const birthOf = (pid: number): string | undefined => {
  if (!isRunning(pid)) return undefined;
  try {
    // Behind the command's name in brackets: the state first, the start in ticks as the twentieth.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return undefined;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${fields[19]}`;
  } catch {
    return "";
  }
};

const holderOf = (text: string): Holder | undefined => {
  try {
    const { pid, birth, purpose, token }: Partial<Holder> = JSON.parse(text);
    if (!Number.isSafeInteger(pid) || pid === undefined || pid <= 0) return undefined;
    if (birth === undefined || purpose === undefined || token === undefined) return undefined;
    return { pid, birth, purpose, token };
  } catch {
    return undefined; // Cut short by a loss of power: whoever wrote it is gone.
  }
};

const isAlive = (holder: Holder | undefined): holder is Holder => {
  if (holder === undefined) return false;
  const birth = birthOf(holder.pid);
  if (birth === undefined) return false;
  return birth === "" || holder.birth === "" || birth === holder.birth;
};

/** Puts a whole file at `place`, unless something is there. */
const putIfFree = (place: string, holder: Holder): boolean => {
  const draft = `${place}.${holder.token}`;
  writeFileSync(draft, `${JSON.stringify(holder)}\n`, { flag: "wx" });
  try {
    linkSync(draft, place);
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    removeIfThere(draft);
  }
};

/** Removes the lock `seen` of a dead process, unless another taker is at it or has done it. */
const clear = (place: string, seen: string, self: Holder): void => {
  const guard = `${place}.take`;
  if (!putIfFree(guard, self)) {
    const other = readIfThere(guard);
    if (other !== undefined && !isAlive(holderOf(other))) removeIfThere(guard);
    else pause();
    return;
  }
  try {
    if (readIfThere(place) === seen) removeIfThere(place);
  } finally {
    removeIfThere(guard);
  }
};

/**
 * Takes the writer's lock of a ledger, or says who holds it.
 *
 * @param path - The ledger's file; the lock stands beside it as `<path>.lock`.
 * @param purpose - What the holder does, for the one who is refused: `serve`, `record add`.
 * @throws the system's error where the folder is missing or may not be written.
 */
export const takeLock = (path: string, purpose: string): Result<Lock, Held> => {
  const place = `${path}.lock`;
  const token = randomUUID();
  const self = { pid: process.pid, birth: birthOf(process.pid) ?? "", purpose, token };
  const release = (): void => {
    if (holderOf(readIfThere(place) ?? "")?.token === token) removeIfThere(place);
  };
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (putIfFree(place, self)) return ok({ token, release });
    const seen = readIfThere(place);
    if (seen === undefined) continue;
    const holder = holderOf(seen);
    if (isAlive(holder)) return refuse({ pid: holder.pid, purpose: holder.purpose });
    clear(place, seen, self);
  }
  throw new Error(`the lock ${place} could neither be taken nor read in ${tries} tries`);
};

/** Works on the files of a ledger that nobody has open for writing; what the world refuses is told. */
export const whileLocked = async <T>(
  path: string,
  purpose: string,
  work: () => Result<T, StoreRefusal> | Promise<Result<T, StoreRefusal>>,
): Promise<Result<T, StoreRefusal>> => {
  try {
    const lock = takeLock(path, purpose);
    if (!lock.ok) return refuse({ code: "store.locked", path, ...lock.refusal });
    try {
      return await work();
    } finally {
      lock.value.release();
    }
  } catch (error) {
    return refuse(refusalOf(error, path));
  }
};
