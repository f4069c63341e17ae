import assert from "node:assert/strict";
import test from "node:test";
import { isAskedFor } from "./start";

test("an address that names the map asks for it", () => {
  assert.equal(isAskedFor("?country=ES&view=map"), true);
  assert.equal(isAskedFor("?country=ES"), false);
  assert.equal(isAskedFor("?q=view%3Dmap"), false);
});
