/** What came of a decision, in lines: the numbers, who did what, who is bound, the other forms. */

import type { DecisionFields } from "#rules";
import { citeOf, wordsOf } from "../titles.ts";
import { type Line, line, names, positionName, type Speaker } from "./line.ts";

const formName = (form: string, { tongue }: Speaker): string => {
  const { forms } = wordsOf(tongue.language).lists;
  return forms[form as keyof typeof forms] ?? form;
};

/** What came of a decision: the numbers, who did what, who is bound, the other forms. */
export const decisionLines = (row: DecisionFields, say: Speaker): readonly Line[] => {
  const { words, tongue } = say;
  const { clauses, blockedBy, binds, bindsUnknown, forms, positions } = row;
  const counted = {
    base: String(row.base),
    needed: String(row.needed),
    reached: String(row.reached),
    shortBy: String(row.shortBy),
  };
  const cite = (clause: string) => citeOf(clause, tongue.pack, tongue.language);
  const done = (effect: (typeof positions)[number]["effect"]): string =>
    effect === undefined ? "" : ` – ${words.effects[effect]}`;
  const isShown = (text: string, states: readonly string[]): readonly Line[] =>
    states.length === 0 ? [] : [line("effect", text, { clauses })];
  return [
    line("count", row.counts === "consents" ? words.consents(counted) : words.objections(counted), {
      clauses,
      kids: [
        ...positions.map(({ state, position, effect }) =>
          line("position", `${say.name(state)}: ${positionName(position, say)}${done(effect)}`),
        ),
        ...row.exclusions.map(({ state, clause }) =>
          line("position", words.excluded(say.name(state), cite(clause)), { clauses: [clause] }),
        ),
        ...row.laterExpressions.map(({ state, on, effect, reached }) =>
          line("position", words.later[effect](say.name(state), on, String(reached ?? ""))),
        ),
      ],
    }),
    ...isShown(words.blockedBy(names(blockedBy, say)), blockedBy),
    ...isShown(words.binds(names(binds, say)), binds),
    ...isShown(words.bindsUnknown(names(bindsUnknown, say)), bindsUnknown),
    ...forms.map(({ form, available, because, outcome }) => {
      const name = formName(form, say);
      const [clause = ""] = because.split(" ");
      const isClause = tongue.pack.provisions.has(clause);
      const text = available
        ? words.form(
            name,
            outcome === undefined ? words.outcomes.undetermined : words.outcomes[outcome],
          )
        : words.formAbsent(name, sinceText(because, say));
      return line("form", text, isClause ? { clauses: [clause] } : {});
    }),
  ];
};

/** "c-12 version 2, in force from 2012-12-19", in words. */
const sinceText = (because: string, { words, tongue }: Speaker): string => {
  const parts = /^(\S+) version (\d+), in force from (\S+)$/.exec(because);
  if (parts === null) return because;
  const [, clause = "", version = "", day = ""] = parts;
  return words.formSince(citeOf(clause, tongue.pack, tongue.language), version, day);
};
