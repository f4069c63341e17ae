/** Walking between squares with the arrow keys. Points in pixels, y runs down. */
import type { Point } from "./projection";

export type Direction = "left" | "right" | "up" | "down";

const ARROWS: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
const ASIDE = 2; // a step aside costs twice a step ahead

export function directionOf(key: string): Direction | undefined {
  return ARROWS[key];
}

/** How far ahead and how far aside another point lies. */
function steps(from: Point, to: Point, direction: Direction): [number, number] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (direction === "left") return [-dx, Math.abs(dy)];
  if (direction === "right") return [dx, Math.abs(dy)];
  return direction === "up" ? [-dy, Math.abs(dx)] : [dy, Math.abs(dx)];
}

/** The place in the list of the next point in a direction: within a quarter turn, nearest first. */
export function nextIn(
  points: readonly Point[],
  at: number,
  direction: Direction,
): number | undefined {
  const from = points[at];
  if (!from) return points.length ? 0 : undefined;
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  points.forEach((to, index) => {
    const [ahead, aside] = steps(from, to, direction);
    const cost = ahead + ASIDE * aside;
    if (index !== at && ahead > 0 && aside <= ahead && cost < least) [best, least] = [index, cost];
  });
  return best;
}
