/**
 * The registrar signs what is entered, and a ledger begins with the registrar's own key.
 *
 * In:   acts, an open store, the installation's key as the ports hand it in.
 * Out:  entries; for an empty ledger with the act before them by which the key enters.
 * Law:  0007. What is signed is bound to the store's origin, so acts are signed only once the store
 *       in which they are to stand is open.
 */

import { earlierOf, type Instant, ok, type Result, refuse } from "#base";
import {
  type Act,
  type ActSigner,
  base64,
  type Entry,
  keyRingOf,
  registrar,
  registrarKeys,
  type Store,
  signEntry,
} from "#ledger";
import type { PortRefusal, Ports } from "./ports.ts";

const firstNumber = 1;
const firstKey = `registrar-${firstNumber}`;

/**
 * The first entry of a ledger. Its place in time is where the ledger's time begins, so that the
 * releases behind it keep their own moments; the day on which it was made stands in `occurredOn`.
 */
const firstAct = (org: string, publicKey: Uint8Array, first: Instant, now: Instant): Act => ({
  id: `key.registered-${firstNumber}`,
  org,
  kind: "key.registered",
  mode: "performed",
  by: registrar,
  occurredOn: now.slice(0, 10),
  recordedAt: earlierOf(first, now),
  fields: {
    key: firstKey,
    alg: "ed25519",
    public: base64(publicKey),
    role: "registrar",
    holder: registrar.person,
  },
});

type Place = { readonly ports: Ports; readonly org: string; readonly store: Store };

/** Makes entries of acts that are to stand behind those held; refused without the registrar's key. */
export const signed = async (
  { ports, org, store }: Place,
  held: readonly Entry[],
  acts: readonly Act[],
): Promise<Result<readonly Entry[], PortRefusal>> => {
  const [first] = acts;
  if (first === undefined) return ok([]);
  const pair = await ports.registrar(org, held.length === 0);
  if (!pair.ok) return pair;
  const { publicKey, sign } = pair.value;
  const origin = store.log.name;
  if (held.length === 0) {
    const signer = { key: firstKey, sign };
    const opening = firstAct(org, publicKey, first.recordedAt, ports.now());
    return ok([opening, ...acts].map((act) => signEntry(act, origin, signer)));
  }
  const found = registrarKeys(keyRingOf(held)).find((one) => one.public === base64(publicKey));
  if (found === undefined) return refuse({ code: "key.not-registrar", org });
  const signer: ActSigner = { key: found.key, sign };
  return ok(acts.map((act) => signEntry(act, origin, signer)));
};
