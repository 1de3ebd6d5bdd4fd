/**
 * What opens seals, in PostgreSQL: read and destroyed; every reading is checked by the seal itself.
 *
 * What is erased leaves the table at once, and the table is written anew without it. Copies that the
 * server keeps by itself, in its write-ahead log and in backups of it, are for whoever runs it.
 */
import type { Hash } from "#base";
import { type Payload, sealOf } from "#ledger";
import { StoreError } from "../refusal.ts";
import type { Session } from "./session.ts";

export const payloadIn = async (
  session: Session,
  sealed: string,
  hash: Hash,
): Promise<Payload | undefined> => {
  const [row] = await session.rows("SELECT salt, bytes FROM payloads WHERE sealed = $1", [sealed]);
  const [salt, bytes] = row ?? [];
  if (!(salt instanceof Uint8Array && bytes instanceof Uint8Array)) return undefined;
  const payload = { salt: new Uint8Array(salt), bytes: new Uint8Array(bytes) };
  if (sealOf(payload, hash).sealed === sealed) return payload;
  throw new StoreError("store.damaged", `what opens ${sealed} is not as it was given`);
};

export const erasePayload = async (session: Session, sealed: string): Promise<boolean> => {
  const erased = await session.rows(
    `UPDATE payloads SET salt = NULL, bytes = NULL
     WHERE sealed = $1 AND salt IS NOT NULL RETURNING sealed`,
    [sealed],
  );
  if (erased.length > 0) await session.rows("VACUUM FULL payloads");
  return erased.length > 0;
};
