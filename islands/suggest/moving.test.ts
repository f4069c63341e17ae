import assert from "node:assert/strict";
import test from "node:test";
import { moved, wishOf } from "./moving";

const plain = { altKey: false, ctrlKey: false, metaKey: false, isComposing: false };

test("arrows lead through the suggestions, and through the field from the last to the first", () => {
  assert.equal(moved(-1, 1, 3), 0);
  assert.equal(moved(2, 1, 3), -1);
  assert.equal(moved(-1, -1, 3), 2);
  assert.equal(moved(0, -1, 3), -1);
});

test("Enter takes what is chosen, and is left to the form when nothing is", () => {
  assert.equal(wishOf({ ...plain, key: "Enter" }, true, true), "take");
  assert.equal(wishOf({ ...plain, key: "Enter" }, true, false), "none");
});

test("only the arrow down does anything while the list is closed", () => {
  assert.equal(wishOf({ ...plain, key: "ArrowDown" }, false, false), "next");
  assert.equal(wishOf({ ...plain, key: "ArrowUp" }, false, false), "none");
  assert.equal(wishOf({ ...plain, key: "Escape" }, false, false), "none");
});

test("keys belong to the input method while it composes characters", () => {
  assert.equal(wishOf({ ...plain, key: "Enter", isComposing: true }, true, true), "none");
});
