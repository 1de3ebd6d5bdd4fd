/**
 * Draws the outlines for the maps of the members page: `node scripts/map.ts`.
 *
 * In:   world-atlas 2.0.2, `countries-50m.json` (Natural Earth 50m, de facto borders).
 * Out:  web/parts/Map/{csto,nato}.json, committed; the same bytes at every run.
 *
 * Territory in dispute is cut out of the state that the source draws it in and becomes a shape of
 * its own, so that no page can colour it as part of that state: Crimea, drawn in Russia, is part of
 * Ukraine by UN General Assembly resolution 68/262. Abkhazia, South Ossetia and Karabakh are drawn
 * with Georgia and Azerbaijan and stay there.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { type GeoProjection, geoConicEqualArea } from "d3-geo";
import { type Drawn, draw } from "./map/draw.ts";
import {
  type Cut,
  cut,
  type Disputed,
  type Land,
  plan,
  thinned,
  type World,
} from "./map/source.ts";

/** One drawing: what it shows and how finely. Tolerances and areas are in units of the sheet. */
type Sheet = {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly states: readonly string[];
  readonly disputed: readonly Disputed[];
  /** States of which the sheet shows a part that bears another name: Greenland of Denmark. */
  readonly partly?: readonly string[];
  readonly parallels: readonly [number, number];
  readonly meridian: number;
  /** Places, in degrees, that the sheet must just hold. */
  readonly frame: readonly (readonly [east: number, north: number])[];
  readonly fine: number;
  readonly coarse: number;
  readonly smallest: number;
  readonly smallestLand: number;
};

const source = new URL(import.meta.resolve("world-atlas/countries-50m.json"));
const world: World = JSON.parse(readFileSync(source, "utf8"));

const crimea: Disputed = { id: "crimea", drawnIn: "RUS", at: [34.3, 45.3] };

const csto: readonly Sheet[] = [
  {
    id: "eurasia",
    width: 960,
    height: 590,
    states: ["ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "RUS", "TJK", "UZB"],
    disputed: [crimea],
    parallels: [44, 66],
    meridian: 98,
    frame: [
      [19, 54],
      [31, 47],
      [44, 38],
      [70, 35],
      [98, 82],
      [191, 66],
      [170, 59],
      [60, 81],
    ],
    fine: 0.7,
    coarse: 2.5,
    smallest: 5,
    smallestLand: 40,
  },
  {
    id: "caucasus",
    width: 320,
    height: 200,
    states: ["ARM", "AZE", "GEO", "RUS"],
    disputed: [crimea],
    parallels: [39, 43],
    meridian: 45.3,
    frame: [
      [39.8, 41],
      [50.6, 40.4],
      [45, 38.3],
      [45, 43.7],
    ],
    fine: 0.8,
    coarse: 2,
    smallest: 12,
    smallestLand: 40,
  },
];

const nato: readonly Sheet[] = [
  {
    id: "america",
    width: 400,
    height: 520,
    states: ["CAN", "DNK", "ISL", "USA"],
    partly: ["DNK"],
    disputed: [],
    parallels: [35, 65],
    meridian: -85,
    frame: [
      [-167, 64],
      [-166, 54.5],
      [-10.5, 64],
      [-40, 83],
      [-85, 83],
      [-81, 25],
    ],
    fine: 0.9,
    coarse: 2.5,
    smallest: 14,
    smallestLand: 40,
  },
  {
    id: "europe",
    width: 560,
    height: 520,
    states: [
      ...["ALB", "BEL", "BGR", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GBR", "GRC"],
      ...["HRV", "HUN", "ISL", "ITA", "LTU", "LUX", "LVA", "MKD", "MNE", "NLD", "NOR", "POL"],
      ...["PRT", "ROU", "SVK", "SVN", "SWE", "TUR"],
    ],
    disputed: [],
    parallels: [40, 62],
    meridian: 14,
    frame: [
      [-24.6, 65],
      [-10, 37],
      [45.6, 38.5],
      [25, 71.3],
      [24, 34.7],
    ],
    fine: 0.7,
    coarse: 2.5,
    smallest: 7,
    smallestLand: 40,
  },
];

const projectionOf = ({ width, height, parallels, meridian, frame }: Sheet): GeoProjection => {
  const corners: [number, number][] = frame.map(([east, north]) => [east, north]);
  const extent: [[number, number], [number, number]] = [
    [0, 0],
    [width, height],
  ];
  return geoConicEqualArea()
    .parallels([...parallels])
    .rotate([-meridian, 0])
    .precision(0)
    .fitExtent(extent, { type: "MultiPoint", coordinates: corners })
    .clipExtent(extent);
};

const shapes = <Key extends string>(
  key: Key,
  lands: ReadonlyMap<string, Land>,
  to: (land: Land, id: string) => Drawn | undefined,
) =>
  [...lands].flatMap(([id, land]) => {
    const drawn = to(land, id);
    return drawn === undefined ? [] : [{ [key]: id, ...drawn }];
  });

/** The sheet as data; narrow shapes come last, so that no neighbour is drawn over their labels. */
const drawing = (sheet: Sheet) => {
  const projection = projectionOf(sheet);
  const by = plan(world, sheet.states, sheet.disputed);
  const pieces: Cut = cut(thinned(world, by, projection, sheet), by);
  const own = (land: Land, id: string) => {
    const drawn = draw(land, projection, sheet.smallest);
    // Without room for a name a shape bears the code of its state alone.
    return drawn !== undefined && sheet.partly?.includes(id) ? { ...drawn, room: 0 } : drawn;
  };
  return {
    id: sheet.id,
    width: sheet.width,
    height: sheet.height,
    land: draw(pieces.land, projection, sheet.smallestLand)?.path ?? "",
    states: shapes("state", pieces.states, own).toSorted((a, b) => b.room - a.room),
    disputed: shapes("id", pieces.disputed, own),
  };
};

for (const [name, sheets] of Object.entries({ csto, nato })) {
  const file = new URL(`../web/parts/Map/${name}.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(sheets.map(drawing), null, 2)}\n`);
}
