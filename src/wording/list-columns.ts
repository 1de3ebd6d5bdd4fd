/**
 * The columns of each list: what stands in them, and what to ask `why` about it.
 *
 * In:   an item without language, a way to say its values.
 * Out:  one cell a column.
 */

import type { ListItem, ListName, Lists, SearchItem } from "#rules";
import { type Cell, plain, type Say } from "./list-say.ts";
import type { ListColumn, ListWords } from "./lists.ts";
import type { Tongue } from "./table.ts";
import { nameOf } from "./titles.ts";
import { certaintyText, possibleText, quantityText, valueText } from "./values.ts";

/** One column: its name, and the cell that it has for an item. */
export type Made<Item> = readonly [ListColumn, (item: Item, say: Say) => Cell];

const certainty = (item: { readonly certainty: string }, { tongue }: Say): Cell =>
  plain(certaintyText(item.certainty, tongue.language));

type Stated = {
  readonly state: string;
  readonly address: string;
  readonly possible?: readonly string[];
};

const state = ({ state: value, address, possible }: Stated, { tongue }: Say): Cell => ({
  text:
    value === "uncertain"
      ? possibleText(possible, tongue.language)
      : valueText(value, tongue.language),
  why: address,
});

const named = ({ address }: ListItem, { name }: Say): Cell => ({
  text: name(address),
  why: address,
});

const id = ({ id: own, address }: ListItem): Cell => ({ text: own, why: address });

type Columns = { readonly [N in ListName]: readonly Made<Lists[N]["items"][number]>[] };

