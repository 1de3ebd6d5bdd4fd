/**
 * An entry of the ledger: one act in canonical bytes with the signatures on it, read as strictly as
 * it is written.
 *
 * In:   the text of an entry, as stored or received; or an act to be entered, and who signs it.
 * Out:  text and act together, so that whoever holds an `Entry` holds both checked.
 * Law:  decisions S-7 (envelope), S-30 (canonical JSON), Ex. 6 (signatures inside the leaf).
 *
 * The text is `{"act":{...},"sig":[...],"v":1}` and its UTF-8 bytes are the leaf of the tree. The
 * place in the ledger is not in it. Signatures are read for their form on every reading, and
 * verified where an entry is entered and by `verify` (`keys.ts`).
 */
import {
  canonicalEntry,
  type Json,
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
import {
  type ActSignature,
  type ActSigner,
  readSignatures,
  type SignatureFault,
  signAct,
} from "./signature.ts";

/** The text is the exact canonical text; the act is what it says. */
export type Entry = { readonly text: string; readonly act: Act };

/** Where and how a text is no entry; `at` is a JSON pointer into the text. */
export type EntryRefusal =
  | JsonRefusal
  | SignatureFault
  | { readonly code: EnvelopeCode | "entry.version" | "entry.too-large"; readonly at: string };

/** A bundle of entries gives each length two bytes (tlog-tiles), so no entry may be longer. */
export const entryBytesLimit = 65_535;

/**
 * So long may an act be that is to be entered, so that a few signatures on it always find room. A
 * reader looks at the entry alone.
 */
export const actBytesLimit = 64_512;

/**
 * The version of entries that this program writes. Every version that was ever released is read for
 * ever; 1 is the first.
 */
const version = 1;

const keys = new Set(["act", "sig", "v"]);

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
    if (!keys.has(key)) return refuse({ code: "entry.unknown-key", at: `/${key}` });
  }
  if (whole["v"] !== version) {
    return refuse({ code: whole["v"] === undefined ? "entry.missing" : "entry.version", at: "/v" });
  }
  if (whole["act"] === undefined) return refuse({ code: "entry.missing", at: "/act" });
  const act = readAct(whole["act"]);
  if (!act.ok) return refuse({ code: act.refusal.code, at: `/act${act.refusal.at}` });
  if (whole["sig"] === undefined) return refuse({ code: "entry.missing", at: "/sig" });
  const signatures = readSignatures(whole["sig"]);
  if (signatures.ok) return ok({ text, act: lean(act.value) });
  return refuse({ code: signatures.refusal.code, at: `/sig${signatures.refusal.at}` });
};

/** What an entry's text holds beside the act: the act as it was signed, and the signatures. */
export type Signed = { readonly act: string; readonly signatures: readonly ActSignature[] };

/**
 * The signatures of an entry, with the exact text of the act that they are over.
 *
 * @throws TypeError for a text that `readEntry` did not accept: a bug.
 */
export const signedOf = ({ text }: Entry): Signed => {
  const { sig }: { readonly sig?: Json } = JSON.parse(text);
  const signatures = readSignatures(sig ?? null);
  if (!signatures.ok) throw new TypeError(`an entry that was never read: ${text.slice(0, 80)}`);
  const behind = `,"sig":${canonicalEntry(signatures.value)},"v":${version}}`;
  return { act: text.slice('{"act":'.length, -behind.length), signatures: signatures.value };
};

/**
 * The entry of an act with the signatures on it. Its length is judged where it is appended.
 *
 * @throws TypeError when the act has no canonical form or breaks its envelope, or the signatures
 *   their form: whoever made them had to check (`checkAct`), so a bug.
 */
export const writeEntry = (act: Act, signatures: readonly ActSignature[]): Entry => {
  const text = canonicalEntry({ act, sig: signatures, v: version });
  const read = readAct(act);
  const signed = readSignatures(JSON.parse(canonicalEntry(signatures)));
  const refusal = read.ok ? (signed.ok ? undefined : signed.refusal) : read.refusal;
  if (refusal === undefined) return { text, act };
  throw new TypeError(`act ${act.id} breaks its envelope: ${refusal.code} ${refusal.at}`);
};

/** The entry of an act, signed for the ledger of this origin by each of the signers. */
export const signEntry = (act: Act, origin: string, ...signers: readonly ActSigner[]): Entry =>
  writeEntry(
    act,
    signers.map((signer) => signAct(act, origin, signer)),
  );
