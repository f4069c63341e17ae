/** The land as the build writes it (tools/outline.py): rings as steps in parts of a degree. */
export interface Land {
  perDegree: number;
  polygons: number[][][];
}

type Position = [number, number];

export interface Polygons {
  type: "MultiPolygon";
  coordinates: Position[][][];
}

export function decodeLand({ perDegree, polygons }: Land): Polygons {
  const decoded = polygons.map((rings) => rings.map((ring) => walk(ring, perDegree)));
  return { type: "MultiPolygon", coordinates: decoded };
}

function walk(steps: readonly number[], perDegree: number): Position[] {
  let [x, y] = [0, 0];
  const ring: Position[] = [];
  for (let at = 0; at + 1 < steps.length; at += 2) {
    x += steps[at] ?? 0;
    y += steps[at + 1] ?? 0;
    ring.push([x / perDegree, y / perDegree]);
  }
  return ring;
}
