/**
 * The shape of the generated outlines: `csto.json` and `nato.json`, made by `node scripts/map.ts`.
 *
 * A map is one or more sheets, each with its own box, scale and projection: all of Eurasia, and the
 * Caucasus again at a size that eye and finger can hit. Units are those of the sheet's view box.
 */
export type Place = { readonly x: number; readonly y: number };

/** A shape without `path` is too small for its sheet and is drawn as a point. */
type Shape = {
  readonly path?: string;
  readonly point: Place;
  /** How wide a line of text can be around `point` before it leaves the shape. */
  readonly room: number;
};

export type StateShape = Shape & { readonly state: string };
export type DisputedShape = Shape & { readonly id: string };

export type Sheet = {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** All other land, in one path. */
  readonly land: string;
  readonly states: readonly StateShape[];
  readonly disputed: readonly DisputedShape[];
};

export type Outlines = readonly Sheet[];

/** The sheet on which a state has the most room: its link there is the one that is named. */
export const chiefSheet = (outlines: Outlines, state: string): string | undefined => {
  const found = outlines.flatMap(({ id, states }) =>
    states.filter((each) => each.state === state).map(({ room }) => ({ id, room })),
  );
  return found.toSorted((a, b) => b.room - a.room)[0]?.id;
};
