/**
 * What a page is given: the answer to its question, and the ground it stands on (`contract.ts`).
 *
 * In:   an organization, the page's question as parameters, the language.
 * Out:  `PageData`, or a refusal. Nothing here speaks; titles and gists come from `wording`.
 */

import { isoOf, type Language, ok, type Result, refuse } from "#base";
import { cut, isStrict } from "#record";
import {
  type Answer,
  type AnyList,
  type AnyVerdict,
  ask,
  type Params,
  type QuestionSpec,
  type Refused,
  type Scene,
  sceneOf,
  specOf,
  type TimelineAnswer,
  type World,
} from "#rules";
import { gistOf, type TitleOfAct, titlesIn } from "#wording";
import type { Ground, MembersData, PageData, SourceShown } from "./contract.ts";
import { coverageData, listData } from "./list-page.ts";
import type { Organization } from "./ports.ts";
import { verdictData } from "./verdict-page.ts";

export type QuestionPage = QuestionSpec["command"];

type Page = Exclude<PageData, { readonly page: "error" }>;

/** How many acts stand on one part of the timeline. */
export const actsAPart = 100;

const sourcesOf = ({ record }: Scene): { readonly [id: string]: SourceShown } =>
  Object.fromEntries(
    record
      .sources()
      .map(({ id, title, standing, published }) => [
        id,
        { title, standing, ...(published !== undefined && { published: published.text }) },
      ]),
  );

/** Every text in an answer. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Titles of the acts that an answer names; `act/ID` names one too. */
const titlesOf = (
  { record, size }: Scene,
  titleOfAct: TitleOfAct,
  answer: unknown,
): { readonly [act: string]: string } => {
  const ids = new Set(textsIn(answer).map((text) => text.replace(/^act\//, "")));
  const acts = [...ids].filter((id) => record.act(id, size) !== undefined);
  return Object.fromEntries(acts.map((id) => [id, titleOfAct(id)]));
};

/** The ground of a page that answers nothing. */
export const bareGround = ({ org, pack, head }: Organization, { today }: World): Ground => ({
  org,
  pack,
  today: isoOf(today),
  head,
  titles: {},
  sources: {},
});

const titled = (answer: TimelineAnswer, titleOfAct: TitleOfAct): TimelineAnswer => ({
  ...answer,
  acts: answer.acts.map((act) => ({ ...act, title: titleOfAct(act.id) })),
});

/** The timelines behind the members page: statuses, instruments in force, versions (S-22). */
const sliceOf = (of: Organization, { record, size, world }: Scene): MembersData["slice"] => {
  const states = new Set([...world.pack.states.keys(), ...record.states()]);
  const own = [...states]
    .sort()
    .flatMap((state) => [
      `membership/${state}`,
      ...world.pack.membership.instruments.map((id) => `status/${id}/${state}`),
    ]);
  const others = record.fluents().filter((name) => /^(in-force|provision)\//.test(name));
  const names = new Map([...own, ...others.sort()].map((name) => [name, name] as const));
  return cut(`${of.org}@${size}:${of.head.root.slice(0, 16)}`, record, size, names);
};

const lensNames = ["known", "published-by", "according-to", "lang"];

/** All acts under the lens of a page, whatever else it asks. */
const timelineUnder = (world: World, params: Params): TimelineAnswer => {
  const lens = new Map([...params].filter(([name]) => lensNames.includes(name)));
  const asked = ask(world, "timeline", lens);
  if (!asked.ok || asked.value.command !== "timeline") {
    throw new Error("a lens that one question took was refused by another");
  }
  return asked.value.answer;
};

const helpOf = ({ world: { pack } }: Scene): Pick<MembersData, "help"> => {
  const { collectiveDefence: help } = pack;
  return help === undefined ? {} : { help };
};

type Given = {
  readonly of: Organization;
  readonly scene: Scene;
  readonly params: Params;
  readonly part: number;
  readonly language: Language;
};

const dataOf = (given: Given, { command, answer }: Answer): Result<Page, Refused> => {
  const { of, scene, params, part, language } = given;
  const { world, lens } = scene;
  const titleOfAct = titlesIn(scene, language);
  const ground: Ground = {
    ...bareGround(of, world),
    titles: titlesOf(scene, titleOfAct, answer),
    sources: sourcesOf(scene),
  };
  switch (command) {
    case "members":
      return ok({
        ...ground,
        page: command,
        answer,
        timeline: titled(timelineUnder(world, params), titleOfAct),
        slice: sliceOf(of, scene),
        absent: isStrict(lens) ? "unknown" : "none",
        ...helpOf(scene),
      });
    case "status":
      return ok({ ...ground, page: command, answer });
    case "why":
      return ok({ ...ground, page: command, answer });
    case "diff":
      return ok({ ...ground, page: command, answer });
    case "provision": {
      const gist = gistOf(answer, world.pack, language);
      return ok({ ...ground, page: command, answer: { ...answer, gist } });
    }
    case "timeline": {
      const parts = Math.max(1, Math.ceil(answer.acts.length / actsAPart));
      const refused = { code: "http.no-such-part", kind: "unknown", field: "page" } as const;
      return part > parts
        ? refuse({ ...refused, found: String(part), accepted: `1 … ${parts}` })
        : ok({ ...ground, page: command, answer: titled(answer, titleOfAct), number: part });
    }
    case "coverage":
      return ok({ ...ground, page: "list", ...coverageData(answer, scene, language) });
    case "check":
    case "decide":
    case "duties":
      return ok({
        ...ground,
        page: "verdict",
        ...verdictData({ command, answer } as AnyVerdict, scene, language),
      });
    default:
      return ok({
        ...ground,
        page: "list",
        ...listData({ command, answer } as AnyList, scene, language),
      });
  }
};

/** The data of a page about an organization. `part` counts from 1 and concerns the timeline. */
export const pageData = (
  of: Organization,
  world: World,
  page: QuestionPage,
  params: Params,
  part: number,
  language: Language,
): Result<Page, Refused> => {
  const spec = specOf(page);
  if (spec === undefined) throw new Error(`there is no question ${page}`);
  const scene = sceneOf(world, spec, params);
  if (!scene.ok) return scene;
  const answer = ask(world, page, params);
  if (!answer.ok) return answer;
  return dataOf({ of, scene: scene.value, params, part, language }, answer.value);
};
