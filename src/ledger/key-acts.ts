/**
 * The three acts about keys, as far as the ledger itself must understand them.
 *
 * In:   an act of any kind.
 * Out:  what it says of a key; nothing for other kinds; `malformed` where it does not say it right.
 *
 * Every other kind of act is the business of the room `record`. These the ledger reads itself,
 * because whoever verifies it must, with nothing else at hand.
 */
import { isAddress, isId, type Json } from "#base";
import { type Act, registrar } from "./envelope.ts";
import { fromBase64 } from "./log/base64.ts";
import { publicKeyBytes } from "./log/key.ts";
import { type Fault, shape, text, textOf, wordOf } from "./shape.ts";

export const keyRoles = ["registrar", "accredited"] as const;
export type KeyRole = (typeof keyRoles)[number];

/** Why a key leaves. What it signed before stands, whatever the reason; readers may think their part. */
export const keyReasons = ["ended", "lost", "compromised"] as const;
export type KeyReason = (typeof keyReasons)[number];

/** A key enters: under an id of its own, with 32 bytes in base64, for a holder. */
export type KeyRegistered = {
  readonly kind: "key.registered";
  readonly key: string;
  readonly alg: "ed25519";
  readonly public: string;
  readonly role: KeyRole;
  readonly holder: string;
};

/** A key takes the place of another; role and holder pass on. */
export type KeyRotated = {
  readonly kind: "key.rotated";
  readonly key: string;
  readonly next: string;
  readonly alg: "ed25519";
  readonly public: string;
  readonly reason: KeyReason;
};

/** A key leaves, and none takes its place. */
export type KeyRevoked = {
  readonly kind: "key.revoked";
  readonly key: string;
  readonly reason: KeyReason;
};

export type KeyAct = KeyRegistered | KeyRotated | KeyRevoked;

const key = textOf(isId);
const alg = wordOf(["ed25519"]);
const publicKey = textOf((coded) => fromBase64(coded)?.length === publicKeyBytes);
const reason = wordOf(keyReasons);

const forms = {
  "key.registered": shape({
    kind: text,
    key,
    alg,
    public: publicKey,
    role: wordOf(keyRoles),
    holder: textOf(isAddress),
  }),
  "key.rotated": shape({ kind: text, key, next: key, alg, public: publicKey, reason }),
  "key.revoked": shape({ kind: text, key, reason }),
};

const isKeyKind = (kind: string): kind is keyof typeof forms => Object.hasOwn(forms, kind);

const isShaped = (value: Json, found: Fault | undefined): value is Json & KeyAct =>
  found === undefined && value !== undefined;

/** What an act says of a key; nothing for an act of another kind. */
export const readKeyAct = (act: Act): KeyAct | "malformed" | undefined => {
  if (!isKeyKind(act.kind)) return undefined;
  if (act.mode !== "performed") return "malformed";
  const said: Json = { ...act.fields, kind: act.kind };
  if (!isShaped(said, forms[act.kind](said))) return "malformed";
  if (said.kind !== "key.registered") return said;
  // The registrar's keys are the office's own, and nobody else's are the registrar's.
  const isOffice = said.holder === registrar.person;
  return isOffice === (said.role === "registrar") ? said : "malformed";
};
