/**
 * The canonical form of a pack: one JSON document that bears its files' values by path.
 *
 * In:   a loaded pack, or the canonical text of one.
 * Out:  the document, its hash, or the pack read back, through the same checks as from files:
 *       what comes from storage is trusted no more than what comes from an author.
 *
 * Layout and comments of the YAML do not count; every value does, so that two packs with one hash
 * say the same. Errors of a text read back point to its files by `at`; line and column are 1.
 */

import { canonical, type Hash, hex, type Json, type Result, readJson, refuse, utf8 } from "#base";
import type { Raw } from "./document.ts";
import { judgeRaw } from "./document.ts";
import { wholeFile } from "./files.ts";
import { loadRaw } from "./load.ts";
import { found, type Located } from "./located.ts";
import type { Pack } from "./pack.ts";
import { documentSchema } from "./schema/document.ts";

const name = "pack.json";
const mostCharacters = 4 * 1024 * 1024; // Twice the limit of a pack's files: JSON quotes more.

/** The pack as one plain document. */
export const packJson = (pack: Pack): Json => pack.document;

/** `sha256:` and the hash of the canonical text (RFC 8785), in hexadecimal. */
export const packHash = (pack: Pack, hash: Hash): string =>
  `sha256:${hex(hash(utf8(canonical(pack.document))))}`;

/** The pack of a canonical text; refuses a text that is not its own canonical form. */
export const readPack = (
  text: string,
  deeds?: ReadonlySet<string>,
): Result<Pack, readonly Located[]> => {
  if (text.length > mostCharacters) {
    const accepted = `<= ${mostCharacters}`;
    return refuse([wholeFile(name, "file.too-large", `${text.length}`, accepted)]);
  }
  const json = readJson(text);
  if (!json.ok)
    return refuse([{ ...wholeFile(name, json.refusal.code, "", "RFC 8785"), at: json.refusal.at }]);
  if (canonical(json.value) !== text) {
    return refuse([wholeFile(name, "entry.not-canonical", found(text.slice(0, 40)), "RFC 8785")]);
  }
  const judged = judgeRaw(name, rawOf(json.value), documentSchema);
  if (!judged.ok) return judged;
  const files = Object.entries(judged.value.value.files);
  const raws = new Map(files.map(([path, value]) => [path, rawOf(value)]));
  return loadRaw([...raws.keys()].sort(), raws, { deeds });
};

/** A value without a file of its own: every place is the first. */
const rawOf = (value: Json): Raw => {
  const where = () => ({ line: 1, column: 1 });
  return { value, where, whereKey: where, errors: [] };
};
