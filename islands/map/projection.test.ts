import assert from "node:assert/strict";
import test from "node:test";
import {
  type Box,
  boxOf,
  boxRound,
  boxText,
  isInside,
  nearest,
  readBox,
  tileCover,
  toPlace,
  toUnit,
  widthOf,
  wrapped,
} from "./projection";

const valencia = { lon: -0.38, lat: 39.47 };

test("a place goes to the unit square and back", () => {
  const there = toPlace(toUnit(valencia));

  assert.ok(Math.abs(there.lon - valencia.lon) < 1e-9);
  assert.ok(Math.abs(there.lat - valencia.lat) < 1e-9);
});

test("the pole is drawn at the edge, not beyond it", () => {
  assert.ok(Math.abs(toUnit({ lon: 0, lat: 90 }).y) < 1e-6);
});

test("the whole world is one tile at zoom 0 and four at zoom 1", () => {
  const world: Box = [-180, -85, 180, 85];

  assert.deepEqual(tileCover(world, 0), [{ z: 0, x: 0, y: 0 }]);
  assert.equal(tileCover(world, 1).length, 4);
});

test("a box within one tile needs that tile alone", () => {
  assert.deepEqual(tileCover([-0.4, 39.4, -0.3, 39.5], 8), [{ z: 8, x: 127, y: 97 }]);
});

test("a box across the date line takes tiles from both ends of the row", () => {
  const tiles = tileCover([170, 10, -170, 20], 3);

  assert.deepEqual(tiles, [
    { z: 3, x: 7, y: 3 },
    { z: 3, x: 0, y: 3 },
  ]);
});

test("a box that ends where a tile begins does not fetch that tile", () => {
  assert.deepEqual(tileCover([-90, 10, 0, 60], 2), [{ z: 2, x: 1, y: 1 }]);
});

test("a cover keeps to its bound", () => {
  assert.equal(tileCover([-180, -85, 180, 85], 9, 40).length, 40);
});

test("longitudes are told from -180 to 180, or nearest to another", () => {
  assert.equal(wrapped(190), -170);
  assert.equal(wrapped(-190), 170);
  assert.equal(wrapped(180), 180);
  assert.equal(nearest(-179, 178), 181);
  assert.equal(nearest(10, 12), 10);
});

test("a box across the date line holds both sides of it and nothing between", () => {
  const pacific: Box = [170, -20, -170, 20];

  assert.equal(isInside({ lon: 175, lat: 0 }, pacific), true);
  assert.equal(isInside({ lon: -175, lat: 0 }, pacific), true);
  assert.equal(isInside({ lon: 0, lat: 0 }, pacific), false);
  assert.equal(widthOf(pacific), 20);
});

test("a view wider than the world is the whole world", () => {
  assert.deepEqual(boxOf(-300, -95, 100, 80), [-180, -90, 180, 80]);
  assert.deepEqual(boxOf(170, 0, 190, 10), [170, 0, -170, 10]);
});

test("a box is written short and read back", () => {
  const text = boxText([-0.123456, 39.4, 10, 40]);

  assert.equal(text, "-0.1235,39.4,10,40");
  assert.deepEqual(readBox(text), [-0.1235, 39.4, 10, 40]);
});

test("what is no box is not read as one", () => {
  for (const wrong of [null, "", "1,2,3", "1,2,3,x", "0,50,10,40", "0,0,400,10", "1,,3,4"]) {
    assert.equal(readBox(wrong), undefined);
  }
});

test("places on both sides of the date line are boxed the short way", () => {
  const places = [
    { lon: 178, lat: -18 },
    { lon: -172, lat: -14 },
  ];

  assert.deepEqual(boxRound(places), [178, -18, -172, -14]);
  assert.deepEqual(boxRound([valencia]), [-0.38, 39.47, -0.38, 39.47]);
  assert.equal(boxRound([]), undefined);
});
