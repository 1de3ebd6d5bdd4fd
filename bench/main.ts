/**
 * The benches: `npm run bench [-- NAME …] [-- --small]`.
 *
 * Out:  for each bench its tables in Markdown, the date, the versions and the load of the machine.
 *       Exit code 1 when an answer differed; a goal that is not met is reported and is no failure.
 */
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { asof } from "./asof.ts";
import { deep } from "./deep.ts";
import { memory } from "./memory.ts";
import { open } from "./open.ts";
import { search } from "./search.ts";

type Scale = {
  readonly sizes: readonly number[];
  readonly versions: number;
  readonly turns: number;
};

const full: Scale = { sizes: [10_000, 100_000, 1_000_000], versions: 100_000, turns: 5 };

/** To see whether the benches themselves work; its figures say nothing about goals. */
const small: Scale = { sizes: [10_000, 20_000], versions: 5_000, turns: 2 };

type Bench = (scale: Scale) => Promise<string>;

const benches: { readonly [name: string]: Bench } = {
  asof: ({ sizes, turns }) => asof(sizes, turns),
  deep: ({ versions, turns }) => deep(versions, turns),
  open: ({ sizes, turns }) => open(sizes.slice(-2), Math.min(turns, 3)),
  search: ({ turns }) => search(turns),
  memory: ({ sizes, versions }) => memory(sizes[1] ?? 0, versions),
};

const { values, positionals } = parseArgs({
  options: { small: { type: "boolean", default: false } },
  allowPositionals: true,
});
const names = positionals.length === 0 ? Object.keys(benches) : positionals;
const unknown = names.filter((name) => !Object.hasOwn(benches, name));

const load = (): string =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(" ");

if (unknown.length > 0) {
  console.error(
    `no such bench: ${unknown.join(", ")} (there are ${Object.keys(benches).join(", ")})`,
  );
  process.exitCode = 2;
} else {
  for (const name of names) {
    const before = load();
    const report = await benches[name]?.(values.small ? small : full);
    console.log(`## ${name}\n`);
    console.log(
      `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ` +
        `${cpus().length} cores, load ${before} before and ${load()} after.\n`,
    );
    console.log(`${report}\n`);
  }
}
