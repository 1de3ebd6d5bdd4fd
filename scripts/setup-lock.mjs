/**
 * One set-up at a time: a lock file that names its holder, and waits for a living one.
 *
 * In:   the path of the lock, and where to say that we wait.
 * Out:  a function that gives the lock back.
 *
 * A holder that was killed leaves its file behind. It is known by its process being gone, or, where
 * the number was given out again, by the time at which that process began.
 */
import * as fs from "node:fs";

const pollMs = 250;
const patienceMs = 15 * 60_000; // Longer than the slowest install seen, so that nothing hangs for ever.

/** When a process began, in the kernel's ticks; empty where the system does not tell. */
const beganAt = (pid) => {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
};

const nameOf = (pid) => `${pid} ${beganAt(pid)}`;

const lives = (holder) => {
  const pid = Number.parseInt(holder, 10);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false; // EPERM: it lives, and is somebody else's.
  }
  return nameOf(pid) === holder;
};

const read = (path) => {
  try {
    return fs.readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};

/** Links a finished file into place: the lock is never seen without its holder's name. */
const take = (lock, own) => {
  try {
    fs.linkSync(own, lock);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
};

/** Moves a dead holder's lock aside; if a living one's came in between, it is put back. */
const clear = (lock, aside) => {
  try {
    fs.renameSync(lock, aside);
  } catch {
    return; // Another one cleared it first.
  }
  if (lives(read(aside) ?? "")) take(lock, aside);
  fs.rmSync(aside, { force: true });
};

export const holdLock = async (lock, say) => {
  const own = `${lock}.${process.pid}`;
  const giveUpAt = Date.now() + patienceMs;
  let told = false;
  fs.writeFileSync(own, nameOf(process.pid));
  try {
    while (!take(lock, own)) {
      const holder = read(lock);
      if (holder !== undefined && !lives(holder)) {
        clear(lock, `${own}.aside`);
        continue;
      }
      if (Date.now() > giveUpAt) throw new Error(`waited too long for process ${holder}: ${lock}`);
      if (!told) say("another set-up is running; waiting for it");
      told = true;
      await new Promise((done) => setTimeout(done, pollMs));
    }
  } finally {
    fs.rmSync(own, { force: true });
  }
  return () => fs.rmSync(lock, { force: true });
};
