/**
 * What goes wrong at the server, told as the store tells it: a refusal on opening, a `StoreError` of
 * an open store. Whatever is no `SessionFault` is a mistake of ours and thrown on.
 */
import { refusalOf } from "../cause.ts";
import { StoreError, type StoreRefusal } from "../refusal.ts";
import { SessionFault } from "./session.ts";

/** SQLSTATEs, by the names of the manual. */
const noDatabase = "3D000"; // invalid_catalog_name
const noPrivilege = "42501"; // insufficient_privilege

/** The refusal for a fault on opening. */
export const openingRefusal = (error: unknown, place: string): StoreRefusal => {
  if (!(error instanceof SessionFault)) return refusalOf(error, place);
  if (error.state === noDatabase) return { code: "store.not-found", path: place };
  if (error.state === noPrivilege) return { code: "store.not-permitted", path: place };
  return { code: "store.failed", path: place, found: error.message };
};

/** What an open store throws for a fault. */
export const openFault = (error: unknown): unknown =>
  error instanceof SessionFault
    ? new StoreError("store.failed", "the server did not do as it was asked", { cause: error })
    : error;
