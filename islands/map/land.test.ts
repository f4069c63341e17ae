import assert from "node:assert/strict";
import test from "node:test";
import { decodeLand } from "./land";

test("rings are walked step by step and closed where they were", () => {
  const island = [1000, 5000, 10, 0, 0, 10, -10, -10];
  const lake = [1002, 5002, 2, 0, 0, 2, -2, -2];

  const { type, coordinates } = decodeLand({ perDegree: 100, polygons: [[island, lake]] });

  assert.equal(type, "MultiPolygon");
  assert.deepEqual(coordinates[0]?.[0], [
    [10, 50],
    [10.1, 50],
    [10.1, 50.1],
    [10, 50],
  ]);
  assert.deepEqual(coordinates[0]?.[1]?.[0], [10.02, 50.02]);
});

test("no land is an empty shape", () => {
  assert.deepEqual(decodeLand({ perDegree: 100, polygons: [] }).coordinates, []);
});
