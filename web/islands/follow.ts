/**
 * What of the page follows the day and is not drawn by a part: the map at once; address, title and
 * links after a rest, for browsers slow down those who write addresses too often.
 */
import { type Day, isoOf } from "#base";
import type { MovingWords } from "#wording";
import { href } from "../parts/href.ts";
import { repaint } from "../parts/Map/paint.ts";
import type { MembersView } from "../parts/members/data.ts";
import { mapStates } from "../parts/members/map-states.ts";
import { type DayStore, rested } from "./day.ts";

const paint = (view: MembersView, t: MovingWords, day: Day): void => {
  const map = document.querySelector(".map");
  if (map === null) return;
  repaint(map, mapStates(view, day));
  const caption = map.querySelector("figcaption");
  if (caption !== null) caption.textContent = t.mapTitle(t.dates.long(day));
};

/** The same address on another day. */
const onDay = (address: string, on: string): string => {
  const { pathname, searchParams } = new URL(address, location.href);
  return href(pathname, { ...Object.fromEntries(searchParams), on });
};

const follow = (on: string, title: string, before: string): void => {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-follows]")) {
    link.href = onDay(link.href, on);
    if (link.dataset["follows"] === "canonical")
      link.textContent = `${location.host}${link.getAttribute("href")}`;
  }
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-follows="on"]')) {
    input.value = on;
  }
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  if (canonical !== null) canonical.href = onDay(canonical.href, on);
  const citation = document.querySelector('[data-follows="citation"]');
  if (citation !== null) citation.textContent = citation.textContent.replace(before, title);
};

export const followDay = (view: MembersView, t: MovingWords, store: DayStore): void => {
  let title = t.title(t.dates.long(store.get()));
  store.listen((day) => paint(view, t, day));
  const write = (day: Day): void => {
    const on = isoOf(day);
    const next = t.title(t.dates.long(day));
    history.replaceState(null, "", onDay(location.href, on));
    document.title = t.documentTitle(next, view.short);
    follow(on, next, title);
    title = next;
  };
  store.listen(rested(200, write));
};
