/** The states as the map shows them on a day: the same words as in the table. */
import { type Day, isoOf } from "#base";
import { hrefs } from "../href.ts";
import type { MapState } from "../Map/paint.ts";
import type { MembersView } from "./data.ts";
import { statusOn } from "./view.ts";

export const mapStates = (view: MembersView, day: Day): readonly MapState[] => {
  const { labels, org, lens } = view;
  const to = hrefs(org, lens);
  return view.states.map(([id, name]) => {
    const { value, certainty } = statusOn(view, id, day);
    const word = labels.values[value] ?? value;
    return {
      id,
      name,
      status: value,
      certainty,
      href: to.status(id, isoOf(day)),
      label: certainty === "disputed" ? `${word}, ${labels.disputed}` : word,
    };
  });
};
