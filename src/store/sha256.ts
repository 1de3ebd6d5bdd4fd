/**
 * SHA-256 as a synchronous function, for rooms that may not import `node:crypto`.
 *
 * Node hands out a digest as latin1 text at about twice the speed of a buffer, and opening a ledger
 * is little else than hashing; so the digest is taken as text and spread into bytes here.
 */
import { hash as digest } from "node:crypto";
import type { Hash } from "#base";

export const sha256: Hash = (bytes) => {
  const text = digest("sha256", bytes, "latin1");
  const out = new Uint8Array(32);
  for (let at = 0; at < 32; at += 1) out[at] = text.charCodeAt(at);
  return out;
};
