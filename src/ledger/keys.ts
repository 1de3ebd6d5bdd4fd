/**
 * The keys of a ledger: which may sign at which place, and whether an entry is signed as it must be.
 *
 * In:   entries in order, the ledger's origin, Ed25519 handed in.
 * Out:  the keys after each entry; or why an entry does not stand.
 * Law:  decisions Ex. 6, 0007. A signature is judged by the keys valid at its place, and by nothing
 *       that was entered later: a key that is revoked today signed lawfully yesterday.
 *
 * A ledger begins with the key of its registrar, which that key signs itself. From then on every
 * key enters and leaves by an act:
 *
 *   key.registered   by a registrar's key and the new key, which so shows that it is held
 *   key.rotated      by the old key or a registrar's, and by the new key; role and holder pass on
 *   key.revoked      by the key itself or a registrar's; the last key of a registrar stays
 *
 * The registrar's keys sign what sources tell and what the registrar does; an accredited key signs
 * what its holder did.
 */
import { ok, type Result, refuse } from "#base";
import { type Entry, type Signed, signedOf } from "./entry.ts";
import { type Act, registrar } from "./envelope.ts";
import { type KeyAct, type KeyRole, readKeyAct } from "./key-acts.ts";
import type { Verify } from "./log/key.ts";
import { actMessage, verifiesAct } from "./signature.ts";

export type HeldKey = {
  readonly key: string;
  readonly public: string; // In base64, as in the act that brought it.
  readonly role: KeyRole;
  readonly holder: string; // An address: `office/registrar`, `person/…`.
  readonly from: number; // The place of the act that brought it.
  readonly until?: number; // The place of the act that ended it.
};

/** All keys that ever were, by their ids. */
export type KeyRing = ReadonlyMap<string, HeldKey>;

export type SignatureRefusal = {
  readonly code:
    | "signature.unknown-key" // No such key at this place.
    | "signature.ended-key" // Rotated or revoked before this place.
    | "signature.wrong" // Not that key's over this act and origin.
    | "signature.not-registrar" // A registrar's key had to sign.
    | "signature.not-holder" // A key of the person who acts had to sign.
    | "key.malformed" // The act does not say what an act about a key must.
    | "key.first" // A ledger begins with its registrar's own key.
    | "key.taken" // The id or the public key was used before.
    | "key.not-held" // The new key did not sign.
    | "key.unknown" // No such key to be rotated or revoked.
    | "key.ended" // It was rotated or revoked before.
    | "key.last-registrar"; // Nobody could sign for the registrar afterwards.
  readonly key: string;
};

const no = (code: SignatureRefusal["code"], key: string): Result<never, SignatureRefusal> =>
  refuse({ code, key });

export const noKeys: KeyRing = new Map();

const isIn = (held: HeldKey | undefined): held is HeldKey =>
  held !== undefined && held.until === undefined;

/** The registrar's keys that may sign. */
export const registrarKeys = (ring: KeyRing): readonly HeldKey[] =>
  [...ring.values()].filter((held) => isIn(held) && held.role === "registrar");

/** The key that an act brings, if it brings one: with its role and holder. */
const broughtBy = (ring: KeyRing, made: KeyAct | undefined, seq: number): HeldKey | undefined => {
  if (made?.kind === "key.registered") {
    const { key, public: bytes, role, holder } = made;
    return { key, public: bytes, role, holder, from: seq };
  }
  const old = made?.kind === "key.rotated" ? ring.get(made.key) : undefined;
  if (made?.kind !== "key.rotated" || old === undefined) return undefined;
  return { key: made.next, public: made.public, role: old.role, holder: old.holder, from: seq };
};

/** The keys after an act about a key; nothing is judged. */
const grown = (ring: KeyRing, made: KeyAct, seq: number): KeyRing => {
  const after = new Map(ring);
  const brought = broughtBy(ring, made, seq);
  const old = made.kind === "key.registered" ? undefined : ring.get(made.key);
  if (old !== undefined) after.set(old.key, { ...old, until: seq });
  if (brought !== undefined) after.set(brought.key, brought);
  return after;
};