export const columns: Columns = {
  bodies: [
    ["id", id],
    ["name", named],
    ["class", (item, { words }) => plain(wordFor(words.classes, item.class))],
    ["since", ({ since, address }) => ({ text: since ?? "", why: address })],
    ["chair", (item, { worth }) => worth(item.chair, `chair/${item.id}`)],
    ["head", (item, { worth }) => worth(item.head, `holder/${item.id}`)],
    ["members", (item, { names }) => plain(names(item.members))],
    ["certainty", certainty],
  ],
  forces: [
    ["id", id],
    ["name", named],
    ["class", (item, { words }) => plain(wordFor(words.classes, item.class))],
    ["since", ({ since, address }) => ({ text: since ?? "", why: address })],
    ["contributors", (item, { names }) => plain(names(item.contributors.map((one) => one.state)))],
    ["stated", (item, { stated }) => plain(stated(item.stated))],
    ["certainty", certainty],
  ],
  exercises: [
    ["id", id],
    ["name", named],
    ["state", state],
    ["days", ({ days }) => plain(days)],
    ["host", (item, { name }) => plain(name(item.host))],
    ["place", (item, { both }) => plain(both(item.place))],
    ["series", (item, { name }) => plain(name(item.series))],
    ["participants", (item, { names }) => plain(names(item.participants))],
    ["absent", (item, { names }) => plain(names(item.absent))],
    ["certainty", certainty],
  ],
  relations: [
    ["id", id],
    ["name", named],
    ["standing", (item, { worth }) => worth(item.standing, `standing/${item.id}`)],
    ["dialogue", (item, { worth }) => worth(item.dialogue, `dialogue/${item.id}`)],
    ["agreements", (item, { notes }) => plain(notes(item.agreements))],
    ["appeals", (item, { words }) => plain(appealsText(item.appeals, words))],
    ["votes", (item, { notes }) => plain(notes(item.votes))],
    ["statements", ({ statements }) => plain(countText(statements))],
  ],
  plans: [
    ["id", id],
    ["name", named],
    ["state", state],
    ["since", ({ since, address }) => ({ text: since ?? "", why: address })],
    ["announced", ({ announcedOn }) => plain(announcedOn)],
    ["adopted", ({ adoptedOn }) => plain(adoptedOn)],
    ["due", ({ due, term }) => plain(due ?? term)],
    ["delivered", ({ deliveredOn }) => plain(deliveredOn)],
    ["reported", ({ reportedUntil }) => plain(reportedUntil)],
    ["certainty", certainty],
  ],
  budget: [
    ["id", id],
    ["name", named],
    ["since", ({ from, id: own }) => ({ text: from ?? "", why: `scale/${own}` })],
    ["scale", ({ scale, id: own }) => ({ text: sharesText(scale), why: `scale/${own}` })],
    ["contributions", (item, { tongue }) => plain(contributionsText(item.contributions, tongue))],
    ["stated", (item, { stated }) => plain(stated(item.stated))],
    ["certainty", certainty],
  ],
  decisions: [
    ["on", ({ on, address }) => ({ text: on, why: address })],
    [
      "title",
      ({ id: act, address }, { tongue }) => ({ text: tongue.titleOfAct(act), why: address }),
    ],
    ["body", (item, { name }) => plain(name(item.body && `body/${item.body}`))],
    ["form", ({ form }, { words }) => plain(form && wordFor(words.forms, form))],
    [
      "outcome",
      ({ reported }, { tongue }) => plain(reported && valueText(reported, tongue.language)),
    ],
    ["basis", (item, { basis }) => plain(basis(item.basis))],
    ["positions", ({ positions }, { words }) => plain(positionsText(positions, words))],
    ["id", id],
  ],
  situations: [
    ["id", id],
    ["name", named],
    ["state", state],
    ["opened", ({ opened, address }) => ({ text: opened ?? "", why: address })],
    ["closed", ({ closed, address }) => ({ text: closed ?? "", why: address })],
    ["requests", (item, { notes }) => plain(notes(item.requests))],
    ["basis", (item, { basis }) => plain(basis(item.basis))],
    ["decisions", (item, { notes }) => plain(notes(item.decisions))],
    ["deployment", (item, { worth }) => worth(item.deployment, `deployment/${item.id}`)],
    ["certainty", certainty],
  ],
  search: [
    ["name", (item, { tongue }) => ({ text: foundName(item, tongue), why: item.address })],
    ["kind", ({ kind }, { words }) => plain(wordFor(words.searchKinds, kind))],
    ["opens", ({ opens }) => plain(opens)],
    ["found", ({ found }, { words }) => plain(words.foundIn[found])],
    ["id", ({ address }) => ({ text: address, why: address })],
  ],
};

/** What a result is called: an act by its title, a source by its own, a thing by its name. */
export const foundName = (
  { id, address, kind, title }: SearchItem,
  { pack, titleOfAct, language }: Tongue,
): string => title ?? (kind === "act" ? titleOfAct(id) : nameOf(address, pack, language));

const wordFor = (table: { readonly [word: string]: string }, code: string): string =>
  Object.hasOwn(table, code) ? (table[code] ?? code) : code;

const countText = (list: readonly unknown[]): string =>
  list.length === 0 ? "" : String(list.length);

const sharesText = (scale: { readonly [state: string]: string } | null): string =>
  Object.entries(scale ?? {})
    .map(([who, share]) => `${who} ${share}`)
    .join("; ");

const contributionsText = (
  rows: Lists["budget"]["items"][number]["contributions"],
  { language }: Tongue,
): string =>
  rows
    .map(({ state: who, year, value, amount }) => {
      const sum = amount === undefined ? "" : ` (${quantityText(amount, language)})`;
      return `${who} ${year}: ${valueText(value, language)}${sum}`;
    })
    .join("; ");

const appealsText = (
  rows: Lists["relations"]["items"][number]["appeals"],
  { values }: ListWords,
): string => rows.map(({ on, answer }) => `${on}: ${values[answer]}`).join("; ");

const positionsText = (positions: { readonly [state: string]: string }, words: ListWords): string =>
  Object.entries(positions)
    .map(([who, position]) => `${who} ${wordFor(words.positions, position)}`)
    .join("; ");
