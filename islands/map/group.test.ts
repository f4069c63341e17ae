import assert from "node:assert/strict";
import test from "node:test";
import { boxAddress, insideOf, isOnePoint, spaceOf } from "./group";
import { type Cell, type Mark, merge, type Space } from "./merging";

function space(slug: string, lon: number): Space {
  return { slug, name: slug, lon, lat: 1, mark: "city" };
}

function only(spaces: Space[], cells: Cell[] = []): Mark {
  const [mark] = merge(spaces, cells, 3);
  assert.ok(mark);
  return mark;
}

const cell: Cell = { n: 2, lon: 1, lat: 1, w: 0.5, s: 0.5, e: 1.5, n_: 1.5 };

test("a group is listed where no zoom would part it", () => {
  const together = only([space("a", 1), space("b", 1)]);
  const apart = only([space("a", 1), space("b", 1.01)]);

  assert.equal(isOnePoint(together, together.members, 5, 17), true);
  assert.equal(isOnePoint(apart, apart.members, 5, 17), false);
  assert.equal(isOnePoint(apart, apart.members, 17, 17), true);
});

test("who is in a counted group decides, not the square it was counted in", () => {
  const counted = only([], [cell]);
  const members = [space("a", 1), space("b", 1)];

  assert.equal(isOnePoint(counted, members, 5, 17), true);
  assert.deepEqual(insideOf(counted, members), members);
});

test("a group nobody could be asked about is opened by its square", () => {
  const counted = only([], [cell]);

  assert.equal(isOnePoint(counted, undefined, 5, 17), false);
  assert.equal(insideOf(counted, undefined).length, 2);
});

test("the box of a group is asked with the page's own question", () => {
  assert.equal(boxAddress("/box.json", "q=x", [0, 1, 2, 3]), "/box.json?q=x&box=0,1,2,3");
  assert.equal(boxAddress("/box.json", "", [0, 1, 2, 3]), "/box.json?box=0,1,2,3");
});

test("a feature without a place or a name is no space for the map", () => {
  const properties = { slug: "a", name: "A", lang: "en", mark: "city" as const };
  const geometry = { coordinates: [1, 2] as [number, number] };

  assert.deepEqual(spaceOf({ geometry, properties }), { ...properties, lon: 1, lat: 2 });
  assert.equal(spaceOf({ geometry: null, properties }), undefined);
  assert.equal(spaceOf({ geometry, properties: { slug: "a" } }), undefined);
});
