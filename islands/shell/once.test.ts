import assert from "node:assert/strict";
import test from "node:test";
import { AGAIN_MS, Sent } from "./once";

test("of two presses in a row only the first is sent, each form for itself", () => {
  const sent = new Sent();
  const [one, other] = [{}, {}];

  assert.equal(sent.isFirst(one, 1_000), true);
  assert.equal(sent.isFirst(one, 1_200), false);
  assert.equal(sent.isFirst(other, 1_200), true);
});

test("who waited in vain, or came back to the page, may press again", () => {
  const sent = new Sent();
  const form = {};
  sent.isFirst(form, 1_000);

  assert.equal(sent.isFirst(form, 1_000 + AGAIN_MS), true);
  sent.forget();
  assert.equal(sent.isFirst(form, 1_001 + AGAIN_MS), true);
});
