/**
 * A verdict as lines of a tree: one derivation for terminal, page and golden files.
 *
 * In:   an answer of `check`, or a row of one or of `decide`, with its receipt.
 * Out:  a line for each reading with its reasons under it, and what holds beside all readings.
 */

import type { CheckAnswer, DecisionFields } from "#rules";
import { decisionLines } from "./decision-lines.ts";
import { type Line, line, names, type Row, type Speaker } from "./line.ts";
import { clausesOf, nodeText, normText, optionText } from "./nodes.ts";
import { decidesLine, flipLines, missingLine, seenLines, stepLine } from "./reason-lines.ts";

/** "Every member states its consent."; without axes, "Under every reading". */
export const readingText = (reading: Row["reading"], say: Speaker): string => {
  const options = Object.entries(reading).map(([axis, option]) =>
    optionText(axis, option, say).replace(/\.$/, ""),
  );
  return options.length === 0 ? say.words.everyReading : say.words.reading(options);
};

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const isDecision = (row: Row): row is Row & DecisionFields => "outcome" in row;

/** One reading of `check` or `decide`. */
export const readingLine = (row: Row, say: Speaker): Line => {
  const { words } = say;
  const { reading, validity, missing, textSeen, trace } = row;
  const compliance = "compliance" in row ? row.compliance : [];
  const outcome = isDecision(row) ? words.outcomes[row.outcome] : undefined;
  const on = isDecision(row) ? (row.adoptedOn ?? "") : "";
  const worth = words.verdict(words.validities[validity], outcome, on);
  const node = trace.decidingNode ?? "";
  const engaged = trace.norms.filter(({ truth }) => truth !== "not-met" || trace.level === 2);
  return line("verdict", `${readingText(reading, say)}. ${capital(worth)}.`, {
    kids: [
      ...(isDecision(row) ? decisionLines(row, say) : []),
      ...(node === "" ? [] : [decidesLine(node, say)]),
      ...compliance.map(({ party, norm, result }) =>
        line(
          "compliance",
          `${say.name(party)}, ${normText(norm, say)}: ${words.compliance[result]}.`,
          { nodes: [norm], clauses: clausesOf(norm, say.tongue.pack) },
        ),
      ),
      ...engaged.map((step) => stepLine(step, say)),
      ...missing.map((one) => missingLine(one, say)),
      ...flipLines(trace.flips, trace.flipsComplete, say),
      ...seenLines(textSeen, say),
      line("receipt", words.receipt(trace.hash)),
    ],
  });
};

/** A verdict on an act: each reading, then what holds beside all of them. */
export const checkLines = (answer: CheckAnswer, say: Speaker): readonly Line[] => {
  const { words, tongue } = say;
  const { readings, flags, rests, cures, ignored, act } = answer;
  const title = tongue.titleOfAct;
  return [
    ...readings.map((row) => readingLine(row, say)),
    ...flags.map(({ claim, says, register }) => line("effect", words.flag(claim, says, register))),
    ...cures.map(({ by, node = "", makes, reading }) => {
      const worth = `${words.validities[makes]} (${readingText(reading, say)})`;
      return by.length > 0
        ? line("effect", words.cureBy(names(by, say), worth))
        : line("effect", words.cureIf(nodeText(node, say), worth), { nodes: [node] });
    }),
    ...rests.map(({ act: one, on }) =>
      line("effect", words.rests(title(one), on === act ? "" : title(on)), { acts: [one, on] }),
    ),
    ...ignored.map(({ act: one, reason }) =>
      line("effect", words.ignored(title(one), words.reasons[reason] ?? reason), { acts: [one] }),
    ),
  ];
};
