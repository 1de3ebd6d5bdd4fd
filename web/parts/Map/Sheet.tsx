/**
 * One sheet of the map: land behind, every state a link around its shape, disputed territory on
 * top.
 *
 * A state that stands on two sheets has its named link where it is drawn larger; the other shape
 * can be clicked but is left out for the keyboard and for readers of the page by ear.
 */
import type { DisputedShape, Sheet as Outline, StateShape } from "./outlines.ts";
import { hatchOf, type MapState, nameOf } from "./paint.ts";

export type Disputed = { readonly id: string; readonly name: string; readonly note: string };

const letter = 7; // Units a letter is wide, about, at the label's size.

/** The name where the shape has room for it, else the three-letter code. */
const labelOf = (shape: StateShape, name: string): string =>
  name.length * letter <= shape.room ? name : shape.state;

/** A label would hide a shape this narrow, so it stands below the middle. */
const below = ({ room }: StateShape): number => (room < 8 ? 8 : 0);

/** Outline and hatch: the same path twice, first for the colour, then for the lines over it. */
const Shape = ({ id, shape }: { id: string; shape: StateShape | DisputedShape }) =>
  shape.path === undefined ? (
    <circle id={id} cx={shape.point.x} cy={shape.point.y} r={6} />
  ) : (
    <path id={id} d={shape.path} />
  );

type StateProps = {
  readonly sheet: string;
  readonly shape: StateShape;
  readonly state: MapState;
  readonly chief: boolean;
};

const State = ({ sheet, shape, state, chief }: StateProps) => {
  const id = `map-${sheet}-${shape.state}`;
  const reach = chief ? { "aria-label": nameOf(state) } : { "aria-hidden": true, tabindex: -1 };
  return (
    <a
      class={chief ? "map-state" : "map-state map-copy"}
      href={state.href}
      data-state={state.id}
      data-status={state.status}
      data-certainty={state.certainty}
      {...reach}
    >
      <title>{nameOf(state)}</title>
      <g class="map-fill">
        <Shape id={id} shape={shape} />
      </g>
      <use class="map-hatch" href={`#${id}`} fill={hatchOf(state.status)} />
      <text class="map-label" x={shape.point.x} y={shape.point.y + below(shape)} aria-hidden>
        {labelOf(shape, state.name)}
        <tspan class="map-doubt">?</tspan>
      </text>
    </a>
  );
};

type TerritoryProps = {
  readonly sheet: string;
  readonly shape: DisputedShape;
  readonly territory: Disputed | undefined;
};

const Territory = ({ sheet, shape, territory }: TerritoryProps) => {
  const id = `map-${sheet}-${shape.id}`;
  const reach = territory
    ? { role: "img" as const, "aria-label": `${territory.name}: ${territory.note}` }
    : { "aria-hidden": true };
  return (
    <g class="map-dispute" data-disputed={shape.id} {...reach}>
      {territory && <title>{`${territory.name}: ${territory.note}`}</title>}
      <g class="map-neutral">
        <Shape id={id} shape={shape} />
      </g>
      <use href={`#${id}`} fill="url(#map-disputed)" />
      {territory && (
        <text class="map-label map-dispute-label" x={shape.point.x} y={shape.point.y} aria-hidden>
          {territory.name}
        </text>
      )}
    </g>
  );
};

type SheetProps = {
  readonly outline: Outline;
  readonly labelledBy: string;
  readonly states: ReadonlyMap<string, MapState>;
  readonly disputed: readonly Disputed[];
  readonly chiefOf: (state: string) => string | undefined;
};

/** A state that the page does not list is land like any other. */
export const Sheet = ({ outline, labelledBy, states, disputed, chiefOf }: SheetProps) => (
  // biome-ignore lint/a11y/useSemanticElements: SVG has no group of links; the caption names it
  <svg
    class="map-sheet"
    role="group"
    aria-labelledby={labelledBy}
    data-sheet={outline.id}
    viewBox={`0 0 ${outline.width} ${outline.height}`}
    width={outline.width}
    height={outline.height}
  >
    <path class="map-land" d={outline.land} />
    {outline.states
      .filter(({ state }) => !states.has(state))
      .map((shape) => (
        <path key={shape.state} class="map-land" d={shape.path ?? ""} />
      ))}
    {outline.states.map((shape) => {
      const state = states.get(shape.state);
      return (
        state && (
          <State
            key={shape.state}
            sheet={outline.id}
            shape={shape}
            state={state}
            chief={chiefOf(shape.state) === outline.id}
          />
        )
      );
    })}
    {outline.disputed.map((shape) => (
      <Territory
        key={shape.id}
        sheet={outline.id}
        shape={shape}
        territory={disputed.find(({ id }) => id === shape.id)}
      />
    ))}
  </svg>
);
