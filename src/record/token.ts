/**
 * Spans as whole numbers, so that a million of them are columns and not objects.
 *
 * In:   spans, as a fluent computes them.
 * Out:  a token for each; of a token the span again, made when somebody asks, and its evidence when
 *       somebody asks for that.
 *
 * Nearly every span is one value without dispute that rests on one act or none: its token is made
 * of the value's place in a short list of words and of the act's place in the ledger. Where it rests
 * on several acts, their places stand in a list. Any other span is kept as it is.
 */

import { type Certainty, type Other, type Span, sameSpan, sureOf } from "./span.ts";
import type { Version } from "./version.ts";

/** A value by itself, as far as no act is needed to tell it. */
export type Word = Pick<Span, "value" | "certainty" | "possible">;

/** What tokens stand for. */
export type Tokens = {
  readonly words: Word[];
  readonly placeOf: Map<string, number>; // of a word
  readonly lists: number[]; // a word, how many acts, their places; and so on
  readonly spans: Span[];
  readonly actAt: (place: number) => Version; // the version that entered there
};

export const newTokens = (actAt: Tokens["actAt"]): Tokens => ({
  words: [],
  placeOf: new Map(),
  lists: [],
  spans: [],
  actAt,
});

/** A word and a place share the 31 bits of a token; what has no room there stands in the list. */
const wordBits = 6;
const wordMask = (1 << wordBits) - 1;
const mostPlaces = 2 ** (31 - wordBits) - 1;

const none: readonly never[] = [];

const wordFor = ({ words, placeOf }: Tokens, value: string): number => {
  const known = placeOf.get(value);
  if (known !== undefined) return known;
  placeOf.set(value, words.length);
  return words.push({ value, certainty: sureOf(value), possible: [value] }) - 1;
};

const ofList = (at: number): number => ~(2 * at);
const ofSpan = (at: number): number => ~(2 * at + 1);
const isOfSpan = (token: number): boolean => token < 0 && (~token & 1) === 1;
const placeIn = (token: number): number => ~token >>> 1;

const isListed = ({ lists }: Tokens, token: number, word: number, on: readonly Version[]) => {
  if (token >= 0 || isOfSpan(token)) return false;
  const at = placeIn(token);
  return (
    lists[at] === word &&
    lists[at + 1] === on.length &&
    on.every(({ seq }, i) => lists[at + 2 + i] === seq)
  );
};

/**
 * The token of one value without dispute and the acts it rests on.
 *
 * @param last - A token; it comes back if it says just this.
 */
export const settled = (
  of: Tokens,
  value: string,
  because: readonly Version[],
  last: number,
): number => {
  const word = wordFor(of, value);
  const place = because[0] === undefined ? 0 : because[0].seq + 1;
  const isShort = because.length < 2 && word <= wordMask && place <= mostPlaces;
  if (isShort) return (place << wordBits) | word;
  if (isListed(of, last, word, because)) return last;
  const at = of.lists.push(word, because.length) - 2;
  for (const { seq } of because) of.lists.push(seq);
  return ofList(at);
};

const kept = ({ spans }: Tokens, span: Span, last: number): number => {
  const before = isOfSpan(last) ? spans[placeIn(last)] : undefined;
  return before !== undefined && sameSpan(before, span) ? last : ofSpan(spans.push(span) - 1);
};

/** The token of any span; `last` comes back if it says just this. */
export const tokenOf = (of: Tokens, span: Span, last: number): number => {
  const { value, certainty, possible, because, others } = span;
  const isSettled = others.length === 0 && possible.length === 1 && certainty === sureOf(value);
  return isSettled ? settled(of, value, because, last) : kept(of, span, last);
};

/** What a token says without its evidence. */
export const wordOf = ({ words, lists, spans }: Tokens, token: number): Word => {
  const place = token >= 0 ? token & wordMask : lists[placeIn(token)];
  const word = isOfSpan(token) ? spans[placeIn(token)] : words[place ?? -1];
  if (word === undefined) throw new Error(`no such token: ${token}`);
  return word;
};

const becauseOf = ({ lists, actAt }: Tokens, token: number): readonly Version[] => {
  if (token >= 0) return token <= wordMask ? none : [actAt((token >>> wordBits) - 1)];
  const at = placeIn(token);
  const count = lists[at + 1] ?? 0;
  return lists.slice(at + 2, at + 2 + count).map(actAt);
};

/** A span read from its token. */
class Told implements Span {
  private readonly of: Tokens;
  private readonly token: number;

  constructor(of: Tokens, token: number) {
    this.of = of;
    this.token = token;
  }

  get value(): string {
    return wordOf(this.of, this.token).value;
  }

  get certainty(): Certainty {
    return wordOf(this.of, this.token).certainty;
  }

  get possible(): readonly string[] {
    return wordOf(this.of, this.token).possible;
  }

  get because(): readonly Version[] {
    return becauseOf(this.of, this.token);
  }

  get others(): readonly Other[] {
    return none;
  }
}

/** The span that a token stands for. */
export const spanOf = (of: Tokens, token: number): Span =>
  (isOfSpan(token) ? of.spans[placeIn(token)] : undefined) ?? new Told(of, token);
