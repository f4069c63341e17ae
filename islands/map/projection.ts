/** Web Mercator in the unit square: x runs east, y runs south, both from 0 to 1. Angles in degrees. */

export interface Place {
  lon: number;
  lat: number;
}

export interface Point {
  x: number;
  y: number;
}

/** West, south, east, north; west lies east of east where a box crosses the date line. */
export type Box = readonly [number, number, number, number];

/** What a map shows that was asked for nothing else. */
export const EURASIA: Box = [-25, -12, 152, 70];

export interface Tile {
  z: number;
  x: number;
  y: number;
}

export const STEEPEST = 85.051128;
const HALF_TURN = Math.PI / 180;

export function toUnit({ lon, lat }: Place): Point {
  const north = Math.sin(clamp(lat, -STEEPEST, STEEPEST) * HALF_TURN);
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + north) / (1 - north)) / (4 * Math.PI) };
}

export function toPlace({ x, y }: Point): Place {
  const lat = Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / HALF_TURN;
  return { lon: (x - 0.5) * 360, lat };
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** A longitude from -180 to 180. */
export function wrapped(lon: number): number {
  return lon === 180 ? 180 : ((((lon + 180) % 360) + 360) % 360) - 180;
}

/** The same longitude, told so that it lies within half a turn of another. */
export function nearest(lon: number, to: number): number {
  return lon + 360 * Math.round((to - lon) / 360);
}

/** Degrees from west to east, also across the date line. */
export function widthOf([west, , east]: Box): number {
  return east >= west ? east - west : east + 360 - west;
}

export function isInside({ lon, lat }: Place, box: Box): boolean {
  const [west, south, east, north] = box;
  if (lat < south || lat > north) return false;
  return west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
}

/** What a view shows as a box of the atlas; a view wider than the world is the whole world. */
export function boxOf(west: number, south: number, east: number, north: number): Box {
  const [low, high] = [clamp(south, -90, 90), clamp(north, -90, 90)];
  if (east - west >= 360) return [-180, low, 180, high];
  return [wrapped(west), low, wrapped(east), high];
}

/** A box as the address writes it; four decimals are some ten metres. */
export function boxText(box: Box): string {
  return box.map((angle) => String(Number(angle.toFixed(4)))).join(",");
}

export function readBox(text: string | null | undefined): Box | undefined {
  const parts = (text ?? "").split(",").map((part) => (part.trim() ? Number(part) : Number.NaN));
  if (parts.length !== 4 || !parts.every(Number.isFinite)) return undefined;
  const [west, south, east, north] = parts as [number, number, number, number];
  if (south >= north || Math.abs(south) > 90 || Math.abs(north) > 90) return undefined;
  if (Math.abs(west) > 180 || Math.abs(east) > 180 || west === east) return undefined;
  return [west, south, east, north];
}

/** The smallest box round some places, the short way round the world. */
export function boxRound(places: readonly Place[]): Box | undefined {
  const [first] = places;
  if (!first) return undefined;
  const lats = places.map(({ lat }) => lat);
  const lons = places.map(({ lon }) => lon).sort((one, other) => one - other);
  let [west, east, widest] = [lons[0] ?? 0, lons.at(-1) ?? 0, 0];
  widest = west + 360 - east;
  for (let at = 1; at < lons.length; at += 1) {
    const [before, after] = [lons[at - 1] ?? 0, lons[at] ?? 0];
    if (after - before > widest) [widest, east, west] = [after - before, before, after];
  }
  return [west, Math.min(...lats), east, Math.max(...lats)];
}

/** The tiles of a zoom that a box touches, each once, row by row; at most `most` of them. */
export function tileCover(box: Box, z: number, most = 64): Tile[] {
  const count = 2 ** z;
  const [west, south, east, north] = box;
  const [left, right] = [toUnit({ lon: west, lat: 0 }).x, toUnit({ lon: east, lat: 0 }).x];
  const first = Math.floor(left * count);
  const last = Math.ceil((east >= west ? right : right + 1) * count) - 1;
  const across = Math.min(Math.max(last, first) - first + 1, count);
  const top = rowOf(north, count);
  const bottom = rowOf(south, count);
  const tiles: Tile[] = [];
  for (let y = top; y <= bottom; y += 1) {
    for (let step = 0; step < across && tiles.length < most; step += 1) {
      tiles.push({ z, x: (((first + step) % count) + count) % count, y });
    }
  }
  return tiles;
}

function rowOf(lat: number, count: number): number {
  return clamp(Math.floor(toUnit({ lon: 0, lat }).y * count), 0, count - 1);
}
