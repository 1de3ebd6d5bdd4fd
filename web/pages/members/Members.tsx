/**
 * The first page: who is bound on a day, with map, table, what changed, and what is not known.
 *
 * What follows the day stands in parts that wake in the browser (`data-island`), each drawn here
 * first; the map is repainted where it stands. All of them read the one JSON block.
 */
import type { VNode } from "preact";
import type { MembersData } from "#api/contract";
import { dayOf } from "#base";
import { Dayline } from "../../parts/members/Dayline.tsx";
import { DayNotes } from "../../parts/members/DayNotes.tsx";
import type { MembersView } from "../../parts/members/data.ts";
import { mapStates } from "../../parts/members/map-states.ts";
import { Roster } from "../../parts/members/Roster.tsx";
import type { Head } from "../Frame.tsx";
import { LegendOf } from "../Legend.tsx";
import { LensLine } from "../Lens.tsx";
import type { OrgPage } from "../page.ts";
import { DayMap } from "./DayMap.tsx";
import { viewOf } from "./view-of.ts";

type Props = { readonly page: OrgPage; readonly data: MembersData };

export const membersHead = (page: OrgPage, { answer: { on } }: MembersData): Head => ({
  title: page.moving.title(page.moving.dates.long(dayOf(on) ?? 0)),
  on,
  asked: { on },
  place: "members",
  preload: page.assets.members[page.language],
  wide: true,
});

/** For reading now, for waking later: the island's name is the key of its part in the browser. */
const Island = ({ name, children }: { readonly name: string; readonly children: VNode }) => (
  <div data-island={name} class={`island-${name}`}>
    {children}
  </div>
);

/** Data is no script: it needs no permission of the content policy. */
const Data = ({ view }: { readonly view: MembersView }) => (
  <script
    id="members-data"
    type="application/json"
    dangerouslySetInnerHTML={{ __html: JSON.stringify(view).replaceAll("<", "\\u003c") }}
  />
);

/** Sources without a day are out of sight under `published-by`; that is said, not hidden (S-8). */
const Undated = ({ page, data }: Props) => {
  const { undated = [] } = data.answer;
  if (undated.length === 0) return null;
  return <p class="quiet">{page.t.openUndated(undated.map(page.source))}</p>;
};

export const MembersPage = ({ page, data }: Props) => {
  const view = viewOf(page, data);
  const props = { t: page.moving, d: view, day: view.on };
  return (
    <div class="members-page">
      <Island name="dayline">
        <Dayline {...props} />
      </Island>
      <LensLine of={page} />
      <div class="members-body">
        <div>
          <Island name="roster">
            <Roster {...props} />
          </Island>
          <Island name="notes">
            <DayNotes {...props} />
          </Island>
        </div>
        <div class="members-side">
          <DayMap page={page} view={view} states={mapStates(view, view.on)} />
          <Undated page={page} data={data} />
          <LegendOf page={page} used={["signatory", "disputed", "uncertain", "unknown"]} />
        </div>
      </div>
      <Data view={view} />
    </div>
  );
};
