/**
 * What every part of a page rendered on the server may need, gathered once.
 *
 * In:   the request, what the api hands over, the names of the built files.
 * Out:  `Page`: words, names, addresses with the lens that the request came with.
 */

import type { Ground, PageRequest } from "#api/contract";
import type { Language } from "#base";
import {
  kindName,
  type MovingWords,
  movingWordsOf,
  nameOf,
  type PageWords,
  pageWordsOf,
  statusText,
  subjectText,
  valueText,
  type Words,
  wordsOf,
} from "#wording";
import { type Hrefs, hrefs, lensOf, type Query } from "../parts/href.ts";
import type { Assets } from "./assets.ts";

export type Page = {
  readonly request: PageRequest;
  readonly assets: Assets;
  readonly language: Language;
  readonly lens: Query;
  readonly t: PageWords;
  readonly moving: MovingWords;
  readonly words: Words;
};

/** A page about an organization. */
export type OrgPage = Page & {
  readonly ground: Ground;
  readonly to: Hrefs;
  readonly org: string; // its short name
  readonly name: (address: string) => string;
  readonly subject: (subject: string) => string;
  readonly status: (status: string) => string;
  readonly value: (value: unknown) => string;
  readonly kind: (kind: string) => string;
  /** The title of an act, else its id. */
  readonly act: (id: string) => string;
  readonly source: (id: string) => string;
};

export const pageOf = (request: PageRequest, assets: Assets): Page => {
  const { language } = request;
  return {
    request,
    assets,
    language,
    lens: lensOf({ ...request.address.query, lang: language }),
    t: pageWordsOf(language),
    moving: movingWordsOf(language),
    words: wordsOf(language),
  };
};

export const orgPageOf = (page: Page, ground: Ground): OrgPage => {
  const { language } = page;
  const { pack, titles, sources, org } = ground;
  return {
    ...page,
    ground,
    to: hrefs(org, page.lens),
    org: pack.short[language],
    name: (address) => nameOf(address, pack, language),
    subject: (subject) => {
      const [type, ...rest] = subject.split("/");
      const id = rest.join("/");
      if (type === "act") return titles[id] ?? id;
      if (type === "source") return sources[id]?.title ?? id;
      return subjectText(subject, pack, language);
    },
    status: (status) => statusText(status, language),
    value: (value) => valueText(value, language),
    kind: (kind) => kindName(kind, language),
    act: (id) => titles[id] ?? id,
    source: (id) => sources[id]?.title ?? id,
  };
};
