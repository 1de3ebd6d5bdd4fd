/**
 * What the page of a list is given: its table in words, its filters with what may be chosen.
 *
 * In:   the answer to a list question, and its parameters.
 * Out:  `ListData` without its ground.
 */

import { isoOf, type Language } from "#base";
import {
  type AnyList,
  type CoverageAnswer,
  exerciseStates,
  type ListName,
  type ParamSpec,
  planStates,
  type Scene,
  searchKinds,
  specOf,
} from "#rules";
import {
  helpOf,
  listTable,
  nameOf,
  type ParameterName,
  parameterText,
  tableOf,
  titlesIn,
  valueText,
  wordsOf,
} from "#wording";
import type { ListChoice, ListData, ListFilterField } from "./contract.ts";

/** How many items stand on one page. */
export const itemsAPage = "50";

/** Parameters that are no filter: the day has a field of its own, the lens a form of its own. */
const notFilters = new Set(["on", "page", "per", "known", "published-by", "according-to", "lang"]);

type Listing = Pick<ListData, "question" | "table" | "filters" | "paging" | "on" | "nearest">;

const choicesOf = (
  command: string,
  { name, form }: ParamSpec,
  { world: { pack }, record, size }: Scene,
  language: Language,
): readonly ListChoice[] | undefined => {
  const named = (code: string, address = code): ListChoice => ({
    code,
    text: nameOf(address, pack, language),
  });
  switch (form) {
    case "state":
      return [...pack.states.keys()].map((id) => named(id));
    case "body":
      return [...pack.bodies.keys()].map((id) => named(id, `body/${id}`));
    case "relation":
      return record
        .addresses("relation/")
        .toSorted()
        .map((address) => named(address.slice("relation/".length), address));
    case "series":
      return record
        .things(size)
        .filter(({ id }) => id.startsWith("series/"))
        .map(({ id }) => named(id));
    case "source":
      return record
        .sources()
        .filter(({ numbered }) => numbered !== undefined)
        .map(({ id, title }) => ({ code: id, text: title }));
    case "result": {
      const { searchKinds: texts } = wordsOf(language).lists;
      return searchKinds.map((code) => ({ code, text: texts[code] }));
    }
    case "word": {
      if (name === "class") {
        const { classes } = wordsOf(language).lists;
        return (["coalition", "regional"] as const).map((code) => ({ code, text: classes[code] }));
      }
      const states = command === "exercises" ? exerciseStates : planStates;
      return states.map((code) => ({ code, text: valueText(code, language) }));
    }
    default:
      return undefined;
  }
};

const filtersOf = (
  command: ListName | "coverage",
  scene: Scene,
  language: Language,
): readonly ListFilterField[] => {
  const spec = specOf(command);
  const help = helpOf(language);
  return [...(spec?.positional ?? []), ...(spec?.options ?? [])]
    .filter(({ name }) => !notFilters.has(name))
    .map((param): ListFilterField => {
      const { name, form } = param;
      const value = scene.texts[name];
      const choices = choicesOf(command, param, scene, language);
      return {
        name,
        label: parameterText(help, command, name as ParameterName).split(":")[0] ?? name,
        form,
        ...(value !== undefined && { value }),
        ...(choices !== undefined && { choices }),
      };
    });
};

export const listData = (list: AnyList, scene: Scene, language: Language): Listing => {
  const { command, answer } = list;
  const titleOfAct = titlesIn(scene, language);
  const { number = 1, pages = 1 } = answer.page ?? {};
  return {
    question: command,
    on: isoOf(scene.on),
    table: listTable(list, { pack: scene.world.pack, titleOfAct, language }),
    filters: filtersOf(command, scene, language),
    paging: { number, pages },
    ...(command === "search" && { nearest: answer.nearest ?? [] }),
  };
};

/** Where the facts of a source stand: one row a fact. */
export const coverageData = (answer: CoverageAnswer, scene: Scene, language: Language): Listing => {
  const titleOfAct = titlesIn(scene, language);
  const { rows, ...table } = tableOf(
    { command: "coverage", answer },
    scene.world.pack,
    titleOfAct,
    language,
  );
  return {
    question: "coverage",
    table: {
      ...table,
      rows: rows.map(([fact = "", where = ""]) => {
        const address = `fact/${fact.toLowerCase()}`;
        const cell = where === "" ? { text: fact } : { text: fact, why: address };
        return { address, cells: [cell, { text: where }] };
      }),
    },
    filters: filtersOf("coverage", scene, language),
    paging: { number: 1, pages: 1 },
  };
};
