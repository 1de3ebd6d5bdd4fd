/**
 * PostgreSQL, twice: ranges under a GiST index, and the plain B-tree on the key that beats it.
 *
 * Asked in two ways: a prepared query for each question over the socket, and in one statement for
 * many questions, so that the index alone is seen and not the round trip.
 */
import pg from "pg";
import { startCluster } from "../../test/cluster.ts";
import { stateOf, words } from "../data.ts";
import type { Question } from "../questions.ts";
import { type Prepare, timedEach } from "../subject.ts";
import { type Rectangle, rectanglesOf } from "./rectangles.ts";

type Index = "gist" | "btree";

const tables: { readonly [index in Index]: readonly string[] } = {
  gist: [
    "CREATE EXTENSION btree_gist",
    "CREATE INDEX ON facts USING gist (instrument, state, valid, known)",
    "VACUUM ANALYZE facts",
  ],
  btree: ["CREATE INDEX ON facts (instrument, state)", "VACUUM ANALYZE facts"],
};

const holds = "valid @> $2::int AND known @> $3::int";
const pointText = `SELECT value FROM facts WHERE instrument = $1 AND ${holds} AND state = $4`;
const whoText = `SELECT state FROM facts
  WHERE instrument = $1 AND ${holds} AND value = 1 ORDER BY state`;
const batchText = `SELECT coalesce(found.value, 0) AS value
  FROM unnest($1::int[], $2::int[], $3::int[], $4::int[]) WITH ORDINALITY
    AS asked (instrument, state, day, size, place)
  LEFT JOIN LATERAL (SELECT value FROM facts WHERE facts.instrument = asked.instrument
    AND facts.state = asked.state AND valid @> asked.day AND known @> asked.size LIMIT 1) AS found
    ON true ORDER BY place`;

const loadText = `INSERT INTO facts SELECT k / $7, k % $7, v, int4range(f, u), int4range(n, e)
  FROM unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[])
    AS given (k, v, f, u, n, e)`;

const page = 50_000;

const load = async (
  client: pg.Client,
  all: readonly Rectangle[],
  states: number,
): Promise<void> => {
  for (let from = 0; from < all.length; from += page) {
    const rows = all.slice(from, from + page);
    const fields = ["key", "value", "from", "until", "known", "end"] as const;
    const given = fields.map((field) => rows.map((row) => row[field]));
    await client.query(loadText, [...given, states]);
  }
};

const columnsOf = (asked: readonly Question[]): readonly (readonly number[])[] =>
  (["instrument", "state", "day", "size"] as const).map((f) => asked.map((one) => one[f]));

/** How many questions go over the socket one by one; a round trip is long. */
const roundTrips = 1_000;

const prepare =
  (index: Index, way: "round trip" | "batch"): Prepare =>
  async (shape) => {
    const cluster = await startCluster(["shared_buffers=512MB", "maintenance_work_mem=512MB"]);
    const client = new pg.Client(cluster.connection);
    await client.connect();
    await client.query(`CREATE UNLOGGED TABLE facts
      (instrument int, state int, value int, valid int4range, known int4range)`);
    await load(client, rectanglesOf(shape), shape.states);
    for (const text of tables[index]) await client.query(text);
    await client.query("SET enable_seqscan = off; SET jit = off");
    return {
      points: async (asked) => {
        if (way === "batch") {
          const values = columnsOf(asked).map((column) => [...column]);
          const began = performance.now();
          const { rows } = await client.query<{ value: number }>({
            name: "batch",
            text: batchText,
            values,
          });
          const ns = ((performance.now() - began) * 1e6) / asked.length;
          return { ns, answers: rows.map(({ value }) => words[value] ?? "") };
        }
        const some = asked.slice(0, roundTrips);
        const answers: string[] = [];
        const ns = await timedEach(some.length, async (i) => {
          const { instrument = 0, state = 0, day = 0, size = 0 } = some[i] ?? {};
          const values = [instrument, day, size, state];
          const { rows } = await client.query<{ value: number }>({
            name: "point",
            text: pointText,
            values,
          });
          answers.push(words[rows[0]?.value ?? 0] ?? "");
        });
        return { ns, answers };
      },
      who: async (asked) => {
        const answers: string[] = [];
        const ns = await timedEach(asked.length, async (i) => {
          const { instrument = 0, day = 0, size = 0 } = asked[i] ?? {};
          const { rows } = await client.query<{ state: number }>({
            name: "who",
            text: whoText,
            values: [instrument, day, size],
          });
          answers.push(rows.map(({ state }) => stateOf(state)).join(" "));
        });
        return { ns, answers };
      },
      close: async () => {
        await client.end();
        await cluster.stop();
      },
    };
  };

export const gist = prepare("gist", "round trip");
export const gistBatch = prepare("gist", "batch");
export const btree = prepare("btree", "round trip");
export const btreeBatch = prepare("btree", "batch");
