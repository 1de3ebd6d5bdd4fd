/**
 * What the page of a verdict is given: its lines, its notes, and for a decision the calculator.
 *
 * In:   the answer to `check`, `decide` or `duties`, and its parameters.
 * Out:  `VerdictData` without its ground. Positions of the calculator stand in the address by the
 *       codes of states (`?body=council&ARM=for`), so that a sitting can be linked and sent as a form.
 */

import type { Language } from "#base";
import { type Pack, positionWords } from "#charter";
import type { AnyVerdict, DecideAnswer, Params, Scene } from "#rules";
import {
  checkLines,
  dutiesLines,
  nameOf,
  readingLine,
  speakerOf,
  tableOf,
  titlesIn,
  wordsOf,
} from "#wording";
import type { CalculatorData, ListChoice, VerdictData } from "./contract.ts";

type Verdict = Omit<VerdictData, "org" | "pack" | "today" | "head" | "titles" | "sources" | "page">;

const isState = /^[A-Z]{3}$/;

const ordinary = "ordinary";

/** The first body that decides by a procedure of the pack. */
const firstBody = ({ procedures }: Pack): string =>
  [...procedures.values()].flatMap(({ bodies }) => bodies)[0] ?? "";

/** The address of a calculator as the parameters of `decide`: each state's word makes the file. */
export const decideParams = (params: Params, pack: Pack): Params => {
  if (params.has("positions")) return params;
  const isOwn = ([name, values]: readonly [string, readonly string[]]): boolean =>
    values.length === 1 && (isState.test(name) || name === "form");
  const own = [...params].filter(isOwn).map(([name, [value = ""]]) => [name, value] as const);
  const { form, ...positions } = Object.fromEntries(own) as { readonly [name: string]: string };
  const file = { positions, ...(form !== undefined && form !== ordinary && { form }) };
  const rest = [...params].filter((pair) => !isOwn(pair));
  return new Map([["body", [firstBody(pack)]], ...rest, ["positions", [JSON.stringify(file)]]]);
};

const bodiesOf = ({ procedures }: Pack, name: (address: string) => string) =>
  [...procedures.values()]
    .flatMap(({ bodies }) => bodies)
    .map((code): ListChoice => ({ code, text: name(`body/${code}`) }));

const calculatorOf = (
  { body, readings }: DecideAnswer,
  { world: { pack } }: Scene,
  language: Language,
): CalculatorData => {
  const { positions: words, forms: formWords } = wordsOf(language).lists;
  const name = (address: string): string => nameOf(address, pack, language);
  const [first] = readings;
  const procedure = [...pack.procedures.values()].find(({ bodies }) => bodies.includes(body));
  const forms = [ordinary, ...(procedure?.forms ?? []).map(({ id }) => id)];
  return {
    body,
    bodies: bodiesOf(pack, name),
    form: first?.form ?? ordinary,
    forms: forms.map((code) => ({ code, text: formWords[code as keyof typeof formWords] ?? code })),
    members: (first?.positions ?? []).map(({ state, position }) => ({
      state,
      name: name(state),
      position,
    })),
    positions: positionWords.map((code) => ({ code, text: words[code] })),
  };
};

export const verdictData = (verdict: AnyVerdict, scene: Scene, language: Language): Verdict => {
  const titleOfAct = titlesIn(scene, language);
  const { pack } = scene.world;
  const say = speakerOf({ pack, titleOfAct, language });
  const { command, answer } = verdict;
  const { title } = tableOf(verdict, pack, titleOfAct, language);
  const { words } = say;
  const notes = [
    ...(answer.disputed ? [words.disputed] : answer.readings.length > 1 ? [words.agreed] : []),
    ...(answer.capped ? [words.capped] : []),
  ];
  const { on } = answer;
  const base = { question: command, on, title, notes, api: scene.texts };
  switch (command) {
    case "check":
      return { ...base, subject: `act/${answer.act}`, lines: checkLines(answer, say) };
    case "decide":
      return {
        ...base,
        subject: `body/${answer.body}`,
        lines: answer.readings.map((row) => readingLine(row, say)),
        calculator: calculatorOf(answer, scene, language),
      };
    case "duties":
      return { ...base, subject: answer.situation, lines: dutiesLines(answer, say) };
  }
};
