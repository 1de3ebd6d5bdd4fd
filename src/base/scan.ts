/**
 * A strict look at JSON text: the first thing in it that we refuse, and where.
 *
 * `JSON.parse` keeps the last of two equal keys, rounds integers that it cannot hold and takes any
 * depth; this scan finds what it hides. It runs to refuse or to explain, and builds no value.
 *
 * In:   any text, however hostile. It never throws, and its time grows with the length only: each
 *       character is read once, and the depth ends before the stack does.
 * Out:  a refusal with a JSON pointer (RFC 6901), or nothing.
 */

/** What can be wrong with received JSON text. */
export type JsonRefusal = {
  readonly code:
    | "entry.not-json"
    | "entry.duplicate-key"
    | "entry.depth"
    | "entry.number"
    | "entry.not-canonical"
    | "entry.not-plain";
  /** JSON pointer to the value in question; empty for the whole text. */
  readonly at: string;
};

/** Arrays and objects inside each other, in all that comes from outside (S-30). */
export const deepestEntry = 64;

/** Steps to a value: keys of objects and places in arrays. */
export type Trail = readonly (string | number)[];

/** A long key is cut, so that a refusal stays short whatever was sent. */
const longestStep = 100;

/** The trail as a JSON pointer, RFC 6901. */
export const pointer = (trail: Trail): string =>
  trail
    .map((step) => String(step).slice(0, longestStep).replaceAll("~", "~0").replaceAll("/", "~1"))
    .map((step) => `/${step.toWellFormed()}`)
    .join("");

/** Numbers: `whole` refuses every fraction and exponent; `any` only what would be changed. */
export type Numbers = "whole" | "any";

const quote = 0x22;
const backslash = 0x5c;
const space = 0x20;

/** What a written string with escapes means; undefined when JSON has no such escape. */
const unescaped = (written: string): string | undefined => {
  try {
    return String(JSON.parse(written));
  } catch {
    return undefined;
  }
};

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/**
 * One walk through one text. A step that finds nothing amiss answers true and stands after what it
 * read; the first that does not keeps the refusal, and all return.
 */
class Scan {
  refusal: JsonRefusal | undefined = undefined;
  private place = 0;
  private readonly trail: (string | number)[] = [];
  private readonly text: string;
  private readonly numbers: Numbers;
  /** The walk stops at the first value that ends beyond this place, when one is sought. */
  private readonly sought: number;

  constructor(text: string, numbers: Numbers, sought: number) {
    this.text = text;
    this.numbers = numbers;
    this.sought = sought;
  }

  whole(): boolean {
    if (!this.value()) return false;
    this.skipSpace();
    return this.place === this.text.length || this.stop("entry.not-json");
  }

  private stop(code: JsonRefusal["code"]): false {
    this.refusal = { code, at: pointer(this.trail) };
    return false;
  }

  private skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.place);
      if (code !== space && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.place += 1;
    }
  }

  /** Steps over the character when it is the next one. */
  private took(character: string): boolean {
    if (this.text[this.place] !== character) return false;
    this.place += 1;
    return true;
  }

  private value(): boolean {
    this.skipSpace();
    if (!this.anyValue()) return false;
    return this.place <= this.sought || this.stop("entry.not-canonical");
  }

  private anyValue(): boolean {
    switch (this.text[this.place]) {
      case "{":
        return this.open() && this.object();
      case "[":
        return this.open() && this.array();
      case '"':
        return this.string() !== false;
      case "t":
        return this.word("true");
      case "f":
        return this.word("false");
      case "n":
        return this.word("null");
      default:
        return this.number();
    }
  }

  private word(word: string): boolean {
    if (!this.text.startsWith(word, this.place)) return this.stop("entry.not-json");
    this.place += word.length;
    return true;
  }

  private open(): boolean {
    if (this.trail.length >= deepestEntry) return this.stop("entry.depth");
    this.place += 1;
    this.skipSpace();
    return true;
  }

  private array(): boolean {
    if (this.took("]")) return true;
    for (let item = 0; ; item += 1) {
      this.trail.push(item);
      if (!this.value()) return false;
      this.trail.pop();
      this.skipSpace();
      if (this.took("]")) return true;
      if (!this.took(",")) return this.stop("entry.not-json");
    }
  }

  private object(): boolean {
    if (this.took("}")) return true;
    const seen = new Set<string>();
    for (;;) {
      if (!this.member(seen)) return false;
      this.skipSpace();
      if (this.took("}")) return true;
      if (!this.took(",")) return this.stop("entry.not-json");
      this.skipSpace();
    }
  }

  private member(seen: Set<string>): boolean {
    if (this.text.charCodeAt(this.place) !== quote) return this.stop("entry.not-json");
    const key = this.string();
    if (key === false) return false;
    this.trail.push(key);
    if (seen.has(key)) return this.stop("entry.duplicate-key");
    seen.add(key);
    this.skipSpace();
    if (!this.took(":")) return this.stop("entry.not-json");
    if (!this.value()) return false;
    this.trail.pop();
    return true;
  }

  /** What a string means, since `"a"` and `"\u0061"` are one key. */
  private string(): string | false {
    const start = this.place;
    let escaped = false;
    for (this.place += 1; ; this.place += 1) {
      const code = this.text.charCodeAt(this.place);
      if (code === quote) break;
      // NaN at the end of the text, which is not at least a space either.
      if (!(code >= space)) return this.stop("entry.not-json");
      if (code === backslash) {
        escaped = true;
        this.place += 1;
      }
    }
    this.place += 1;
    const written = this.text.slice(start, this.place);
    const meant = escaped ? unescaped(written) : written.slice(1, -1);
    if (meant === undefined) return this.stop("entry.not-json");
    return meant.isWellFormed() ? meant : this.stop("entry.not-plain");
  }

  private digits(): boolean {
    if (!isDigit(this.text.charCodeAt(this.place))) return this.stop("entry.not-json");
    while (isDigit(this.text.charCodeAt(this.place))) this.place += 1;
    return true;
  }

  private number(): boolean {
    const start = this.place;
    this.took("-");
    if (!this.took("0") && !this.digits()) return false;
    const afterWhole = this.place;
    if (this.took(".") && !this.digits()) return false;
    if (this.took("e") || this.took("E")) {
      if (!this.took("+")) this.took("-");
      if (!this.digits()) return false;
    }
    const value = Number(this.text.slice(start, this.place));
    const isKept =
      this.place === afterWhole
        ? Number.isSafeInteger(value)
        : Number.isFinite(value) && this.numbers === "any";
    return isKept || this.stop("entry.number");
  }
}

const nowhere = Number.POSITIVE_INFINITY;

const refusalOf = (scan: Scan): JsonRefusal | undefined => {
  scan.whole();
  return scan.refusal;
};

/**
 * The first thing in the text that is refused.
 *
 * @param numbers - `any` still refuses integers beyond 2^53-1 and numbers too large for a double:
 *   reading them would change them in silence.
 * @returns undefined when the text is strict JSON, as deep as allowed, with each key once.
 */
export const firstRefusal = (text: string, numbers: Numbers): JsonRefusal | undefined =>
  refusalOf(new Scan(text, numbers, nowhere));

/**
 * Where strict JSON text departs from its canonical form: the first value that ends after the place
 * in which the two differ.
 */
export const departure = (text: string, canonicalText: string): JsonRefusal => {
  let place = 0;
  while (place < text.length && text[place] === canonicalText[place]) place += 1;
  return (
    refusalOf(new Scan(text, "any", place)) ?? { code: "entry.not-canonical", at: "" } // At the end.
  );
};