/** The keys of entries that were judged when they were entered. */
export const keyRingOf = (entries: readonly Entry[]): KeyRing => {
  let ring = noKeys;
  for (const [seq, { act }] of entries.entries()) {
    const made = readKeyAct(act);
    if (made !== undefined && made !== "malformed") ring = grown(ring, made, seq);
  }
  return ring;
};

type Means = { readonly origin: string; readonly verify: Verify };

/** The keys whose signatures verify; or the first signature that may not stand. */
const signers = (
  ring: KeyRing,
  brought: HeldKey | undefined,
  { act, signatures }: Signed,
  { origin, verify }: Means,
): Result<readonly HeldKey[], SignatureRefusal> => {
  const message = actMessage(act, origin);
  const found: HeldKey[] = [];
  for (const signature of signatures) {
    const { key } = signature;
    const held = brought?.key === key ? brought : ring.get(key);
    if (held === undefined) return no("signature.unknown-key", key);
    if (!isIn(held)) return no("signature.ended-key", key);
    if (!verifiesAct(signature, message, held.public, verify)) return no("signature.wrong", key);
    found.push(held);
  }
  return ok(found);
};

/** Why an act about a key may not stand, whoever signed it. */
const unfit = (
  ring: KeyRing,
  made: KeyAct | undefined,
  brought: HeldKey | undefined,
  seq: number,
): SignatureRefusal | undefined => {
  const isFirst = made?.kind === "key.registered" && made.role === "registrar";
  if (seq === 0 && !isFirst) return { code: "key.first", key: "" };
  if (made === undefined) return undefined;
  if (made.kind !== "key.registered") {
    const old = ring.get(made.key);
    if (old === undefined) return { code: "key.unknown", key: made.key };
    if (!isIn(old)) return { code: "key.ended", key: made.key };
    const isLast = old.role === "registrar" && registrarKeys(ring).length === 1;
    if (isLast && made.kind === "key.revoked") return { code: "key.last-registrar", key: made.key };
  }
  if (brought === undefined) return undefined;
  const isUsed = [...ring.values()].some((held) => held.public === brought.public);
  return ring.has(brought.key) || isUsed ? { code: "key.taken", key: brought.key } : undefined;
};

/** Whether those who signed an act, beside a key that it brings, were the ones who had to. */
const lacking = (
  act: Act,
  made: KeyAct | undefined,
  signed: readonly HeldKey[],
): SignatureRefusal | undefined => {
  if (signed.some(({ role }) => role === "registrar")) {
    const isOthers = act.mode === "performed" && act.by.person !== registrar.person;
    if (made !== undefined || !isOthers) return undefined;
  }
  const leaving = made !== undefined && made.kind !== "key.registered" ? made.key : undefined;
  if (leaving !== undefined && signed.some(({ key }) => key === leaving)) return undefined;
  if (made !== undefined || act.mode === "asserted" || act.by.person === registrar.person) {
    return { code: "signature.not-registrar", key: "" };
  }
  const isByHolder = signed.some(({ holder }) => holder === act.by.person);
  return isByHolder ? undefined : { code: "signature.not-holder", key: "" };
};

/**
 * The keys after an entry, all of whose signatures were judged; or why it does not stand.
 *
 * @param seq - Its place: the keys given are those after the entry before it.
 */
export const judgeEntry = (
  ring: KeyRing,
  entry: Entry,
  seq: number,
  means: Means,
): Result<KeyRing, SignatureRefusal> => {
  const made = readKeyAct(entry.act);
  if (made === "malformed") return no("key.malformed", "");
  const brought = broughtBy(ring, made, seq);
  const wrong = unfit(ring, made, brought, seq);
  if (wrong !== undefined) return refuse(wrong);
  const signed = signers(ring, brought, signedOf(entry), means);
  if (!signed.ok) return signed;
  if (brought !== undefined && !signed.value.includes(brought))
    return no("key.not-held", brought.key);
  // The first key vouches for itself; afterwards a new one never does.
  const vouching = seq === 0 ? signed.value : signed.value.filter((held) => held !== brought);
  const missing = lacking(entry.act, made, vouching);
  if (missing !== undefined) return refuse(missing);
  return ok(made === undefined ? ring : grown(ring, made, seq));
};
