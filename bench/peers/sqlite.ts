/**
 * SQLite in the same process and in memory, with an index that covers the whole question.
 */
import { DatabaseSync } from "node:sqlite";
import { stateOf, words } from "../data.ts";
import { type Prepare, timed } from "../subject.ts";
import { rectanglesOf } from "./rectangles.ts";

const holds = "valid_from <= ? AND valid_until > ? AND known_from <= ? AND known_until > ?";

export const sqlite: Prepare = async (shape) => {
  const { states } = shape;
  const db = new DatabaseSync(":memory:");
  db.exec(`CREATE TABLE facts (instrument INT, state INT, value INT,
    valid_from INT, valid_until INT, known_from INT, known_until INT) STRICT`);
  const insert = db.prepare("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)");
  db.exec("BEGIN");
  for (const { key, value, from, until, known, end } of rectanglesOf(shape)) {
    insert.run(Math.floor(key / states), key % states, value, from, until, known, end);
  }
  db.exec("COMMIT");
  db.exec(`CREATE INDEX covering ON facts
    (instrument, state, valid_from, valid_until, known_from, known_until, value); ANALYZE`);
  const point = db.prepare(
    `SELECT value FROM facts WHERE instrument = ? AND state = ? AND ${holds}`,
  );
  const who = db.prepare(
    `SELECT state FROM facts WHERE instrument = ? AND value = 1 AND ${holds} ORDER BY state`,
  );
  point.setReturnArrays(true);
  who.setReturnArrays(true);
  return {
    points: async (asked) => {
      const found: unknown[] = asked.map(() => undefined);
      const ns = timed(asked, 200, ({ instrument, state, day, size }, i) => {
        found[i] = point.get(instrument, state, day, day, size, size);
      });
      const answers = found.map((row) => words[Number(Array.isArray(row) ? row[0] : 0)] ?? "");
      return { ns, answers };
    },
    who: async (asked) => {
      const found: unknown[][] = asked.map(() => []);
      const ns = timed(asked, 5, ({ instrument, day, size }, i) => {
        found[i] = who.all(instrument, day, day, size, size);
      });
      const codes = (row: unknown): string => stateOf(Number(Array.isArray(row) ? row[0] : 0));
      return { ns, answers: found.map((rows) => rows.map(codes).join(" ")) };
    },
    close: async () => db.close(),
  };
};
