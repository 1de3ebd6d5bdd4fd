/**
 * Duties in words: those of one norm and one state together, then what is not engaged, what is
 * missing, what would change it.
 */

import type { DutiesAnswer, DutyShown } from "#rules";
import { type Line, line, type Speaker } from "./line.ts";
import { readingText } from "./lines.ts";
import { clausesOf, deedText, nodeText, normText } from "./nodes.ts";
import { flipLines, missingLine, seenLines, stepLine } from "./reason-lines.ts";

/** Duties that differ in their bearer alone. */
export type DutyGroup = Omit<DutyShown, "bearer" | "owedTo"> & {
  readonly bearers: readonly string[];
  readonly owedTo: string | undefined; // undefined: each owes it to all the others.
};

export const groupsOf = (duties: readonly DutyShown[]): readonly DutyGroup[] => {
  const groups = new Map<string, DutyGroup>();
  for (const { bearer, owedTo: to, ...rest } of duties) {
    const owedTo = typeof to === "string" ? to : undefined;
    const key = JSON.stringify([rest, owedTo]);
    const bearers = [...(groups.get(key)?.bearers ?? []), bearer];
    groups.set(key, { ...rest, owedTo, bearers });
  }
  return [...groups.values()];
};

export const stateText = ({ state, due, note, elapsed }: DutyGroup, { words }: Speaker): string => {
  const when = [due, note === "immediately" ? words.immediately : note].filter(
    (part) => part !== undefined,
  );
  return [
    words.dutyStates[state],
    ...(when.length === 0 ? [] : [words.due(when.join(", "))]),
    ...(elapsed === undefined ? [] : [words.elapsed(elapsed)]),
  ].join("; ");
};

export const deedsText = (deeds: readonly string[], say: Speaker): string =>
  deeds.map((deed) => deedText(deed, say).toLowerCase()).join(", ");

const dutyLine = (group: DutyGroup, say: Speaker): Line => {
  const { words } = say;
  const { bearers, owedTo, provision, norm } = group;
  const to = owedTo === undefined ? words.toOthers : ` → ${say.name(owedTo)}`;
  const who = bearers.map((one) => say.name(one)).join(", ");
  const text = `${who} – ${deedsText(group.do, say)}${to}: ${stateText(group, say)}.`;
  return line("norm", `${normText(norm, say)}. ${text}`, { clauses: [provision], nodes: [norm] });
};

type Owed = Pick<DutiesAnswer, "duties" | "notEngaged" | "missing">;

const owedLines = ({ duties, notEngaged, missing }: Owed, say: Speaker): readonly Line[] => [
  ...groupsOf(duties).map((group) => dutyLine(group, say)),
  ...notEngaged.map(({ norm, because }) =>
    line("norm", say.words.notEngaged(normText(norm, say), nodeText(because, say)), {
      nodes: [norm, because],
      clauses: clausesOf(norm, say.tongue.pack),
    }),
  ),
  ...missing.map((one) => missingLine(one, say)),
];

export const dutiesLines = (answer: DutiesAnswer, say: Speaker): readonly Line[] => {
  const { words, tongue } = say;
  const { readings, receipt, ignored, flips, flipsComplete } = answer;
  const steps = receipt.level === 2 ? receipt.norms.map((step) => stepLine(step, say)) : [];
  return [
    ...owedLines(answer, say),
    ...readings
      .filter((row) => row.duties.length + row.notEngaged.length + row.missing.length > 0)
      .map((row) =>
        line("verdict", `${readingText(row.reading, say)}.`, { kids: owedLines(row, say) }),
      ),
    ...ignored.map(({ act, reason }) => {
      const why = words.reasons[reason] ?? reason;
      return line("effect", words.ignored(tongue.titleOfAct(act), why), { acts: [act] });
    }),
    ...flipLines(flips, flipsComplete, say),
    ...steps,
    ...seenLines(receipt.textSeen, say),
    line("receipt", words.receipt(receipt.hash)),
  ];
};
