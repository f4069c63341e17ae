/** The drawing below the squares: starts the engine and keeps its inks in step with the page. */
import type { Map as Engine, PaddingOptions } from "maplibre-gl";
import { decodeLand, type Land } from "./land";
import { type Box, boxOf, type Place, widthOf } from "./projection";
import { inksOf, type Streets, squareOf, styleOf } from "./style";

type EngineParts = typeof import("./engine.entry");
type ArchiveParts = typeof import("./archive.entry");

/** Where the parts of the map are served; read from the element's `data-`. */
export interface Parts {
  engine: string;
  worker: string;
  land: string;
  streets?: string | undefined;
  streetsKind?: string | undefined;
  streetsDeepest?: string | undefined;
  archive?: string | undefined;
}

export interface Wish {
  home: HTMLElement;
  parts: Parts;
  box: Box;
  language: string;
  title: string;
  isStill: boolean;
}

const DEEPEST = 17;
const DARK = "(prefers-color-scheme: dark)";

export async function drawChart(wish: Wish): Promise<Engine> {
  const { parts, home, language } = wish;
  const [engine, land] = await Promise.all([
    import(parts.engine) as Promise<EngineParts>,
    fetchLand(parts.land),
  ]);
  engine.setWorkerUrl(new URL(parts.worker, document.baseURI).href);
  const streets = await streetsOf(parts, engine);
  const dark = window.matchMedia(DARK);
  const shape = decodeLand(land);
  const map = new engine.Chart({
    container: home,
    style: styleOf(shape, inksOf(home, dark.matches), streets, language),
    bounds: corners(wish.box),
    fitBoundsOptions: { padding: padding(home), maxZoom: 12 },
    minZoom: 0,
    maxZoom: DEEPEST,
    attributionControl: false,
    boxZoom: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: wish.isStill ? 0 : 150,
    locale: { "Map.Title": wish.title },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  let inked = "";
  map.on("style.load", () => {
    inked = dark.matches ? "dark" : "light";
    addSquare(map, inksOf(home, dark.matches).land);
  });
  // For what waits until the land is drawn in the inks of the page, such as pictures of it.
  map.on("idle", () => {
    home.dataset.inks = inked;
  });
  dark.addEventListener("change", () => {
    map.setStyle(styleOf(shape, inksOf(home, dark.matches), streets, language), { diff: false });
  });
  return map;
}

function addSquare(map: Engine, land: string): void {
  const ratio = Math.max(1, Math.round(window.devicePixelRatio));
  if (map.hasImage("square")) map.removeImage("square");
  map.addImage("square", squareOf(land, ratio), { pixelRatio: ratio });
}

async function fetchLand(address: string): Promise<Land> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return (await answer.json()) as Land;
}

async function streetsOf(parts: Parts, engine: EngineParts): Promise<Streets | undefined> {
  if (!parts.streets) return undefined;
  if (parts.archive) {
    const { openArchive } = (await import(parts.archive)) as ArchiveParts;
    const { fetchTile, url, isVector, deepest } = await openArchive(parts.streets);
    engine.addProtocol("pmtiles", fetchTile);
    return { url, isVector, deepest, isArchive: true };
  }
  const url = new URL(parts.streets, document.baseURI).href
    .replace(/%7B/gi, "{")
    .replace(/%7D/gi, "}");
  const deepest = Number(parts.streetsDeepest ?? DEEPEST);
  return { url, isVector: parts.streetsKind === "vector", deepest, isArchive: false };
}

/** A box as the engine wants it: its east beyond 180 where it crosses the date line. */
export function corners(box: Box): [number, number, number, number] {
  const [west, south, , north] = box;
  return [west, south, west + widthOf(box), north];
}

/** Room at the edge for squares, more of it under the controls, as far as a small map can give it. */
export function padding(home: HTMLElement): PaddingOptions {
  const room = Math.min(48, home.clientWidth / 10, home.clientHeight / 10);
  return { top: 2 * room, right: 1.5 * room, bottom: 1.5 * room, left: room };
}

export function viewOf(map: Engine): Box {
  const bounds = map.getBounds();
  return boxOf(bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth());
}

export function centreOf(map: Engine): Place {
  const { lng, lat } = map.getCenter();
  return { lon: lng, lat };
}

/** Whether this browser can draw the map at all; asked once, before anything heavy is fetched. */
export function canDraw(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}
