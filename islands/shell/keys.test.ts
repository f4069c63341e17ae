import assert from "node:assert/strict";
import test from "node:test";
import { wishOf } from "./keys";

const plain = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false };

test("the slash goes to the search, except while writing in a field", () => {
  assert.equal(wishOf({ ...plain, key: "/" }, false), "search");
  assert.equal(wishOf({ ...plain, key: "/" }, true), "none");
});

test("Escape closes a menu", () => {
  assert.equal(wishOf({ ...plain, key: "Escape" }, false), "close");
});

test("keys of a browser, and keys while characters are composed, are left alone", () => {
  assert.equal(wishOf({ ...plain, ctrlKey: true, key: "/" }, false), "none");
  assert.equal(wishOf({ ...plain, isComposing: true, key: "Escape" }, false), "none");
});
