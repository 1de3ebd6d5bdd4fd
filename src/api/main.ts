/**
 * The entry point of the server: the only file here that knows clock, environment and store.
 *
 * In:   HOST, PORT, FOEDUS_DATA, FOEDUS_HOST, DATABASE_URL.
 * Out:  the address on standard output, all else on standard error. Exit 0 when told to stop, 2 for
 *       bad input or a ledger that does not open, 70 for a mistake of ours.
 */

import { join } from "node:path";
import { instantFrom } from "#base";
import { disk, isDatabaseUrl, sha256, worldFault } from "#store";
import { refusalText } from "#wording";
import { type Settings, settingsOf } from "./settings.ts";
import { start } from "./start.ts";

const exits = { stopped: 0, badInput: 2, bug: 70 } as const;
const checkout = join(import.meta.dirname, "../..");
const { env, stdout, stderr } = process;

const warn = (line: string): void => void stderr.write(`foedus: ${line}\n`);

const report = (error: unknown): void =>
  void stderr.write(`foedus: ${error instanceof Error ? error.stack : String(error)}\n`);

/** From the first moment on; a second signal of the kind ends us at once, as signals do. */
const told = new Promise<void>((resolve) => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
});

const run = async ({ host, port, data, database }: Settings): Promise<number> => {
  const name = env["FOEDUS_HOST"];
  const named = name === undefined ? {} : { host: name };
  // Servers on one database are members of one another; each takes what is submitted to it.
  const kept = database === undefined ? {} : { database: { url: database, isShared: true } };
  const files = disk({ root: checkout, data, hash: sha256, ...named, ...kept });
  const now = () => instantFrom(Date.now());
  const started = await start({
    host,
    port,
    checkout,
    ports: (note) => ({ ...files, hash: sha256, now, note }),
    say: (line) => void stdout.write(`${line}\n`),
    warn,
    report,
  });
  if (!started.ok) {
    warn(started.refusal);
    return exits.badInput;
  }
  await told;
  await started.value.stop();
  return exits.stopped;
};

const settings = settingsOf(env, join(checkout, "data"), isDatabaseUrl);
if (!settings.ok) {
  warn(settings.refusal);
  process.exit(exits.badInput);
}
try {
  process.exit(await run(settings.value));
} catch (error) {
  const fault = worldFault(error, settings.value.data);
  if (fault === undefined) report(error);
  else warn(refusalText(fault, "en"));
  process.exit(fault === undefined ? exits.bug : exits.badInput);
}
