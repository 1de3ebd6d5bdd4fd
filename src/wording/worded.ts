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
  ClaimRow,
  MemberRow,
  MembersAnswer,
  ProvisionAnswer,
  Scene,
  StatusAnswer,
  TimelineAnswer,
  WhyAnswer,
} from "#rules";
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

export type Worded =
  | WordedMembers
  | WordedStatus
  | WordedWhy
  | Extract<Answer, { command: "diff" }>["answer"]
  | ProvisionAnswer
  | TimelineAnswer;

/** The gist of the version of a provision that an answer speaks of. */
export const gistOf = (
  { id, version }: ProvisionAnswer,
  pack: Pack,
  language: Language,
): string | null =>
  pack.provisions.get(id)?.versions.find(({ n }) => n === version)?.gist[language] ?? null;

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
  }
};
