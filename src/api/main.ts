/**
 * The entry point of the server: the only file here that knows clock, environment and store.
 *
 * In:   HOST, PORT, FOEDUS_DATA.
 * Out:  the address on standard output, all else on standard error. Exit 0 when told to stop, 2 for
 *       bad input or a ledger that does not open, 70 for a mistake of ours.
 */

import { join } from "node:path";
import { instantFrom, ok, type Result, refuse } from "#base";
import { disk, sha256 } from "#store";
import { refusalText } from "#wording";
import { start } from "./start.ts";

const exits = { stopped: 0, badInput: 2, bug: 70 } as const;
const checkout = join(import.meta.dirname, "../..");
const { env, stdout, stderr } = process;
const highestPort = 65_535;

type Settings = { readonly host: string; readonly port: number; readonly data: string };

const settings = (): Result<Settings, string> => {
  const {
    HOST: host = "127.0.0.1",
    PORT: port = "4040",
    FOEDUS_DATA: data = join(checkout, "data"),
  } = env;
  const wrong = (code: string, field: string, found: string, accepted: string) =>
    refuse(refusalText({ code, field, found, accepted }, "en"));
  if (!/^(0|[1-9]\d{0,4})$/.test(port) || Number(port) > highestPort) {
    return wrong("cli.number", "PORT", port, `0 … ${highestPort}`);
  }
  if (!/^[\w.:-]+$/.test(host)) return wrong("serve.host", "HOST", host, "HOST=127.0.0.1");
  if (data === "") return wrong("cli.missing-value", "FOEDUS_DATA", "", "FOEDUS_DATA=data");
  return ok({ host, port: Number(port), data });
};

const warn = (line: string): void => void stderr.write(`foedus: ${line}\n`);

const report = (error: unknown): void =>
  void stderr.write(`foedus: ${error instanceof Error ? error.stack : String(error)}\n`);

/** From the first moment on; a second signal of the kind ends us at once, as signals do. */
const told = new Promise<void>((resolve) => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
});

const run = async (): Promise<number> => {
  const read = settings();
  if (!read.ok) {
    warn(read.refusal);
    return exits.badInput;
  }
  const { host, port, data } = read.value;
  const files = disk({ root: checkout, data, hash: sha256 });
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

try {
  process.exit(await run());
} catch (error) {
  report(error);
  process.exit(exits.bug);
}
