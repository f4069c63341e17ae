/**
 * Asks a server for addresses in turn over a fixed number of connections, for some seconds.
 *
 * Standard input: {"origin", "paths", "connections", "seconds", "most"}, the last of them null where
 * only the time ends it; standard output: JSON with the times of all answers (ms, sorted by the
 * reader), their number by status, and bytes received.
 */
import { Agent, request } from "node:http";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { origin, paths, connections, seconds, most } = JSON.parse(Buffer.concat(chunks).toString());
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const { hostname, port } = new URL(origin);
const headers = { "Accept-Encoding": "identity", Host: `${hostname}:${port}` };
const times = [];
const statuses = {};
let bytes = 0;
let next = 0;

function ask(path) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const asked = request({ hostname: "127.0.0.1", port, path, agent, headers }, (answer) => {
      answer.on("data", (data) => {
        bytes += data.length;
      });
      answer.on("end", () => {
        times.push(performance.now() - began);
        statuses[answer.statusCode] = (statuses[answer.statusCode] ?? 0) + 1;
        resolve();
      });
      answer.on("error", reject);
    });
    asked.on("error", reject);
    asked.end();
  });
}

async function connection(until) {
  while (performance.now() < until && next < (most ?? Number.POSITIVE_INFINITY)) {
    const path = paths[next % paths.length];
    next += 1;
    await ask(path);
  }
}

const began = performance.now();
const until = began + seconds * 1000;
await Promise.all(Array.from({ length: connections }, () => connection(until)));
const took = (performance.now() - began) / 1000;
agent.destroy();
process.stdout.write(JSON.stringify({ times, statuses, bytes, seconds: took }));
