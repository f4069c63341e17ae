import assert from "node:assert/strict";
import test from "node:test";
import { type Cell, canPart, cornersOf, type Mark, merge, SIZES, type Space } from "./merging";
import { toUnit } from "./projection";

let made = 0;

function space(lon: number, lat: number): Space {
  made += 1;
  return { slug: `space-${made}`, name: `Space ${made}`, lon, lat, mark: "building" };
}

function cell(n: number, lon: number, lat: number): Cell {
  return { n, lon, lat, w: lon - 0.1, s: lat - 0.1, e: lon + 0.1, n_: lat + 0.1 };
}

function half(mark: Mark): number {
  return (mark.space ? SIZES.single : SIZES.group) / 2;
}

function overlaps(marks: readonly Mark[], zoom: number): number {
  const world = 512 * 2 ** zoom;
  const boxes = marks.map((mark) => ({ ...toUnit(mark.at), half: half(mark) }));
  const pairs = boxes.flatMap((one, at) => boxes.slice(at + 1).map((other) => [one, other]));
  return pairs.filter(([one, other]) => {
    if (!one || !other) return false;
    const room = one.half + other.half - 1e-6;
    return Math.abs(one.x - other.x) * world < room && Math.abs(one.y - other.y) * world < room;
  }).length;
}

/** The same numbers on every run. */
function* numbers(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

test("a single space stands exactly where it is", () => {
  const [mark] = merge([space(102.71, 25.04)], [], 4);

  assert.equal(mark?.count, 1);
  assert.ok(Math.abs((mark?.at.lon ?? 0) - 102.71) < 1e-9);
  assert.ok(Math.abs((mark?.at.lat ?? 0) - 25.04) < 1e-9);
});

test("spaces of one city become one square that counts them", () => {
  const marks = merge([space(-0.38, 39.47), space(-0.37, 39.46)], [cell(8, -0.36, 39.48)], 3);

  assert.equal(marks.length, 1);
  assert.equal(marks[0]?.count, 10);
  assert.equal(marks[0]?.space, undefined);
});

test("a group of one that the server counted is still a group to open", () => {
  const [mark] = merge([], [cell(1, 10, 10)], 3);

  assert.equal(mark?.space, undefined);
  assert.equal(mark?.count, 1);
});

test("no two squares overlap, however dense a region is", () => {
  const next = numbers(7);
  const draw = () => next.next().value as number;
  for (const zoom of [1, 3, 5.9]) {
    const spaces = Array.from({ length: 120 }, () => space(draw() * 30, draw() * 30));
    const cells = Array.from({ length: 120 }, () => cell(5, draw() * 30, draw() * 30));

    const marks = merge(spaces, cells, zoom);

    assert.equal(overlaps(marks, Math.floor(zoom)), 0);
    assert.equal(
      marks.reduce((sum, mark) => sum + mark.count, 0),
      120 + 120 * 5,
    );
  }
});

test("squares do not depend on the order in which tiles arrive", () => {
  const spaces = [space(1, 1), space(2, 40), space(60, 1)];
  const keys = (marks: Mark[]) => marks.map(({ key, count }) => `${key}:${count}`).sort();

  assert.deepEqual(keys(merge(spaces, [], 2)), keys(merge([...spaces].reverse(), [], 2)));
});

test("a group opens to the box of all it holds", () => {
  const [mark] = merge([space(10, 10)], [cell(3, 10.2, 10.2)], 1);
  assert.ok(mark);

  const corners = cornersOf(mark);

  assert.ok(Math.abs(Math.max(...corners.map(({ lon }) => lon)) - 10.3) < 1e-9);
  assert.equal(canPart(corners), true);
});

test("spaces known by the same city only cannot be parted", () => {
  const [mark] = merge([space(10, 10), space(10, 10)], [], 14);

  assert.equal(mark && canPart(cornersOf(mark)), false);
});
