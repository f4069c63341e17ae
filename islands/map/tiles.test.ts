import assert from "node:assert/strict";
import test from "node:test";
import { type Answer, questionOf, Tiles, tileAddress } from "./tiles";

const PATTERN = "/data/spaces/tiles/{z}/{x}/{y}.json";
const A = { z: 2, x: 1, y: 1 };
const B = { z: 2, x: 2, y: 1 };

function answer(slug: string): Answer {
  return { cells: [], spaces: [{ slug, name: slug, lon: 0, lat: 0, mark: "city" }], exact: true };
}

test("tiles are asked the page's question without what belongs to the page", () => {
  const search =
    "?q=%E6%98%86%E6%98%8E&country=ES&country=CN&kind=&box=1,2,3,4&page=2&at=x&sort=new";

  assert.equal(questionOf(search), "q=%E6%98%86%E6%98%8E&country=ES&country=CN");
  assert.equal(questionOf("?q=x&utm_source=mail&kind=studio", ["q", "kind"]), "q=x&kind=studio");
  assert.equal(tileAddress(PATTERN, A, "q=x"), "/data/spaces/tiles/2/1/1.json?q=x");
  assert.equal(tileAddress(PATTERN, A, ""), "/data/spaces/tiles/2/1/1.json");
});

test("a tile is fetched once", async () => {
  const asked: string[] = [];
  const tiles = new Tiles(PATTERN, async (address) => {
    asked.push(address);
    return answer(address);
  });

  await tiles.want([A]);
  await tiles.want([A, B]);

  assert.deepEqual(asked, ["/data/spaces/tiles/2/1/1.json", "/data/spaces/tiles/2/2/1.json"]);
  assert.equal(tiles.read([A, B]).spaces.length, 2);
});

test("what is no longer in view is given up", async () => {
  const stopped: boolean[] = [];
  const tiles = new Tiles(PATTERN, (address, signal) => {
    if (address.includes("/2/2/")) return Promise.resolve(answer(address));
    return new Promise((_, refuse) => {
      signal.addEventListener("abort", () => {
        stopped.push(true);
        refuse(signal.reason);
      });
    });
  });
  const first = tiles.want([A]).catch(() => "given up");

  await tiles.want([B]);

  assert.equal(await first, "given up");
  assert.deepEqual(stopped, [true]);
});

test("a tile that could not be had is asked for again, and what is known stays", async () => {
  let isDown = true;
  const tiles = new Tiles(PATTERN, async (address) => {
    if (isDown && address.includes("/2/1/")) throw new Error("no line");
    return answer(address);
  });

  await assert.rejects(tiles.want([A, B]), /no line/);
  assert.equal(tiles.read([A, B]).spaces.length, 1);
  isDown = false;
  await tiles.want([A, B]);

  assert.equal(tiles.read([A, B]).spaces.length, 2);
});

test("another question makes answers old", async () => {
  const tiles = new Tiles(PATTERN, async (address) => answer(address));
  await tiles.want([A]);

  assert.equal(tiles.about(""), false);
  assert.equal(tiles.about("kind=studio"), true);

  assert.equal(tiles.read([A]).spaces.length, 0);
});
