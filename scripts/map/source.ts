/**
 * The world's outlines as they come: Natural Earth 50m as a topology, cut into the shapes
 * that a map needs.
 *
 * In:   world-atlas `countries-50m.json`, whose shapes share their border lines (arcs).
 * Out:  the same topology with fewer points (`thinned`), and shapes of single states, of disputed
 *       territory, and of all other land.
 *
 * Borders are thinned as shared lines, once, so neighbours still meet without gap or overlap.
 */
import { geoArea, geoContains } from "d3-geo";
import { feature, merge } from "topojson-client";
import type { GeometryCollection, MultiPolygon, Topology } from "topojson-specification";

export type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
export type Project = (point: [number, number]) => [number, number] | null;

/** Disputed territory that the source draws inside one state; found by a point in it. */
export type Disputed = {
  readonly id: string;
  readonly drawnIn: string;
  readonly at: readonly [number, number];
};

type Position = number[];
export type Land = { readonly type: "MultiPolygon"; coordinates: Position[][][] };

type Rings = number[][];
type Shape = { readonly ids: readonly string[]; readonly rings: readonly Rings[] };

/** ISO 3166 alpha-3 to the source's numeric codes: the state, then its parts counted apart. */
const numeric: Readonly<Record<string, readonly string[]>> = {
  ALB: ["008"],
  ARM: ["051"],
  AZE: ["031"],
  BEL: ["056"],
  BGR: ["100"],
  BLR: ["112"],
  CAN: ["124"],
  CZE: ["203"],
  DEU: ["276"],
  DNK: ["208", "234", "304"], // With the Faroe Islands and Greenland.
  ESP: ["724"],
  EST: ["233"],
  FIN: ["246", "248"], // With Åland.
  FRA: ["250"],
  GBR: ["826"],
  GEO: ["268"],
  GRC: ["300"],
  HRV: ["191"],
  HUN: ["348"],
  ISL: ["352"],
  ITA: ["380"],
  KAZ: ["398"],
  KGZ: ["417"],
  LTU: ["440"],
  LUX: ["442"],
  LVA: ["428"],
  MKD: ["807"],
  MNE: ["499"],
  NLD: ["528"],
  NOR: ["578"],
  POL: ["616"],
  PRT: ["620"],
  ROU: ["642"],
  RUS: ["643"],
  SVK: ["703"],
  SVN: ["705"],
  SWE: ["752"],
  TJK: ["762"],
  TUR: ["792"],
  USA: ["840"],
  UZB: ["860"],
};

/** All shapes of the source as lists of polygons, each a list of rings of arcs. */
const shapesOf = (world: World): readonly Shape[] =>
  world.objects.countries.geometries.flatMap((each) => {
    const ids = each.id === undefined ? [] : [String(each.id)];
    if (each.type === "Polygon") return [{ ids, rings: [each.arcs] }];
    return each.type === "MultiPolygon" ? [{ ids, rings: each.arcs }] : [];
  });

const multi = (rings: readonly Rings[]): MultiPolygon => ({
  type: "MultiPolygon",
  arcs: [...rings],
});

const landOf = (world: World, rings: readonly Rings[]): Land => {
  const { geometry } = feature(world, multi(rings));
  if (geometry.type !== "MultiPolygon") throw new Error("a shape without polygons");
  return sound({ type: "MultiPolygon", coordinates: geometry.coordinates });
};

/**
 * Without rings that thinning has flattened: on a sphere a ring without an inside, or one turned
 * the other way round, is read as "everything but".
 */
const sound = ({ coordinates }: Land): Land => ({
  type: "MultiPolygon",
  coordinates: coordinates.flatMap(([outer, ...holes]) => {
    const solid = (ring: Position[]): boolean =>
      ring.length > 3 && geoArea({ type: "Polygon", coordinates: [ring] }) < 2 * Math.PI;
    if (outer === undefined || !solid(outer)) return [];
    return [[outer, ...holes.filter((hole) => solid(hole.toReversed()))]];
  }),
});

const holds = (world: World, ring: Rings, at: readonly [number, number]): boolean => {
  const [coordinates] = landOf(world, [ring]).coordinates;
  if (coordinates === undefined) return false;
  return geoContains({ type: "Polygon", coordinates }, [at[0], at[1]]);
};

