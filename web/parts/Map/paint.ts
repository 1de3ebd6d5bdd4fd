/**
 * How a status looks on the map, and how a map that is already in the page is painted anew.
 *
 * The day slider calls `repaint`, so the browser needs the statuses of the day but never the
 * outlines: the shapes that the server sent stay where they are.
 */
export type MapState = {
  readonly id: string;
  readonly name: string;
  /** A value of the status vocabulary; one without a look of its own is drawn as `none`. */
  readonly status: string;
  readonly certainty: string;
  readonly href: string;
  /** The status in the words of the page's language, with its doubt: "member, disputed". */
  readonly label: string;
};

/** Statuses with a hatch, so that colour is never the only sign; `member` and `none` are plain. */
export const hatched = [
  "party",
  "signatory",
  "suspended",
  "withdrawing",
  "lapsed",
  "uncertain",
] as const;

export const hatchOf = (status: string): string => {
  const known = hatched.find((each) => each === status);
  return known === undefined ? "none" : `url(#map-${known})`;
};

/** With the code, for whoever steers by voice: it may be all that stands on the map. */
export const nameOf = ({ id, name, label }: MapState): string => `${name}: ${label}, ${id}`;

/** Writes the states' looks and names into the links of a map; what it does not name stays. */
export const repaint = (map: ParentNode, states: readonly MapState[]): void => {
  const byId = new Map(states.map((state) => [state.id, state]));
  for (const link of map.querySelectorAll("a[data-state]")) {
    const state = byId.get(link.getAttribute("data-state") ?? "");
    if (state === undefined) continue;
    link.setAttribute("data-status", state.status);
    link.setAttribute("data-certainty", state.certainty);
    link.setAttribute("href", state.href);
    if (link.hasAttribute("aria-label")) link.setAttribute("aria-label", nameOf(state));
    const title = link.querySelector("title");
    if (title) title.textContent = nameOf(state);
    link.querySelector(".map-hatch")?.setAttribute("fill", hatchOf(state.status));
  }
};
