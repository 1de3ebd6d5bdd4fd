/**
 * The members page awake: one day, and the parts that follow it.
 *
 * The head follows the hand; table and notes follow after 80 ms of rest.
 */
import { type ComponentType, hydrate } from "preact";
import type { MovingWords } from "#wording";
import { rangeOf } from "../parts/members/changes.ts";
import { Dayline, type DayProps } from "../parts/members/Dayline.tsx";
import { DayNotes } from "../parts/members/DayNotes.tsx";
import type { MembersView } from "../parts/members/data.ts";
import { Roster } from "../parts/members/Roster.tsx";
import { type DayStore, dayStore, useDay } from "./day.ts";
import { followDay } from "./follow.ts";
import { dayByKey } from "./keys.ts";

type Props = { readonly t: MovingWords; readonly d: MembersView; readonly store: DayStore };

const MovingDayline = ({ t, d, store }: Props) => {
  const day = useDay(store, 0);
  const { first, last } = rangeOf(d);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = dayByKey(d, store.get(), event);
    if (next === undefined) return;
    event.preventDefault();
    store.go(Math.min(Math.max(next, first), last));
  };
  const onInput = (event: Event) => {
    if (event.target instanceof HTMLInputElement) store.go(event.target.valueAsNumber);
  };
  return <Dayline t={t} d={d} day={day} go={store.go} slider={{ onInput, onKeyDown }} />;
};

const after = (rest: number, Of: ComponentType<DayProps>) =>
  function Rested({ t, d, store }: Props) {
    return <Of t={t} d={d} day={useDay(store, rest)} />;
  };

const parts: { readonly [name: string]: ComponentType<Props> } = {
  dayline: MovingDayline,
  roster: after(80, Roster),
  notes: after(80, DayNotes),
};

export const wake = (view: MembersView, t: MovingWords): void => {
  const store = dayStore(view.on);
  followDay(view, t, store);
  for (const element of document.querySelectorAll<HTMLElement>("[data-island]")) {
    const Part = parts[element.dataset["island"] ?? ""];
    if (Part === undefined) continue;
    hydrate(<Part t={t} d={view} store={store} />, element);
    element.dataset["awake"] = "";
  }
};
