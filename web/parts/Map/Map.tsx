/**
 * The map of an organization on one day: who is what, as colour, hatch and link.
 *
 * In:   generated outlines (`csto.json`, `nato.json`), the states' statuses on the day, the
 *       disputed territories of the pack, title and note in the page's language.
 * Out:  a figure without script or inline style: sheets, legend, note on borders.
 *
 * The map repeats the table of the page; it never says what the table does not. Borders are those
 * of Natural Earth, de facto; territory in dispute is hatched and named, never coloured as a
 * state's. A name on the list without a shape of its own (Abkhazia) is only named in the text.
 */
import { Hatches } from "./Hatches.tsx";
import { chiefSheet, type Outlines } from "./outlines.ts";
import { hatched, hatchOf, type MapState } from "./paint.ts";
import { type Disputed, Sheet } from "./Sheet.tsx";

export type { Outlines } from "./outlines.ts";
export type { MapState } from "./paint.ts";
export type { Disputed } from "./Sheet.tsx";

/** What a look on the map means. */
export type Key = Pick<MapState, "status" | "certainty" | "label">;

export type MapProps = {
  readonly org: "csto" | "nato";
  readonly outlines: Outlines;
  readonly states: readonly MapState[];
  readonly disputed: readonly Disputed[];
  readonly title: string;
  readonly note: string;
  /** What is said of a disputed territory that no sheet shows. */
  readonly notDrawn: string;
  /** All looks the page can show, for a map that will be repainted; else those on it now. */
  readonly legend?: readonly Key[];
};

/** A look that any status may have besides its own. */
export const anyStatus = "any";

const order: readonly string[] = ["member", ...hatched, "none", "unknown", anyStatus];

/** Each look once; statuses in the order of the vocabulary, the certain before the doubtful. */
export const keysOf = (states: readonly MapState[]): readonly Key[] => {
  const keys = new Map<string, Key>();
  for (const { status, certainty, label } of states) {
    keys.set(`${status} ${certainty} ${label}`, { status, certainty, label });
  }
  const rank = ({ status, certainty }: Key): number =>
    order.indexOf(status) * 2 + (certainty === "certain" ? 0 : 1);
  return [...keys.values()].toSorted((a, b) => rank(a) - rank(b));
};

const Swatch = ({ fill, kind }: { fill: string; kind: "map-fill" | "map-neutral" }) => (
  <svg class="map-swatch" viewBox="0 0 30 20" width="30" height="20" aria-hidden>
    <rect class={kind} x="1" y="1" width="28" height="18" />
    <rect class="map-hatch" x="1" y="1" width="28" height="18" fill={fill} />
  </svg>
);

const Legend = ({ keys }: { keys: readonly Key[] }) => (
  <ul class="map-legend">
    {keys.map(({ status, certainty, label }) => (
      <li key={`${status} ${label}`} data-status={status} data-certainty={certainty}>
        <Swatch kind="map-fill" fill={hatchOf(status)} />
        {certainty === "certain" ? label : `${label} (?)`}
      </li>
    ))}
  </ul>
);

const DisputedList = ({
  disputed,
  drawn,
  notDrawn,
}: {
  disputed: readonly Disputed[];
  drawn: Set<string>;
  notDrawn: string;
}) =>
  disputed.length === 0 ? null : (
    <ul class="map-legend map-disputed">
      {disputed.map(({ id, name, note }) => (
        <li key={id}>
          {drawn.has(id) && <Swatch kind="map-neutral" fill="url(#map-disputed)" />}
          <span>
            <b>{name}</b>
            {!drawn.has(id) && ` (${notDrawn})`}: {note}
          </span>
        </li>
      ))}
    </ul>
  );

export const MemberMap = (props: MapProps) => {
  const { org, outlines, disputed, title, note } = props;
  const states = new Map(props.states.map((state) => [state.id, state]));
  const drawn = new Set(outlines.flatMap((sheet) => sheet.disputed.map(({ id }) => id)));
  return (
    <figure class="map" data-org={org}>
      <figcaption id={`map-${org}`}>{title}</figcaption>
      <svg class="map-hatches" width="0" height="0" aria-hidden>
        <Hatches />
      </svg>
      <div class="map-body">
        <div class="map-sheets">
          {outlines.map((outline) => (
            <Sheet
              key={outline.id}
              outline={outline}
              labelledBy={`map-${org}`}
              states={states}
              disputed={disputed}
              chiefOf={(state) => chiefSheet(outlines, state)}
            />
          ))}
        </div>
        <div class="map-words">
          <Legend keys={props.legend ?? keysOf(props.states)} />
          <DisputedList disputed={disputed} drawn={drawn} notDrawn={props.notDrawn} />
          <p class="map-note">{note}</p>
        </div>
      </div>
    </figure>
  );
};
