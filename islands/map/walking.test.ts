import assert from "node:assert/strict";
import test from "node:test";
import { directionOf, nextIn } from "./walking";

const cross = [
  { x: 100, y: 100 },
  { x: 200, y: 110 },
  { x: 300, y: 100 },
  { x: 90, y: 20 },
  { x: 100, y: 300 },
];

test("an arrow leads to the nearest square in its direction", () => {
  assert.equal(nextIn(cross, 0, "right"), 1);
  assert.equal(nextIn(cross, 0, "up"), 3);
  assert.equal(nextIn(cross, 0, "down"), 4);
  assert.equal(nextIn(cross, 1, "left"), 0);
});

test("where nothing lies ahead there is nowhere to go", () => {
  assert.equal(nextIn(cross, 2, "right"), undefined);
  assert.equal(nextIn([], 0, "right"), undefined);
});

test("a square more aside than ahead is another direction's", () => {
  const points = [
    { x: 0, y: 0 },
    { x: 10, y: 100 },
  ];

  assert.equal(nextIn(points, 0, "right"), undefined);
  assert.equal(nextIn(points, 0, "down"), 1);
});

test("walking starts at the first square", () => {
  assert.equal(nextIn(cross, -1, "right"), 0);
});

test("only arrows are directions", () => {
  assert.equal(directionOf("ArrowUp"), "up");
  assert.equal(directionOf("Enter"), undefined);
});
