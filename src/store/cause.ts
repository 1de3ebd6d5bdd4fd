/**
 * What an error thrown by the system or by SQLite means to somebody who opens a ledger.
 *
 * Only errors that the world can cause become refusals; any other is a bug and is thrown on.
 */
import type { StoreRefusal } from "./refusal.ts";

/** The system's own name of an error, such as ENOENT; undefined for any other error. */
export const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;

/** SQLite's primary result code of an error that `node:sqlite` threw; undefined for any other. */
export const sqliteCode = (error: unknown): number | undefined =>
  error instanceof Error && "errcode" in error && typeof error.errcode === "number"
    ? error.errcode & 0xff
    : undefined;

const missing = new Set(["ENOENT", "ENOTDIR"]);
const forbidden = new Set(["EACCES", "EPERM", "EROFS"]);

/** SQLite's result codes, by the names of its manual. */
export const sqlite = {
  perm: 3,
  readOnly: 8,
  corrupt: 11,
  cannotOpen: 14,
  constraint: 19,
  notADatabase: 26,
} as const;

/** The refusal for an error of the system or of SQLite; any other error is a bug and thrown on. */
export const refusalOf = (error: unknown, path: string): StoreRefusal => {
  const system = systemCode(error) ?? "";
  if (missing.has(system)) return { code: "store.not-found", path };
  if (forbidden.has(system)) return { code: "store.not-permitted", path };
  const code = sqliteCode(error);
  if (code === undefined && !(error instanceof Error && "syscall" in error)) throw error;
  const found = error instanceof Error ? error.message : "";
  switch (code) {
    case sqlite.perm:
    case sqlite.readOnly:
    case sqlite.cannotOpen:
      return { code: "store.not-permitted", path };
    case sqlite.notADatabase:
      return { code: "store.format", path, found };
    default:
      return { code: "store.failed", path, found };
  }
};
