/** Marks on a grid: what falls into one cell becomes one square, and no two squares overlap. */
import { type Place, type Point, toPlace, toUnit } from "./projection";

/** How exactly a place is known. */
export type Exactness = "building" | "district" | "city" | "moves";

export interface Space extends Place {
  slug: string;
  name: string;
  lang?: string;
  own_name?: string;
  own_lang?: string;
  mark: Exactness | "";
}

/** A group the server counted: how many, their middle, their box (`n_` is its north). */
export interface Cell extends Place {
  n: number;
  w: number;
  s: number;
  e: number;
  n_: number;
  slug?: string;
  name?: string;
}

/** One square on the map: a single space, or several in `members` and in cells the server told. */
export interface Mark {
  key: string;
  at: Place;
  count: number;
  space: Space | undefined;
  members: Space[];
  cells: Cell[];
}

/** Sides in pixels of a cell of the grid, of a group's square, and of a single space's. */
export interface Sizes {
  cell: number;
  group: number;
  single: number;
}

export const SIZES: Sizes = { cell: 64, group: 44, single: 36 };
const TILE = 512;

interface Placed {
  mark: Mark;
  half: number;
  home: Point;
  now: Point;
}

/** Squares for a zoom (rounded down): the same for the same data, wherever the view stands. */
export function merge(spaces: readonly Space[], cells: readonly Cell[], zoom: number): Mark[] {
  const world = TILE * 2 ** Math.floor(zoom);
  const marks = new Map<string, Mark>();
  for (const cell of cells) add(marks, world, cell, cell.n).cells.push(cell);
  for (const space of spaces) add(marks, world, space, 1).members.push(space);
  const placed = [...marks.values()].map((mark) => settled(mark, world));
  const exactFirst = [...placed].sort((one, other) => one.mark.count - other.mark.count);
  for (const each of exactFirst) returnHome(each, placed);
  return placed.map(({ mark, now }) => ({
    ...mark,
    at: toPlace({ x: now.x / world, y: now.y / world }),
  }));
}

/** The name of the square that a place falls into at a zoom. */
export function keyOf(place: Place, zoom: number): string {
  return keyIn(place, TILE * 2 ** Math.floor(zoom));
}

function keyIn(place: Place, world: number): string {
  const { x, y } = pixels(place, world);
  return `${Math.floor(x / SIZES.cell)}/${Math.floor(y / SIZES.cell)}`;
}

function pixels(place: Place, world: number): Point {
  const { x, y } = toUnit(place);
  return { x: x * world, y: y * world };
}

function add(marks: Map<string, Mark>, world: number, place: Place, count: number): Mark {
  const key = keyIn(place, world);
  const known = marks.get(key);
  if (!known) {
    const at = { lon: place.lon, lat: place.lat };
    const fresh: Mark = { key, at, count, space: undefined, members: [], cells: [] };
    marks.set(key, fresh);
    return fresh;
  }
  const share = count / (known.count + count);
  known.at = {
    lon: known.at.lon + (place.lon - known.at.lon) * share,
    lat: known.at.lat + (place.lat - known.at.lat) * share,
  };
  known.count += count;
  return known;
}

/** A square inside its own cell, as near to its place as the cell lets it. */
function settled(mark: Mark, world: number): Placed {
  const single = mark.count === 1 ? mark.members[0] : undefined;
  mark.space = single;
  const half = (single ? SIZES.single : SIZES.group) / 2;
  const home = pixels(mark.at, world);
  const [column, row] = mark.key.split("/").map(Number) as [number, number];
  const now = { x: within(home.x, column, half), y: within(home.y, row, half) };
  return { mark, half, home, now };
}

function within(value: number, at: number, half: number): number {
  const [least, most] = [at * SIZES.cell + half, (at + 1) * SIZES.cell - half];
  return Math.min(Math.max(value, least), most);
}

/** A square stands where its place is whenever no other square is in the way. */
function returnHome(each: Placed, all: readonly Placed[]): void {
  const free = all.every((other) => other === each || isApart(each.home, each.half, other));
  if (free) each.now = each.home;
}

function isApart(at: Point, half: number, other: Placed): boolean {
  const room = half + other.half;
  return Math.abs(at.x - other.now.x) >= room || Math.abs(at.y - other.now.y) >= room;
}

/** The places a group covers, for a view that opens it. */
export function cornersOf(mark: Mark): Place[] {
  const corners = mark.cells.flatMap((cell) => [
    { lon: cell.w, lat: cell.s },
    { lon: cell.e, lat: cell.n_ },
  ]);
  return [...corners, ...mark.members];
}

/** Whether zooming in would ever part places: not when all are one point. */
export function canPart(places: readonly Place[], tolerance = 1e-5): boolean {
  const [lons, lats] = [places.map(({ lon }) => lon), places.map(({ lat }) => lat)];
  const wide = Math.max(...lons) - Math.min(...lons);
  return wide > tolerance || Math.max(...lats) - Math.min(...lats) > tolerance;
}
