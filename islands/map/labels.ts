/** Names beside squares, where there is room for them. Pixels of the view, y runs down. */

export interface Labelled {
  x: number;
  y: number;
  /** Half the side of the square. */
  half: number;
  /** Of the name; nothing where the square has none. */
  width: number;
  height: number;
}

export type Side = "east" | "west" | undefined;

interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** On which side each name stands, first come, first served; undefined where it would cover something. */
export function sidesOf(all: readonly Labelled[], width: number, height: number): Side[] {
  const taken = all.map(square);
  return all.map((one, at) => {
    if (!one.width || !isWithin(square(one), width, height)) return undefined;
    for (const side of ["east", "west"] as const) {
      const rect = beside(one, side);
      const isFree = taken.every((other, index) => index === at || !overlap(rect, other));
      if (!isFree || !isWithin(rect, width, height)) continue;
      taken.push(rect);
      return side;
    }
    return undefined;
  });
}

function square({ x, y, half }: Labelled): Rect {
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}

function beside({ x, y, half, width, height }: Labelled, side: "east" | "west"): Rect {
  const left = side === "east" ? x + half : x - half - width;
  return { left, top: y - height / 2, right: left + width, bottom: y + height / 2 };
}

function isWithin(rect: Rect, width: number, height: number): boolean {
  return rect.left >= 0 && rect.top >= 0 && rect.right <= width && rect.bottom <= height;
}

function overlap(one: Rect, other: Rect): boolean {
  const isBeside = one.right <= other.left || other.right <= one.left;
  return !isBeside && one.bottom > other.top && other.bottom > one.top;
}
