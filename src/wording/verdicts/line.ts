/**
 * A line of an explanation: what it says, and the clauses, nodes and acts that it rests on.
 *
 * The language changes the text of a line and nothing else, so both languages cite the same.
 */

import type { CheckReadingRow, DecideReadingRow } from "#rules";
import type { Tongue } from "../table.ts";
import { wordsOf } from "../titles.ts";
import { type NodeSay, nodeSay } from "./nodes.ts";
import type { VerdictWords } from "./words.ts";

export type LineRole =
  | "verdict"
  | "count"
  | "position"
  | "effect"
  | "form"
  | "decides"
  | "norm"
  | "node"
  | "compliance"
  | "missing"
  | "flip"
  | "seen"
  | "receipt";

export type Line = {
  readonly role: LineRole;
  readonly text: string;
  readonly clauses: readonly string[];
  readonly nodes: readonly string[];
  readonly acts: readonly string[];
  readonly kids: readonly Line[];
};

type Cited = Partial<Pick<Line, "clauses" | "nodes" | "acts" | "kids">>;

export const line = (role: LineRole, text: string, cited: Cited = {}): Line => ({
  role,
  text,
  clauses: [],
  nodes: [],
  acts: [],
  kids: [],
  ...cited,
});

export type Speaker = NodeSay & { readonly words: VerdictWords };

export const speakerOf = (tongue: Tongue): Speaker =>
  nodeSay(tongue, wordsOf(tongue.language).verdicts);

/** A reading of `check` or of `decide`. */
export type Row = CheckReadingRow | DecideReadingRow;

export const names = (states: readonly string[], say: Speaker): string =>
  states.map((one) => say.name(one)).join(", ");

export const positionName = (position: string, { words, tongue }: Speaker): string => {
  const { positions } = wordsOf(tongue.language).lists;
  return positions[position as keyof typeof positions] ?? words.unknownPosition;
};

/** Lines as plain texts, those under another set in. */
export const flat = (lines: readonly Line[], depth = 0): readonly string[] =>
  lines.flatMap(({ text, kids }) => [`${"  ".repeat(depth)}${text}`, ...flat(kids, depth + 1)]);
