import assert from "node:assert/strict";
import test from "node:test";
import { fill, isOnePoint } from "./card";
import { addressWith } from "./follow";
import { merge, type Space } from "./merging";

const PAGE = "https://creaspace.example/en/spaces/?kind=studio&page=3&box=1,2,3,4";

test("another box keeps the question and begins at the first page", () => {
  assert.equal(
    addressWith(PAGE, [-0.5, 39, 0.5, 40]),
    "https://creaspace.example/en/spaces/?kind=studio&box=-0.5,39,0.5,40",
  );
});

test("without a box the page asks about everywhere again", () => {
  assert.equal(addressWith(PAGE, undefined), "https://creaspace.example/en/spaces/?kind=studio");
});

test("a slug stands in an address as it may", () => {
  assert.equal(fill("/en/spaces/{slug}/", "st spot"), "/en/spaces/st%20spot/");
});

test("a group is listed where no zoom would part it", () => {
  const at = (slug: string, lon: number): Space => ({
    slug,
    name: slug,
    lon,
    lat: 1,
    mark: "city",
  });
  const [together] = merge([at("a", 1), at("b", 1)], [], 5);
  const [apart] = merge([at("a", 1), at("b", 1.01)], [], 5);
  assert.ok(together && apart);

  assert.equal(isOnePoint(together, 5, 17), true);
  assert.equal(isOnePoint(apart, 5, 17), false);
  assert.equal(isOnePoint(apart, 17, 17), true);
});
