/**
 * What is refused before YAML is parsed: size, characters, depth, and parts of YAML that we never
 * read (anchors, aliases, tags, directives). One pass from the front that stops at the first
 * trouble, so a hostile file costs next to nothing (S-31).
 */

import { CST, Lexer } from "yaml";
import { utf8 } from "#base";

/** A trouble at a place of the text, before it has become an error with line and column. */
export type Trouble = {
  readonly code: string;
  readonly offset: number;
  readonly found: string;
  readonly accepted: string;
};

/** S-31: a file of this size is already unreadable by hand. */
export const mostFileBytes = 256 * 1024;
const deepest = 32; // The deepest form of ours has 9 levels.

/** The first trouble of the text, if there is one. */
export const guard = (text: string): Trouble | undefined =>
  tooLarge(text) ?? badCharacter(text) ?? badToken(text);

const tooLarge = (text: string): Trouble | undefined => {
  const bytes = text.length > mostFileBytes ? text.length : utf8(text.toWellFormed()).length;
  if (bytes <= mostFileBytes) return undefined;
  const found = `${text.length > mostFileBytes ? ">= " : ""}${bytes} bytes`;
  return { code: "file.too-large", offset: 0, found, accepted: `<= ${mostFileBytes} bytes` };
};

/** Control characters but the line feed, line separators, half pairs, and marks that reorder text. */
const forbidden =
  /(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{FEFF}\u{FFFE}\u{FFFF}]/u;

const badCharacter = (text: string): Trouble | undefined => {
  const offset = text.search(forbidden);
  if (offset < 0) return undefined;
  const point = text.codePointAt(offset) ?? 0;
  const found = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  if (point === 0x09) return { code: "yaml.tab", offset, found, accepted: "U+0020" };
  if (point === 0x0d) return { code: "yaml.line-ending", offset, found, accepted: "U+000A" };
  if (point === 0xfeff) return { code: "yaml.byte-order-mark", offset, found, accepted: "UTF-8" };
  return { code: "yaml.character", offset, found, accepted: "\\n, U+0020 …" };
};

const refusedTokens: { readonly [type: string]: readonly [code: string, accepted: string] } = {
  anchor: ["yaml.anchor", '"&…" (quoted)'],
  alias: ["yaml.alias", '"*…" (quoted)'],
  tag: ["yaml.tag", '"!…" (quoted)'],
  "directive-line": ["yaml.directive", "YAML 1.2"],
};

/** Walks over the tokens: refused ones by their kind, depth by brackets and columns. */
const badToken = (text: string): Trouble | undefined => {
  const nesting = new Nesting();
  let offset = 0;
  let verbatim = false;
  for (const token of new Lexer().lex(text)) {
    if (token === CST.DOCUMENT || token === CST.FLOW_END) continue;
    if (token === CST.SCALAR) {
      verbatim = true;
      continue;
    }
    const type = verbatim ? "scalar" : (CST.tokenType(token) ?? "scalar");
    verbatim = false;
    const refused = refusedTokens[type];
    if (refused !== undefined) {
      return { code: refused[0], offset, found: token, accepted: refused[1] };
    }
    if (nesting.depthAfter(type, token, offset) > deepest) {
      return { code: "file.too-deep", offset, found: `> ${deepest}`, accepted: `<= ${deepest}` };
    }
    offset += token.length;
  }
  return undefined;
};

type Level = { readonly column: number; readonly list: boolean };

/** How deep the text is nested at each token: open brackets, and block levels by their columns. */
class Nesting {
  #open = 0;
  #levels: Level[] = [];
  #lineStart = 0;
  #content: number | undefined; // Column of the first word on the line: where its key would begin.

  depthAfter(type: string, token: string, offset: number): number {
    if (type === "flow-map-start" || type === "flow-seq-start") this.#open += 1;
    if (type === "flow-map-end" || type === "flow-seq-end")
      this.#open = Math.max(0, this.#open - 1);
    if (this.#open === 0) this.#block(type, offset - this.#lineStart);
    const lineEnd = token.lastIndexOf("\n");
    if (lineEnd >= 0) {
      this.#lineStart = offset + lineEnd + 1;
      this.#content = undefined;
    }
    return this.#open + this.#levels.length;
  }

  #block(type: string, column: number): void {
    if (type === "space" || type === "newline" || type === "comment") return;
    if (type === "seq-item-ind" || type === "explicit-key-ind") {
      this.#enter({ column, list: type === "seq-item-ind" });
      this.#content = undefined;
      return;
    }
    this.#content ??= column;
    if (type === "map-value-ind") this.#enter({ column: this.#content, list: false });
  }

  /** A list may stand in the column of the key that holds it: then it is one level deeper. */
  #enter(level: Level): void {
    const within = (outer: Level) =>
      outer.column < level.column || (outer.column === level.column && (level.list || !outer.list));
    this.#levels = this.#levels.filter(within);
    const last = this.#levels.at(-1);
    if (last?.column !== level.column || last.list !== level.list) this.#levels.push(level);
  }
}
