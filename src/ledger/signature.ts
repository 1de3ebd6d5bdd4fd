/**
 * Signatures on acts: what is signed, how it stands in an entry, and that it has the right shape.
 *
 * In:   an act in canonical bytes, and the origin of the ledger it is for.
 * Out:  the message under an Ed25519 signature; signatures as entries hold them.
 * Law:  decisions Ex. 6 (an entry holds its signatures), 0007 (what they are over).
 *
 * The origin is part of the message, so that nothing signed for one ledger, or for a rehearsal,
 * verifies in another. Whether a key may sign at all is judged by its place (`keys.ts`).
 *
 * A passkey signs its own message, in which ours is the challenge. Its form is laid down here and
 * comes into use with the delegations; until then `readSignatures` refuses it by name.
 */
import { canonicalEntry, isId, type Json, ok, type Result, refuse, utf8 } from "#base";
import type { Act } from "./envelope.ts";
import { base64, fromBase64 } from "./log/base64.ts";
import type { Sign, Verify } from "./log/key.ts";
import {
  below,
  type Check,
  type Fault,
  fault,
  isRecord,
  listOf,
  shape,
  textOf,
  wordOf,
} from "./shape.ts";

/** An Ed25519 signature: the id of the key in this ledger, 64 bytes in base64. */
export type ActSignature = {
  readonly alg: "ed25519";
  readonly key: string;
  readonly value: string;
};

/** What a passkey gives, in base64url as browsers do. Reserved. */
export type PasskeySignature = {
  readonly alg: "passkey";
  readonly key: string;
  readonly authenticator: string; // authenticatorData
  readonly client: string; // clientDataJSON, whose challenge is the SHA-256 of the message
  readonly value: string;
};

/** Who signs acts: a key by its id in the ledger. */
export type ActSigner = { readonly key: string; readonly sign: Sign };

/** Where and how something is no list of signatures. */
export type SignatureFault = {
  readonly code: Fault["code"] | "entry.passkey-reserved";
  readonly at: string;
};

const signatureLength = 88;
const signatureForm = /^[A-Za-z0-9+/]{85}[AQgw]==$/;

/**
 * Base64 of 64 bytes, as `fromBase64` reads it: 86 digits, of the last only the two bits that count,
 * and the padding. Every reading of a ledger asks this of each entry, so nothing is decoded.
 */
export const isSignature = (text: string): boolean =>
  text.length === signatureLength && signatureForm.test(text);

const isBase64Url = (text: string): boolean => {
  const padded = text.replaceAll("-", "+").replaceAll("_", "/");
  const pads = "=".repeat((4 - (text.length % 4)) % 4);
  return /^[\w-]+$/.test(text) && fromBase64(padded + pads) !== undefined;
};

const key = textOf(isId);
const bytesOfBrowser = textOf(isBase64Url);

const ed25519 = shape({ alg: wordOf(["ed25519"]), key, value: textOf(isSignature) });
const passkey = shape({
  alg: wordOf(["passkey"]),
  key,
  authenticator: bytesOfBrowser,
  client: bytesOfBrowser,
  value: bytesOfBrowser,
});

const isPasskey = (value: Json): boolean => isRecord(value) && value["alg"] === "passkey";

const each: Check = (value) => (isPasskey(value) ? passkey(value) : ed25519(value));
const list = listOf(each);

/** One signature a key: a second one says nothing new. */
const twiceBy = (signatures: readonly ActSignature[]): Fault | undefined => {
  const names = signatures.map((one) => one.key);
  const place = names.findIndex((name, at) => names.indexOf(name) < at);
  return place < 0 ? undefined : below(place, below("key", fault("entry.duplicate")));
};

const isShaped = (
  value: Json,
  found: Fault | undefined,
): value is readonly (Json & ActSignature)[] => found === undefined && Array.isArray(value);

/** The signatures of an entry, as far as their form tells; none is verified here. */
export const readSignatures = (value: Json): Result<readonly ActSignature[], SignatureFault> => {
  const found = list(value);
  if (!isShaped(value, found)) return refuse(found ?? fault("entry.type"));
  const reserved = value.findIndex(isPasskey);
  if (reserved >= 0) return refuse({ code: "entry.passkey-reserved", at: `/${reserved}` });
  const twice = twiceBy(value);
  return twice === undefined ? ok(value) : refuse(twice);
};

const title = "foedus/act/v1";

/** What is signed: a line that says what it is, the ledger's origin, the act's canonical bytes. */
export const actMessage = (act: string, origin: string): Uint8Array =>
  utf8(`${title}\n${origin}\n${act}`);

/** Signs an act for the ledger of this origin. */
export const signAct = (
  act: Act,
  origin: string,
  { key: name, sign }: ActSigner,
): ActSignature => ({
  alg: "ed25519",
  key: name,
  value: base64(sign(actMessage(canonicalEntry(act), origin))),
});

/** Whether the signature is that key's over a message; the key in base64, as acts bring it. */
export const verifiesAct = (
  { value }: ActSignature,
  message: Uint8Array,
  publicKey: string,
  verify: Verify,
): boolean => {
  const [signature, bytes] = [fromBase64(value), fromBase64(publicKey)];
  return signature !== undefined && bytes !== undefined && verify(message, signature, bytes);
};
