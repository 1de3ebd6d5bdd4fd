import { expect, test } from "vitest";
import { isDatabaseUrl } from "./ledgers.ts";

test.each([
  ["postgresql://foedus@db.example/foedus", true],
  ["postgres://foedus:secret@127.0.0.1:5432/foedus?sslmode=verify-full", true],
  ["postgresql://foedus@/foedus?host=%2Frun%2Fpostgresql", true],
  ["postgresql:///foedus", true],
  ["postgresql://foedus@db:99999/foedus", false],
  ["postgresql://foedus@[db/foedus", false],
  ["postgresql://", false],
  ["mysql://foedus@db/foedus", false],
  ["db.example", false],
  ["postgresql://foedus@db/foe dus", false],
  ["", false],
])("%s is the address of a PostgreSQL database: %s", (text, expected) => {
  expect(isDatabaseUrl(text)).toBe(expected);
});
