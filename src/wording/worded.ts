/**
 * The body of an answer: what `--json` prints and the HTTP interface returns, in one language.
 *
 * In:   an answer without language, the pack, the titles of acts.
 * Out:  the same answer with `name`, `title` and `gist` filled in; nothing else is changed.
 */

import type { ActId, Language } from "#base";
import type { Pack } from "#charter";
import type {
  Answer,
  AnyList,
  AnyVerdict,
  ClaimRow,
  CoverageAnswer,
  ListAnswer,
  ListItem,
  MemberRow,
  MembersAnswer,
  ProvisionAnswer,
  Scene,
  StatusAnswer,
  TimelineAnswer,
  UnknownRow,
  WhyAnswer,
} from "#rules";
import { foundName } from "./list-columns.ts";
import { unknownNotes } from "./list-table.ts";
import type { Tongue } from "./table.ts";
import { nameOf, titleOf } from "./titles.ts";

export type TitleOfAct = (id: ActId) => string;

/** Titles of acts as a scene shows them; an act it does not show is its own id. */
export const titlesIn =
  ({ record, size, world }: Scene, language: Language): TitleOfAct =>
  (id) => {
    const version = record.act(id, size);
    return version === undefined ? id : titleOf(version, world.pack, language);
  };

type Named<Row> = Row & { readonly name: string };
type TitledClaim = ClaimRow & { readonly title: string };

export type WordedMembers = Omit<MembersAnswer, "members" | "contested"> & {
  readonly members: readonly Named<MemberRow>[];
  readonly contested?: readonly Named<MemberRow>[];
};
export type WordedStatus = Named<StatusAnswer>;
export type WordedWhy = Omit<WhyAnswer, "because" | "against" | "alsoSaid"> & {
  readonly because: readonly TitledClaim[];
  readonly against: readonly TitledClaim[];
  readonly alsoSaid: readonly TitledClaim[];
};

export type WordedList = Omit<ListAnswer<ListItem>, "items" | "unknown"> & {
  readonly items: readonly Named<ListItem>[];
  readonly unknown: readonly (UnknownRow & { readonly text: string })[];
};

export type Worded =
  | WordedMembers
  | WordedStatus
  | WordedWhy
  | Extract<Answer, { command: "diff" }>["answer"]
  | ProvisionAnswer
  | TimelineAnswer
  | CoverageAnswer
  | AnyVerdict["answer"]
  | WordedList;

/** The gist of the version of a provision that an answer speaks of. */
export const gistOf = (
  { id, version }: ProvisionAnswer,
  pack: Pack,
  language: Language,
): string | null =>
  pack.provisions.get(id)?.versions.find(({ n }) => n === version)?.gist[language] ?? null;

/** Of every text in both languages the one; all else as it is. */
const inLanguage = (value: unknown, language: Language): unknown => {
  if (Array.isArray(value)) return value.map((one) => inLanguage(one, language));
  if (typeof value !== "object" || value === null) return value;
  const { en, ru, ...rest } = value as { readonly [key: string]: unknown };
  const isBoth = typeof en === "string" && typeof ru === "string" && !some(rest);
  if (isBoth) return language === "ru" ? ru : en;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, inLanguage(one, language)]),
  );
};

const some = (rest: object): boolean => Object.keys(rest).length > 0;

/** What each item of a list is called. */
const namesIn = ({ command, answer }: AnyList, tongue: Tongue): readonly string[] => {
  const { pack, titleOfAct, language } = tongue;
  switch (command) {
    case "search":
      return answer.items.map((item) => foundName(item, tongue));
    case "decisions":
      return answer.items.map(({ id }) => titleOfAct(id));
    default:
      return answer.items.map(({ address }) => nameOf(address, pack, language));
  }
};

/** A list: each item with its name, each gap with its sentence. */
const wordedList = (list: AnyList, tongue: Tongue): WordedList => {
  const { answer } = list;
  const { language } = tongue;
  const names = namesIn(list, tongue);
  const notes = unknownNotes(answer.unknown, tongue);
  const items: readonly ListItem[] = answer.items;
  return {
    ...answer,
    items: items.map((item, place) => {
      const { id, ...rest } = inLanguage(item, language) as ListItem;
      return { id, name: names[place] ?? item.address, ...rest };
    }),
    unknown: answer.unknown.map((row, place) => ({ ...row, text: notes[place] ?? "" })),
  };
};

/** The answer as JSON, in a language. */
export const worded = (
  { command, answer }: Answer,
  pack: Pack,
  titleOfAct: TitleOfAct,
  language: Language,
): Worded => {
  const named = <Row extends { readonly state: string }>(row: Row): Named<Row> => ({
    ...row,
    name: nameOf(row.state, pack, language),
  });
  const titled = (row: ClaimRow): TitledClaim => ({ ...row, title: titleOfAct(row.act) });
  switch (command) {
    case "members": {
      const { contested, ...rest } = answer;
      return {
        ...rest,
        members: answer.members.map(named),
        ...(contested !== undefined && { contested: contested.map(named) }),
      };
    }
    case "status":
      return named(answer);
    case "why":
      return {
        ...answer,
        because: answer.because.map(titled),
        against: answer.against.map(titled),
        alsoSaid: answer.alsoSaid.map(titled),
      };
    case "diff":
      return answer;
    case "provision":
      return { ...answer, gist: gistOf(answer, pack, language) };
    case "timeline":
      return {
        ...answer,
        acts: answer.acts.map((act) => ({ ...act, title: titleOfAct(act.id) })),
      };
    case "coverage":
    case "decide":
    case "duties":
      return answer;
    case "check":
      return { ...answer, title: titleOfAct(answer.act) };
    default:
      return wordedList({ command, answer } as AnyList, { pack, titleOfAct, language });
  }
};
