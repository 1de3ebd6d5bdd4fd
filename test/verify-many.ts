/**
 * `foedus verify` for many folders in one process: starting one costs more than a small log does.
 *
 * In:   folders as arguments.
 * Out:  for each folder what the program says, and a line `= <exit code>` behind it.
 *
 * The program's entry point is loaded anew for each folder; the modules behind it are loaded once.
 */
import { join } from "node:path";

const main = join(import.meta.dirname, "../src/cli/main.ts");
const [node = "", , ...folders] = process.argv;

// Each load adds its listeners.
for (const stream of [process.stdout, process.stderr]) stream.setMaxListeners(0);

for (const [turn, folder] of folders.entries()) {
  process.argv = [node, main, "verify", folder];
  process.exitCode = 0;
  await import(`${main}?turn=${turn}`);
  process.stdout.write(`= ${process.exitCode}\n`);
}
process.exitCode = 0;
