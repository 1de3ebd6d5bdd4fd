/** The map of the day; an organization for which no outlines were drawn has none. */
import csto from "../../parts/Map/csto.json" with { type: "json" };
import {
  anyStatus,
  keysOf,
  type MapState,
  MemberMap,
  type Outlines,
} from "../../parts/Map/Map.tsx";
import nato from "../../parts/Map/nato.json" with { type: "json" };
import type { MembersView } from "../../parts/members/data.ts";
import type { OrgPage } from "../page.ts";

const outlines: { readonly csto: Outlines; readonly nato: Outlines } = { csto, nato };

const isDrawn = (org: string): org is keyof typeof outlines => Object.hasOwn(outlines, org);

/** Every look that the days of this record can give, for the slider repaints the map. */
const looks = ({ slice, labels, absent }: MembersView) => {
  const values = new Set([absent]);
  const disputed = new Set<string>();
  for (const [name, rows] of Object.entries(slice.fluents)) {
    if (!name.startsWith("membership/")) continue;
    for (const [, value, mark] of rows) {
      const word = slice.values[value] ?? "none";
      (mark === "d" ? disputed : values).add(word);
    }
  }
  const look = (status: string, certainty: string, label: string): MapState => ({
    ...{ id: "", name: "", href: "", status, certainty, label },
  });
  const word = (value: string) => labels.values[value] ?? value;
  const doubt = disputed.size > 0 ? [look(anyStatus, "disputed", labels.disputed)] : [];
  const certainty = (value: string) => (value === "uncertain" ? "uncertain" : "certain");
  return keysOf([
    ...[...values].map((value) => look(value, certainty(value), word(value))),
    ...doubt,
  ]);
};

type Props = {
  readonly page: OrgPage;
  readonly view: MembersView;
  readonly states: readonly MapState[];
};

export const DayMap = ({ page, view, states }: Props) => {
  const { org, pack } = page.ground;
  if (!isDrawn(org)) return null;
  return (
    <MemberMap
      org={org}
      outlines={outlines[org]}
      states={states}
      disputed={pack.disputedTerritory.map(({ id, names, note }) => ({
        id,
        name: names[page.language],
        note: note[page.language],
      }))}
      title={page.moving.mapTitle(page.t.dates.long(view.on))}
      note={page.t.mapNote}
      notDrawn={page.t.notDrawn}
      legend={looks(view)}
    />
  );
};
