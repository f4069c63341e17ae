import assert from "node:assert/strict";
import test from "node:test";
import { fill } from "./card";
import { addressWith } from "./follow";

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
