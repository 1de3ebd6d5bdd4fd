/**
 * Entity tags: what an answer depends on, hashed; the answer itself need not be made to know it.
 *
 * In:   organization, head of its ledger, hash of its pack, build, address, representation, and
 *       today's day where the answer depends on it.
 * Out:  a weak tag, the same for each content coding; whether a request names it (RFC 9110, 13.1.2).
 *
 * A question says the same as long as ledger, pack, program and day are the same (S-35), so that is
 * all a tag stands for. Language and lens are in the address.
 */

import { canonical, type Day, type Hash, hex, isoOf, utf8 } from "#base";
import type { Address } from "./address.ts";
import type { Organization } from "./ports.ts";

export type Depends = {
  readonly build: string;
  readonly of: Pick<Organization, "org" | "packHash" | "head"> | undefined;
  readonly address: Address;
  readonly representation: string; // the media type; of a page also the host, which it cites
  readonly today: Day | undefined; // absent: the same on any day
};

const tagDigits = 32; // 128 bits.

export const tagOf = (
  { build, of, address, representation, today }: Depends,
  hash: Hash,
): string => {
  const text = canonical({
    build,
    org: of?.org ?? "",
    pack: of?.packHash ?? "",
    size: of?.head.size ?? 0,
    root: of?.head.root ?? "",
    path: address.path,
    search: address.search,
    representation,
    today: today === undefined ? "" : isoOf(today),
  });
  return `W/"${hex(hash(utf8(text))).slice(0, tagDigits)}"`;
};

const opaque = (tag: string): string => tag.replace(/^W\//, "");

const listed = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g;

/** Whether `If-None-Match` names the tag, compared weakly; `*` names whatever there is. */
export const isNamed = (header: string | undefined, tag: string): boolean => {
  if (header === undefined) return false;
  if (header.trim() === "*") return true;
  return (header.match(listed) ?? []).some((one) => opaque(one) === opaque(tag));
};
