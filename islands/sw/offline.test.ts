import assert from "node:assert/strict";
import test from "node:test";
import { offlineAddress, offlinePages, stylesOf } from "./offline";

const kept = ["/en/offline/", "/zh-hans/offline/"];

test("the offline page speaks the language of the page that failed", () => {
  assert.equal(offlineAddress("/zh-hans/spaces/", kept), "/zh-hans/offline/");
});

test("an address without a language, or in one not kept, falls back to the first", () => {
  assert.equal(offlineAddress("/s/st-spot", kept), "/en/offline/");
  assert.equal(offlineAddress("/ja/spaces/", kept), "/en/offline/");
});

test("one offline page is kept for each language of the address", () => {
  assert.deepEqual(offlinePages("?languages=en,zh-hans"), kept);
  assert.deepEqual(offlinePages(""), []);
});

test("style sheets are read from the page", () => {
  const html = '<link rel="stylesheet" href="/static/core/css/tokens.1a2b.css" media="all">';

  assert.deepEqual(stylesOf(html), ["/static/core/css/tokens.1a2b.css"]);
});
