/**
 * Strict YAML 1.2 into plain values, with the place of every value and key.
 *
 * Refused here: what is no YAML, a second document, an empty file, a key given twice or not a
 * text, a merge key, and a day, month or instant without quotes, which other readers of YAML take
 * for a date.
 */

import { isMap, isScalar, isSeq, parseDocument, Scalar } from "yaml";
import { type Json, ok, type Result, refuse } from "#base";
import { clip, pointer } from "./located.ts";
import type { Trouble } from "./yaml-guard.ts";

type Place = { readonly value: number; readonly key?: number };

/** A trouble, and the pointer to where it is. */
export type PlacedTrouble = Trouble & { readonly at: string };

export type Tree = {
  readonly value: Json;
  readonly places: ReadonlyMap<string, Place>; // By JSON pointer; offsets into the text.
  readonly troubles: readonly PlacedTrouble[]; // Of single values; the tree as a whole is sound.
};

/** The tree of a text that has passed the guard. */
export const treeOf = (text: string): Result<Tree, Trouble> => {
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    strict: true,
    stringKeys: true,
    uniqueKeys: false, // Compares each key with each; `Walk` asks a set instead.
    prettyErrors: false,
    merge: false,
    logLevel: "error", // "silent" would pass over a second document.
  });
  const [first] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (first !== undefined) return refuse(syntaxTrouble(text, first.code, first.pos[0]));
  const root: unknown = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) {
    return refuse({ code: "yaml.empty", offset: 0, found: "", accepted: "key: value" });
  }
  const walk = new Walk(text.length);
  const value = walk.read(root, []);
  return ok({ value, places: walk.places, troubles: walk.troubles });
};

const syntaxCodes: { readonly [code: string]: string } = {
  BAD_DQ_ESCAPE: "yaml.escape",
  MULTIPLE_DOCS: "yaml.documents",
  NON_STRING_KEY: "yaml.key",
  RESOURCE_EXHAUSTION: "file.too-deep",
};

const syntaxTrouble = (text: string, yamlCode: string, pos: number): Trouble => {
  const offset = Math.max(0, Math.min(pos, text.length));
  const line = text.slice(offset).split("\n", 1)[0] ?? "";
  const code = syntaxCodes[yamlCode] ?? "yaml.syntax";
  const accepted = `YAML 1.2 (${yamlCode.toLowerCase().replaceAll("_", "-")})`;
  return { code, offset, found: clip(line.trim()), accepted };
};

/** Years and more precise: what must be quoted to be a text everywhere. */
const dateLike = /^\d{4}-\d{2}(-\d{2}([Tt ].*)?)?[?~%]?$/;

/** One walk over the nodes, which fills values, places and troubles. */
class Walk {
  readonly places = new Map<string, Place>();
  readonly troubles: PlacedTrouble[] = [];
  readonly #end: number;

  constructor(end: number) {
    this.#end = end;
  }

  read(node: unknown, path: readonly (string | number)[], key?: number): Json {
    const at = pointer(path);
    const value = offsetOf(node) ?? key ?? this.#end;
    this.places.set(at, key === undefined ? { value } : { value, key });
    if (isMap(node)) return this.#mapping(node.items, path);
    if (isSeq(node)) return node.items.map((item, index) => this.read(item, [...path, index]));
    return isScalar(node) ? this.#scalar(node, at, value) : null;
  }

  #mapping(items: readonly { key: unknown; value: unknown }[], path: readonly (string | number)[]) {
    const result: { [key: string]: Json } = {};
    const seen = new Set<string>();
    for (const item of items) {
      const offset = offsetOf(item.key) ?? this.#end;
      const name = isScalar(item.key) ? String(item.key.value ?? "") : "";
      const at = pointer([...path, name]);
      if (name === "<<" || name === "__proto__" || name === "") {
        const code = name === "<<" ? "yaml.merge-key" : "yaml.key";
        this.troubles.push({ code, offset, at, found: name, accepted: "key: value" });
      } else if (seen.has(name)) {
        const accepted = `${name} (1)`;
        this.troubles.push({ code: "yaml.duplicate-key", offset, at, found: name, accepted });
      } else {
        seen.add(name);
        result[name] = this.read(item.value, [...path, name], offset);
      }
    }
    return result;
  }

  #scalar(node: Scalar, at: string, offset: number): Json {
    const { value } = node;
    if (typeof value === "string") {
      if (node.type === Scalar.PLAIN && dateLike.test(value)) {
        const accepted = `${JSON.stringify(value)} (quoted)`;
        this.troubles.push({ code: "schema.type", offset, at, found: clip(value), accepted });
      }
      return value;
    }
    if (typeof value === "number" && !Number.isFinite(value)) {
      const found = node.source ?? String(value);
      this.troubles.push({ code: "schema.type", offset, at, found, accepted: "0" });
      return null;
    }
    return typeof value === "number" || typeof value === "boolean" ? value : null;
  }
}

/** Where a node begins. */
const offsetOf = (node: unknown): number | undefined =>
  isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
