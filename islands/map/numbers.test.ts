import assert from "node:assert/strict";
import test from "node:test";
import { clock, counted, pause, shortCount } from "./numbers";

test("a count fits into a square, in each language's way", () => {
  assert.equal(shortCount(999, "en"), "999");
  assert.equal(shortCount(1_000, "en"), "1k");
  assert.equal(shortCount(1_250, "en"), "1.2k");
  assert.equal(shortCount(21_499, "en"), "21k");
  assert.equal(shortCount(1_000_000, "en"), "1M");
  assert.equal(shortCount(21_499, "zh-Hans"), "2万");
  assert.match(shortCount(21_499, "es"), /^21\smil$/);
});

test("a short count never claims more than there is", () => {
  assert.equal(shortCount(9_999, "en"), "9.9k");
  assert.equal(shortCount(999_999, "en"), "999k");
});

test("words follow the number of their language", () => {
  const forms = new Map([
    ["one", "{n} space in view"],
    ["other", "{n} spaces in view"],
  ]);

  assert.equal(counted(1, forms, "en"), "1 space in view");
  assert.equal(counted(1_200, forms, "en"), "1,200 spaces in view");
});

test("a form that was not given falls back to the general one", () => {
  assert.equal(counted(1, new Map([["other", "视野内有 {n} 个空间"]]), "en"), "视野内有 1 个空间");
});

test("an hour is told on the reader's clock", () => {
  assert.equal(clock(new Date("2026-11-22T19:05:00Z"), "en-GB", "Asia/Shanghai"), "03:05");
});

test("tries come slower, but never slower than half a minute", () => {
  assert.deepEqual([0, 1, 2, 3, 9].map(pause), [5000, 10_000, 20_000, 30_000, 30_000]);
});
