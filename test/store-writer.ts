/**
 * A process that the tests of the store start, and kill: it opens a ledger as its writer and
 *
 *   hold     says that it holds it, until its input ends;
 *   append   appends without end, one line for each size once it is acknowledged;
 *   race     waits for a line of input, takes the lock alone, and says how that went;
 *   die      appends as `append` does, and kills itself when it reaches a step for the n-th time;
 *   share    is one of several at a ledger, with some clients, and says what each of them was answered.
 *
 * Usage: node test/store-writer.ts hold|append|die PLACE [STEP N BATCH]
 *        node test/store-writer.ts share PLACE NAME CLIENTS TURNS
 *        node test/store-writer.ts race PATH
 */
import { writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { takeLock } from "#store";
import { entriesFrom } from "../src/ledger/testing.ts";
import { client } from "./clients.ts";
import { openAt, placeIn, storeAt } from "./places.ts";

const [mode = "", place = "", step = "", nth = "1", batch = "1"] = process.argv.slice(2);
let left = Number(nth);
flushCompileCache(); // Who is killed keeps nothing for the next one.

/** No handler runs, nothing is flushed: the process is gone, as after a fault of the system. */
const observe = (reached: string): void => {
  if (reached !== step) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, "SIGKILL");
};

/** Straight to the pipe: a line that was written has left this process, whatever comes next. */
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

const untilInput = (event: "data" | "end"): Promise<void> =>
  new Promise((resolve) => {
    process.stdin.once(event, () => resolve());
    process.stdin.resume();
  });

const opened = async () => {
  const store = await openAt(placeIn(place), { purpose: `test ${mode}`, observe });
  if (store.ok) return store.value;
  say(JSON.stringify(store.refusal));
  process.exit(1);
};

switch (mode) {
  case "hold": {
    const store = await opened();
    say("held");
    await untilInput("end");
    await store.close();
    break;
  }
  case "append": {
    const store = await opened();
    for (let size = await store.size(); ; ) {
      const appended = await store.append(size, entriesFrom(size, 1 + (size % 3)));
      if (!appended.ok) throw new Error(JSON.stringify(appended.refusal));
      size = appended.value.size;
      say(String(size));
    }
  }
  case "die": {
    const store = await opened();
    for (let size = await store.size(); ; ) {
      const key = `key-${size}`;
      const appended = await store.append(size, entriesFrom(size, Number(batch)), { key });
      if (!appended.ok) throw new Error(JSON.stringify(appended.refusal));
      size = appended.value.size;
      say(String(size));
    }
  }
  case "share": {
    const store = await storeAt(placeIn(place), { shared: true, purpose: "test share" });
    say("open");
    await untilInput("data");
    const [name, clients, turns] = [step, Number(nth), Number(batch)];
    await Promise.all(
      Array.from({ length: clients }, (_, n) => client(store, `${name}-${n}`, turns, say)),
    );
    say("done");
    await untilInput("end");
    await store.close();
    break;
  }
  case "race": {
    say("ready");
    await untilInput("data");
    const lock = takeLock(place, "test race");
    say(lock.ok ? "held" : `refused ${lock.refusal.pid}`);
    await untilInput("end");
    break;
  }
  default:
    throw new Error(`no such mode: ${mode}`);
}
