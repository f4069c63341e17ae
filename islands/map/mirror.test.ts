import assert from "node:assert/strict";
import test from "node:test";
import { merge, type Space } from "./merging";
import { inReadingOrder, placeFrom } from "./mirror";

function space(slug: string, lon: number, lat: number): Space {
  return { slug, name: slug, lon, lat, mark: "city" };
}

test("a row says where its space is, latitude first", () => {
  assert.deepEqual(placeFrom("39.47,-0.38"), { lon: -0.38, lat: 39.47 });
});

test("a row without a position, or with nonsense, has no place", () => {
  for (const text of [undefined, "", "39", "39,", "north,east"]) {
    assert.equal(placeFrom(text), undefined);
  }
});

test("squares are walked in the order of the list, the others as one reads", () => {
  const spaces = [
    space("south", 10, -20),
    space("listed-second", 60, 40),
    space("listed-first", 100, -30),
    space("north", 10, 60),
  ];
  const ranks = new Map([
    ["listed-first", 0],
    ["listed-second", 1],
  ]);

  const order = inReadingOrder(merge(spaces, [], 3), ranks);

  assert.deepEqual(
    order.map(({ members }) => members[0]?.slug),
    ["listed-first", "listed-second", "north", "south"],
  );
});
