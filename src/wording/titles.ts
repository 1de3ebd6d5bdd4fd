/**
 * Names and titles: what a thing of the pack is called, and what an act is called.
 *
 * In:   an act as a lens shows it, the pack, the language.
 * Out:  one line. An act's own title wins; else it is made of kind, actors and what it is about.
 */

import type { Address, Language, StateId } from "#base";
import { namesOf, type Pack } from "#charter";
import type { Act } from "#ledger";
import { en } from "./en.ts";
import { ru } from "./ru.ts";
import type { TitleKind, Words } from "./words.ts";

export const wordsOf = (language: Language): Words => (language === "ru" ? ru : en);

/** What of an act's version a title needs. */
export type Titled = {
  readonly act: Act;
  readonly reading: { readonly actors: readonly string[] | undefined };
};

/** The name of a state, an organ, an instrument or anybody else; the code itself if unnamed. */
export const nameOf = (address: StateId | Address, pack: Pack, language: Language): string =>
  namesOf(address, pack)?.[language] ?? provisionName(address, pack, language) ?? address;

const provisionName = (address: string, pack: Pack, language: Language): string | undefined => {
  const [type, id = ""] = address.split("/");
  return type === "provision" && pack.provisions.has(id) ? citeOf(id, pack, language) : undefined;
};

const shortWords: { readonly [word: string]: string } = {
  article: "статья",
  articles: "статьи",
  rule: "правило",
  preamble: "преамбула",
  section: "раздел",
  paragraph: "пункт",
  part: "часть",
};

/** "Collective Security Treaty, article 4". */
export const citeOf = (provision: string, pack: Pack, language: Language): string => {
  const found = pack.provisions.get(provision);
  if (found === undefined) return provision;
  const instrument = pack.instruments.get(found.instrument)?.names[language] ?? found.instrument;
  const locator =
    language === "ru"
      ? found.locator.replace(/[a-z]+/g, (word) => shortWords[word] ?? word)
      : found.locator;
  return `${instrument}, ${locator}`;
};

const isTitleKind = (kind: string, words: Words): kind is TitleKind =>
  Object.hasOwn(words.titles, kind);

/** The word for a kind of act; an unknown kind is its own name. */
export const kindName = (kind: string, language: Language): string => {
  const words = wordsOf(language);
  return isTitleKind(kind, words) ? words.kinds[kind] : kind;
};

/** What an act is called. */
export const titleOf = ({ act, reading }: Titled, pack: Pack, language: Language): string => {
  if (act.title !== undefined) return act.title[language];
  const words = wordsOf(language);
  const actors = reading.actors ?? act.actors ?? [];
  const who = words.list(actors.map((actor) => nameOf(actor, pack, language)));
  const what = words.list(subjectsOf(act).map((one) => nameOf(one, pack, language)));
  if (isTitleKind(act.kind, words))
    return words.titles[act.kind]({ who, many: actors.length > 1, what });
  return [act.kind, who, what].filter((text) => text !== "").join(": ");
};

/** What an act of the program is about stands in its fields. */
const subjectsOf = (act: Act): readonly string[] => {
  if (act.mode === "performed") {
    const { title, version, key } = act.fields ?? {};
    if (act.supersedes !== undefined) return [act.supersedes.id];
    if (act.kind === "source.registered" && typeof title === "string") return [title];
    if (act.kind === "thing.registered") return [String(act.fields?.["thing"])];
    if (act.kind === "charter.adopted" && typeof version === "string") return [version];
    if (act.kind.startsWith("key.") && typeof key === "string") return [key];
  }
  return act.about ?? [];
};
