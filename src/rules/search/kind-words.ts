/**
 * Words by which a whole kind of thing is found, beside the names of the things themselves.
 *
 * Out:  for each kind of result, and for each group of acts, words in both languages. They are looked
 *       for and never shown.
 */

import type { Kind } from "#record";

/** What a result may be: the type of its address, as `why` takes it. */
export const searchKinds = [
  "state",
  "body",
  "office",
  "person",
  "force",
  "exercise",
  "series",
  "plan",
  "situation",
  "relation",
  "org",
  "budget",
  "instrument",
  "provision",
  "act",
  "source",
] as const;

export type SearchKind = (typeof searchKinds)[number];

export const kindWords: { readonly [K in SearchKind]: string } = {
  state: "state member государство участник",
  body: "body орган",
  office: "office post должность",
  person: "person лицо",
  force: "force troops силы войска",
  exercise: "exercise drill учение манёвры",
  series: "series exercise серия учение",
  plan: "plan план",
  situation: "situation crisis ситуация кризис",
  relation: "relation отношение",
  org: "organization организация",
  budget: "budget contribution бюджет взнос",
  instrument: "instrument treaty agreement документ договор соглашение",
  provision: "provision article статья норма",
  act: "act акт",
  source: "source источник",
};

export const groupWords: { readonly [G in Kind["group"]]: string } = {
  instrument: "instrument документ",
  membership: "membership членство",
  office: "office должность",
  body: "session заседание сессия",
  decision: "decision решение",
  force: "force силы",
  exercise: "exercise учение",
  relation: "relation отношение",
  plan: "plan план",
  budget: "budget бюджет",
  crisis: "crisis кризис",
  statement: "statement заявление",
  program: "",
};
