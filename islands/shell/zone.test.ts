import assert from "node:assert/strict";
import test from "node:test";
import { differsForReader, printedOffset, readerTime } from "./zone";

test("a stamp names its distance from Greenwich", () => {
  assert.equal(printedOffset("2016-10-24T09:00:00+02:00"), 120);
  assert.equal(printedOffset("2016-10-24T09:00-0330"), -210);
  assert.equal(printedOffset("2016-10-24T09:00:00Z"), 0);
});

test("a day without an hour has no zone to convert", () => {
  assert.equal(printedOffset("2016-10-24"), undefined);
  assert.equal(differsForReader("2016-10-24", new Date("2016-10-24")), false);
});

test("a reader in Kunming sees the hour of Valencia six hours later", () => {
  const stamp = "2016-10-24T09:00:00+02:00";

  assert.equal(readerTime(stamp, new Date(stamp), "en-GB", "Asia/Shanghai"), "15:00");
});

test("the day is named when it is another day for the reader", () => {
  const stamp = "2016-10-24T20:00:00+02:00";

  const text = readerTime(stamp, new Date(stamp), "en-GB", "Asia/Shanghai");

  assert.match(text, /Tue.*25 Oct.*02:00/);
});
