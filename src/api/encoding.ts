/**
 * Which content coding a client wants, by the q-values of `Accept-Encoding` (RFC 9110, 12.5.3).
 *
 * In:   the header as received.
 * Out:  `br`, `gzip`, or `identity`. Without the header, and where it is malformed: identity.
 */

export type Coding = "br" | "gzip" | "identity";

const codings: readonly Coding[] = ["br", "gzip", "identity"]; // The best of equals comes first.

const part = /^\s*([\w-]+|\*)\s*(?:;\s*[qQ]\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/;

/** Each coding named with its q-value; undefined where the header is no such list. */
const wanted = (header: string): ReadonlyMap<string, number> | undefined => {
  const found = new Map<string, number>();
  for (const text of header.split(",")) {
    if (text.trim() === "") continue;
    const match = part.exec(text);
    if (match === null) return undefined;
    const [, name = "", q = "1"] = match;
    found.set(name.toLowerCase(), Number(q));
  }
  return found;
};

/** Identity is always accepted, but last, unless it is named or excluded. */
const leastOfIdentity = 0.0001;

export const codingOf = (header: string | undefined): Coding => {
  if (header === undefined) return "identity";
  const q = wanted(header);
  if (q === undefined) return "identity";
  const weight = (coding: Coding): number =>
    q.get(coding) ??
    (coding === "gzip" ? q.get("x-gzip") : undefined) ??
    q.get("*") ??
    (coding === "identity" ? leastOfIdentity : 0);
  const best = codings.reduce((a, b) => (weight(b) > weight(a) ? b : a));
  return weight(best) > 0 ? best : "identity";
};
