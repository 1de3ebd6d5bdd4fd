/**
 * An entry of the ledger: one act in canonical bytes, read as strictly as it is written.
 *
 * In:   the text of an entry, as stored or received; or an act to be entered.
 * Out:  text and act together, so that whoever holds an `Entry` holds both checked.
 * Law:  decisions S-7 (envelope), S-20 (version 0, unreleased), S-30 (canonical JSON).
 *
 * The text is `{"act":{...},"v":0}` and its UTF-8 bytes are the leaf of the tree. The place in the
 * ledger is not in it.
 */
import {
  canonicalEntry,
  type JsonRefusal,
  ok,
  type Result,
  readCanonicalEntry,
  refuse,
  utf8,
} from "#base";
import { readAct } from "./check.ts";
import type { Act } from "./envelope.ts";
import { lean } from "./lean.ts";
import { type EnvelopeCode, isRecord } from "./shape.ts";

/** The text is the exact canonical text; the act is what it says. */
export type Entry = { readonly text: string; readonly act: Act };

/** Where and how a text is no entry; `at` is a JSON pointer into the text. */
export type EntryRefusal =
  | JsonRefusal
  | { readonly code: EnvelopeCode | "entry.version" | "entry.too-large"; readonly at: string };

/** A bundle of entries gives each length two bytes (tlog-tiles), so no entry may be longer. */
export const entryBytesLimit = 65_535;

/** The version of entries that this program writes, and the only one it reads. */
const version = 0;

/** The length of a text in UTF-8 bytes. */
export const entryBytes = (text: string): number => utf8(text.toWellFormed()).length;

/** Most texts are far too short, and a few far too long, to need counting. */
const isTooLarge = (text: string): boolean =>
  text.length > entryBytesLimit ||
  (text.length * 3 > entryBytesLimit && entryBytes(text) > entryBytesLimit);

/**
 * Reads one entry: size, canonical form, version, envelope, in this order. What is particular to a
 * kind is checked by the room `record`.
 *
 * @param text - The whole entry and nothing else, without a line end.
 */
export const readEntry = (text: string): Result<Entry, EntryRefusal> => {
  if (isTooLarge(text)) return refuse({ code: "entry.too-large", at: "" });
  const read = readCanonicalEntry(text);
  if (!read.ok) return read;
  const whole = read.value;
  if (!isRecord(whole)) return refuse({ code: "entry.type", at: "" });
  for (const key of Object.keys(whole)) {
    if (key !== "act" && key !== "v") return refuse({ code: "entry.unknown-key", at: `/${key}` });
  }
  if (whole["v"] !== version) {
    return refuse({ code: whole["v"] === undefined ? "entry.missing" : "entry.version", at: "/v" });
  }
  if (whole["act"] === undefined) return refuse({ code: "entry.missing", at: "/act" });
  const act = readAct(whole["act"]);
  if (act.ok) return ok({ text, act: lean(act.value) });
  return refuse({ code: act.refusal.code, at: `/act${act.refusal.at}` });
};

/**
 * The entry of an act. Its length is judged where it is appended.
 *
 * @throws TypeError when the act has no canonical form or breaks its envelope: whoever made it had
 *   to check it (`checkAct`), so a bug.
 */
export const writeEntry = (act: Act): Entry => {
  const text = canonicalEntry({ act, v: version });
  const read = readAct(act);
  if (read.ok) return { text, act };
  throw new TypeError(`act ${act.id} breaks its envelope: ${read.refusal.code} ${read.refusal.at}`);
};
