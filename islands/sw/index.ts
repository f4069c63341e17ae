/// <reference lib="webworker" />
import { offlineAddress, offlinePages, stylesOf } from "./offline";

// Keeps the offline page in each language with its style sheets, and shows it when a page cannot be
// fetched. Nothing else is cached: what these pages say must be what the server says now.
const worker = self as unknown as ServiceWorkerGlobalScope;
const STORE = "offline";
const PAGES = offlinePages(worker.location.search);

async function keep(): Promise<void> {
  const store = await caches.open(STORE);
  const styles = new Set<string>();
  for (const page of PAGES) {
    const answer = await fetch(page, { cache: "no-store", credentials: "omit" });
    if (!answer.ok) continue;
    for (const style of stylesOf(await answer.clone().text())) styles.add(style);
    await store.put(page, answer);
  }
  await Promise.all([...styles].map((style) => store.add(style)));
}

async function keptPage(path: string): Promise<Response> {
  const address = offlineAddress(path, PAGES);
  const kept = address ? await caches.match(address) : undefined;
  return kept ?? Response.error();
}

async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return keptPage(new URL(request.url).pathname);
  }
}

async function style(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request)) ?? Response.error();
  }
}

worker.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .delete(STORE)
      .then(keep)
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  // A form that is sent again is the browser's business: it asks, and keeps what was typed.
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (request.destination === "style") event.respondWith(style(request));
});
