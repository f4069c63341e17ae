/** GCJ-02, the system of street maps in mainland China, as foundation.places computes it. */
import type { Place } from "./projection";

/** Closed lines of longitude and latitude; a hole is a ring inside another. */
export type Rings = readonly (readonly (readonly number[])[])[];

export interface Shift {
  toMap(place: Place): Place;
  fromMap(place: Place): Place;
}

/** A base map in WGS 84 shows places where they are. */
export const NO_SHIFT: Shift = { toMap: (place) => place, fromMap: (place) => place };

const KRASOVSKY_M = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;
const { PI, abs, sin, cos, sqrt } = Math;

export function gcj02(rings: Rings): Shift {
  return {
    toMap: (place) => (isShifted(place, rings) ? shifted(place) : place),
    fromMap: (place) => {
      const candidate = unshifted(place);
      return isShifted(candidate, rings) ? candidate : place;
    },
  };
}

function shifted({ lon, lat }: Place): Place {
  const [x, y] = [lon - 105, lat - 35];
  const angle = (lat * PI) / 180;
  const curve = 1 - ECCENTRICITY_SQUARED * sin(angle) ** 2;
  const meridian = (KRASOVSKY_M * (1 - ECCENTRICITY_SQUARED)) / (curve * sqrt(curve));
  const parallel = (KRASOVSKY_M / sqrt(curve)) * cos(angle);
  return {
    lat: lat + (northward(x, y) * 180) / (meridian * PI),
    lon: lon + (eastward(x, y) * 180) / (parallel * PI),
  };
}

function wave(x: number): number {
  return 20 * (sin(6 * x * PI) + sin(2 * x * PI));
}

/** Metres to the north. */
function northward(x: number, y: number): number {
  const plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x));
  const short = 20 * sin(y * PI) + 40 * sin((y / 3) * PI);
  const long = 160 * sin((y / 12) * PI) + 320 * sin((y / 30) * PI);
  return plain + (2 / 3) * (wave(x) + short + long);
}

/** Metres to the east. */
function eastward(x: number, y: number): number {
  const plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x));
  const short = 20 * sin(x * PI) + 40 * sin((x / 3) * PI);
  const long = 150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI);
  return plain + (2 / 3) * (wave(x) + short + long);
}

/** The place that is shifted to here: take the error away until nothing is left of it. */
function unshifted(place: Place): Place {
  let found = place;
  for (let turn = 0; turn < 50; turn += 1) {
    const there = shifted(found);
    const [east, north] = [place.lon - there.lon, place.lat - there.lat];
    found = { lon: found.lon + east, lat: found.lat + north };
    if (Math.max(abs(east), abs(north)) < 1e-12 || abs(found.lat) > 90) break;
  }
  return found;
}

export function isShifted({ lon, lat }: Place, rings: Rings): boolean {
  if (!(lat > 17 && lat < 54 && lon > 73 && lon < 136)) return false;
  return rings.filter((ring) => isInside(lon, lat, ring)).length % 2 === 1;
}

function isInside(x: number, y: number, ring: Rings[number]): boolean {
  let inside = false;
  let [x1, y1] = ring.at(-1) as [number, number];
  for (const [x2, y2] of ring as readonly [number, number][]) {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    [x1, y1] = [x2, y2];
  }
  return inside;
}