const isPartOf = (shape: Shape, state: string): boolean => {
  const wanted = numeric[state];
  if (wanted === undefined) throw new Error(`no numeric code for ${state}: add it to the table`);
  return shape.ids.some((id) => wanted.includes(id));
};

export type Cut = {
  readonly states: ReadonlyMap<string, Land>;
  readonly disputed: ReadonlyMap<string, Land>;
  readonly land: Land;
};

/** Where the rings of `states` and `disputed` run, as places in the list of arcs. */
type Plan = {
  readonly states: ReadonlyMap<string, readonly Rings[]>;
  readonly disputed: ReadonlyMap<string, readonly Rings[]>;
  readonly others: readonly Rings[];
};

export const plan = (
  world: World,
  states: readonly string[],
  disputed: readonly Disputed[],
): Plan => {
  const shapes = shapesOf(world);
  const apart = new Map<string, readonly Rings[]>();
  for (const each of disputed) {
    const host = shapes.filter((shape) => isPartOf(shape, each.drawnIn));
    const found = host.flatMap(({ rings }) => rings).filter((ring) => holds(world, ring, each.at));
    if (found.length !== 1) throw new Error(`${each.id}: ${found.length} shapes instead of one`);
    apart.set(each.id, found);
  }
  const taken = new Set([...apart.values()].flat());
  const free = shapes.map(({ ids, rings }) => ({ ids, rings: rings.filter((r) => !taken.has(r)) }));
  const ringsOf = (state: string): readonly Rings[] =>
    free.filter((shape) => isPartOf(shape, state)).flatMap(({ rings }) => rings);
  const own = new Map(states.map((state) => [state, ringsOf(state)]));
  const used = new Set([...own.values()].flat());
  const others = free.flatMap(({ rings }) => rings).filter((ring) => !used.has(ring));
  return { states: own, disputed: apart, others };
};

export const cut = (world: World, by: Plan): Cut => {
  const lands = (of: ReadonlyMap<string, readonly Rings[]>): ReadonlyMap<string, Land> =>
    new Map([...of].map(([id, rings]) => [id, landOf(world, rings)]));
  const { coordinates } = merge(world, [multi(by.others)]);
  const land = sound({ type: "MultiPolygon", coordinates });
  return { states: lands(by.states), disputed: lands(by.disputed), land };
};

/** How far `p` lies from the straight line between `a` and `b`. */
const distance = (p: Position, a: Position, b: Position): number => {
  const [px = 0, py = 0, ax = 0, ay = 0, bx = 0, by = 0] = [...p, ...a, ...b];
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
};

/** Douglas-Peucker: the points to keep so that no other lies further off than `tolerance`. */
export const kept = (line: readonly Position[], tolerance: number): readonly number[] => {
  const between = (first: number, last: number): number[] => {
    const [a, b] = [line[first], line[last]];
    if (a === undefined || b === undefined) return [];
    let [far, worst] = [-1, tolerance];
    for (let i = first + 1; i < last; i += 1) {
      const off = distance(line[i] ?? a, a, b);
      if (off > worst) [far, worst] = [i, off];
    }
    return far < 0 ? [] : [...between(first, far), far, ...between(far, last)];
  };
  const last = line.length - 1;
  return last < 1 ? [0] : [0, ...between(0, last), last];
};

/** Every arc thinned: to `fine` where it bounds a state of the map, else to `coarse`. */
export const thinned = (
  world: World,
  by: Plan,
  project: Project,
  tolerance: { readonly fine: number; readonly coarse: number },
): World => {
  const rings = [...by.states.values(), ...by.disputed.values()].flat(3);
  const near = new Set(rings.map((arc) => (arc < 0 ? ~arc : arc)));
  const arcs = decoded(world).map((line, index) => {
    const drawn = line.map(([x = 0, y = 0]) => project([x, y]) ?? [0, 0]);
    const keep = kept(drawn, near.has(index) ? tolerance.fine : tolerance.coarse);
    return keep.map((i) => line[i] ?? []);
  });
  const { transform: _, ...rest } = world;
  return { ...rest, arcs };
};

/** The arcs in degrees; the source stores small whole steps from point to point. */
const decoded = (world: World): Position[][] => {
  const { scale: [kx, ky] = [1, 1], translate: [tx, ty] = [0, 0] } = world.transform ?? {};
  return world.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx = 0, dy = 0]) => {
      [x, y] = [x + dx, y + dy];
      return [x * kx + tx, y * ky + ty];
    });
  });
};
