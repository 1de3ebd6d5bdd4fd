/**
 * One page of a list, with what is not known of the items on it.
 *
 * In:   a scene whose texts may hold `page` and `per`; all items in order.
 * Out:  the items asked for. Without `page` and `per`: all of them.
 */

import { isoOf, ok, type Result, refuse } from "#base";
import type { ListAnswer, ListItem, UnknownRow, UnknownWhat } from "./list-answers.ts";
import { bad, type Refused } from "./params.ts";
import { ahead, type Scene, undated } from "./question.ts";

export const mostPerPage = 200;
const usualPerPage = 50;

const readNumber = (
  field: string,
  text: string | undefined,
  most: number,
): Result<number | undefined, Refused> => {
  if (text === undefined) return ok(undefined);
  const number = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
  return number === undefined || number > most
    ? refuse(bad(field, "query.number", text.slice(0, 80), `1 … ${most}`))
    : ok(number);
};

/** What an item leaves open. */
export type Gaps<Item> = (item: Item) => readonly UnknownWhat[];

export const listAnswer = <Item extends ListItem>(
  scene: Scene,
  all: readonly Item[],
  gaps: Gaps<Item>,
): Result<ListAnswer<Item>, Refused> => pageOf(scene, all, (item) => item, gaps);

/** The same where an item costs work: only those of the page asked for are made. */
export const pageOf = <Found, Item extends ListItem>(
  scene: Scene,
  all: readonly Found[],
  itemOf: (found: Found) => Item,
  gaps: Gaps<Item>,
): Result<ListAnswer<Item>, Refused> => {
  const { texts, world, on, shown } = scene;
  const per = readNumber("per", texts["per"], mostPerPage);
  if (!per.ok) return per;
  const isPaged = texts["page"] !== undefined || per.value !== undefined;
  const size = isPaged ? (per.value ?? usualPerPage) : Math.max(1, all.length);
  const pages = Math.max(1, Math.ceil(all.length / size));
  const number = readNumber("page", texts["page"], pages);
  if (!number.ok) return number;
  const first = ((number.value ?? 1) - 1) * size;
  const items = all.slice(first, first + size).map(itemOf);
  return ok({
    org: world.org,
    on: isoOf(on),
    lens: shown,
    items,
    total: all.length,
    ...(isPaged && { page: { number: number.value ?? 1, per: size, pages } }),
    unknown: items.flatMap((item) =>
      gaps(item).map((what): UnknownRow => ({ subject: item.address, what })),
    ),
    ...undated(scene),
    ...ahead(scene),
  });
};
