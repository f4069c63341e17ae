import assert from "node:assert/strict";
import test from "node:test";
import { type Labelled, sidesOf } from "./labels";

function square(x: number, y: number, width = 80): Labelled {
  return { x, y, half: 18, width, height: 24 };
}

test("a name stands to the east of its square where there is room", () => {
  assert.deepEqual(sidesOf([square(100, 100)], 400, 300), ["east"]);
});

test("at the eastern edge it stands to the west", () => {
  assert.deepEqual(sidesOf([square(370, 100)], 400, 300), ["west"]);
});

test("a name covers neither another square nor another name", () => {
  const crowd = [square(100, 100), square(150, 100), square(100, 120)];

  assert.deepEqual(sidesOf(crowd, 400, 300), ["west", "east", undefined]);
});

test("a square without a name, or out of view, gets none", () => {
  assert.deepEqual(sidesOf([square(100, 100, 0), square(-5, 100)], 400, 300), [
    undefined,
    undefined,
  ]);
});
