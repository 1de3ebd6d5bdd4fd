/**
 * From land on a globe to short SVG paths on a sheet of whole units.
 *
 * In:   polygons in degrees and a projection that clips to a box.
 * Out:  a path of relative steps, the place of a label, and the room the label has there.
 *
 * Rings smaller than `smallest` square units are left out; a shape that loses all
 * of them is a point.
 */
import { type GeoProjection, geoCentroid, geoPath } from "d3-geo";
import type { Land } from "./source.ts";

type Point = readonly [x: number, y: number];
type Ring = readonly Point[];

export type Drawn = {
  readonly path?: string;
  readonly point: { readonly x: number; readonly y: number };
  readonly room: number;
};

/** The rings as the projection draws them, read off its stream of moves and lines. */
const ringsOf = (land: Land, projection: GeoProjection): readonly Ring[] => {
  const rings: Point[][] = [];
  const pen = {
    beginPath: () => undefined,
    moveTo: (x: number, y: number) => void rings.push([[x, y]]),
    lineTo: (x: number, y: number) => void rings.at(-1)?.push([x, y]),
    arc: () => undefined,
    closePath: () => undefined,
  };
  geoPath(projection, pen)(land);
  return rings;
};

const areaOf = (ring: Ring): number => {
  let sum = 0;
  let [px, py] = ring.at(-1) ?? [0, 0];
  for (const [x, y] of ring) {
    sum += px * y - x * py;
    [px, py] = [x, y];
  }
  return Math.abs(sum) / 2;
};

/** Whole units; points that repeat or lie on the way between their neighbours are dropped. */
const rounded = (ring: Ring): Ring => {
  const out: Point[] = [];
  for (const [fx, fy] of ring) {
    const [x, y] = [Math.round(fx), Math.round(fy)];
    const [a, b] = [out.at(-2), out.at(-1)];
    if (b !== undefined && b[0] === x && b[1] === y) continue;
    const turn =
      a && b ? (b[0] - a[0]) * (y - b[1]) - (b[1] - a[1]) * (x - b[0]) : Number.POSITIVE_INFINITY;
    const onward = a && b && (b[0] - a[0]) * (x - b[0]) + (b[1] - a[1]) * (y - b[1]) > 0;
    if (turn === 0 && onward) out.pop();
    out.push([x, y]);
  }
  const [first, last] = [out[0], out.at(-1)];
  if (out.length > 1 && first && last && first[0] === last[0] && first[1] === last[1]) out.pop();
  return out;
};

/** `m10 5l3-4-2 7z`: a minus sign needs no space before it. */
const pathOf = (rings: readonly Ring[]): string => {
  let [px, py] = [0, 0];
  return rings
    .map((ring) => {
      const steps = ring.map(([x, y]) => {
        const step = [x - px, y - py];
        [px, py] = [x, y];
        return step.join(" ");
      });
      [px, py] = ring[0] ?? [0, 0]; // After `z` the pen stands where the ring began.
      return `m${steps.join(" ").replaceAll(" -", "-")}z`;
    })
    .join("");
};

/** Spans of the row `y` that lie inside the shape, even-odd. */
const spansAt = (rings: readonly Ring[], y: number): readonly (readonly [number, number])[] => {
  const crossings: number[] = [];
  for (const ring of rings) {
    let [px, py] = ring.at(-1) ?? [0, 0];
    for (const [x, qy] of ring) {
      if (py > y !== qy > y) crossings.push(px + ((y - py) / (qy - py)) * (x - px));
      [px, py] = [x, qy];
    }
  }
  crossings.sort((a, b) => a - b);
  return crossings.flatMap((from, i) => {
    const until = crossings[i + 1];
    return i % 2 === 0 && until !== undefined ? [[from, until] as const] : [];
  });
};

/** The widest place for a line of text five units high each way. */
const placeOf = (rings: readonly Ring[]): Drawn["point"] & { readonly room: number } => {
  const rows = rings.flat().map(([, y]) => y);
  let best = { x: 0, y: 0, room: 0 };
  for (let y = Math.min(...rows) + 0.5; y < Math.max(...rows); y += 1) {
    for (const [from, until] of spansAt(rings, y)) {
      const middle = (from + until) / 2;
      const above = [-5, 5].map((step) =>
        spansAt(rings, y + step).find(([a, b]) => a <= middle && middle <= b),
      );
      const sides = above.flatMap((span) => (span ? [middle - span[0], span[1] - middle] : [0]));
      const room = 2 * Math.min((until - from) / 2, ...sides);
      const score = Math.max(room, (until - from) / 1000); // Thin shapes: wherever they are widest.
      if (score > best.room) best = { x: Math.round(middle), y: Math.round(y), room: score };
    }
  }
  return { ...best, room: Math.floor(best.room) };
};

const inside = ({ x, y }: Drawn["point"], projection: GeoProjection): boolean => {
  const [[left, top] = [0, 0], [right, bottom] = [0, 0]] = projection.clipExtent() ?? [];
  return x > left && x < right && y > top && y < bottom;
};

/** One shape; `undefined` when nothing of it lies on the sheet. */
export const draw = (
  land: Land,
  projection: GeoProjection,
  smallest: number,
): Drawn | undefined => {
  const large = ringsOf(land, projection).filter((ring) => areaOf(ring) >= smallest);
  const rings = large.map(rounded).filter((ring) => ring.length > 2);
  if (rings.length > 0) {
    const { room, ...point } = placeOf(rings);
    return { path: pathOf(rings), point, room };
  }
  const [x, y] = projection(geoCentroid(land)) ?? [-1, -1];
  const point = { x: Math.round(x), y: Math.round(y) };
  return inside(point, projection) ? { point, room: 0 } : undefined;
};
