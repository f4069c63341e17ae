/** Times of tiles asked of supercluster: JSON in, JSON out; see `inside.py`. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const { module, points, tiles, warm } = JSON.parse(readFileSync(0, "utf8"));
const resolve = createRequire(`${module}/`).resolve;
const { default: Supercluster } = await import(pathToFileURL(resolve(`${module}/index.js`)));
const bytes = readFileSync(points);
const pairs = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
const features = Array.from({ length: pairs.length / 2 }, (_, number) => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [pairs[2 * number], pairs[2 * number + 1]] },
  properties: {},
}));
const index = new Supercluster({ maxZoom: 14 }).load(features);
for (const tile of tiles.slice(0, warm)) index.getTile(...tile);
const before = process.cpuUsage();
const times = tiles.map((tile) => {
  const began = performance.now();
  JSON.stringify(index.getTile(...tile));
  return performance.now() - began;
});
const { user, system } = process.cpuUsage(before);
const told = {
  times_ms: times,
  cpu_ms: (user + system) / 1000,
  memory_mb: process.memoryUsage().rss / 1024 ** 2,
};
process.stdout.write(JSON.stringify({ "tile, zooms 0 to 14": told }));
