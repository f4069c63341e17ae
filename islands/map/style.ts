/** How the map is drawn: land as a mosaic without borders, a street map above it where there is one. */
import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import type { Polygons } from "./land";

/** The colours of the page's scheme. */
export interface Inks {
  sea: string;
  land: string;
  line: string;
  road: string;
  ink: string;
  isDark: boolean;
}

export interface Streets {
  /** A tile address or, for an archive, an address that begins with `pmtiles:`. */
  url: string;
  isVector: boolean;
  isArchive: boolean;
  deepest: number;
}

export const STREETS = "streets";
const PITCH = 8; // the same unit as the mosaic on pages
const SQUARE = 6.4;

export function inksOf(root: Element, isDark: boolean): Inks {
  const read = getComputedStyle(root);
  const ink = (name: string) => read.getPropertyValue(`--${name}`).trim();
  return {
    sea: ink("glaze"),
    land: ink("land"),
    line: ink("line"),
    road: ink("hatch"),
    ink: ink("ink"),
    isDark,
  };
}

/** One square of land, drawn now, because a picture of our own needs no address. */
export function squareOf(land: string, ratio: number): ImageData {
  const size = Math.round(PITCH * ratio);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  if (!brush) return new ImageData(size, size);
  brush.fillStyle = land;
  brush.fillRect(0, 0, SQUARE * ratio, SQUARE * ratio);
  return brush.getImageData(0, 0, size, size);
}

export function styleOf(
  land: Polygons,
  inks: Inks,
  streets: Streets | undefined,
  language: string,
): StyleSpecification {
  const sources: Record<string, SourceSpecification> = {
    // The build has simplified it already; once more, and its rings would cross themselves.
    land: {
      type: "geojson",
      tolerance: 0,
      data: { type: "Feature", properties: {}, geometry: land },
    },
  };
  if (streets) sources[STREETS] = streetSource(streets);
  return {
    version: 8,
    sources,
    layers: [
      { id: "sea", type: "background", paint: { "background-color": inks.sea } },
      {
        id: "land",
        type: "fill",
        source: "land",
        // Smoothed edges would draw the seams of the strips that the land comes in.
        paint: { "fill-pattern": "square", "fill-antialias": false },
      },
      ...(streets ? streetLayers(streets, inks, language) : []),
    ],
  };
}

function streetSource(streets: Streets): SourceSpecification {
  const where = streets.isArchive ? { url: streets.url } : { tiles: [streets.url] };
  if (streets.isVector) return { type: "vector", maxzoom: streets.deepest, ...where };
  return { type: "raster", tileSize: 256, maxzoom: streets.deepest, ...where };
}

export function streetLayers(streets: Streets, inks: Inks, language: string): LayerSpecification[] {
  if (streets.isVector) return vectorLayers(inks, language);
  // A street map drawn for day glares at night.
  const night = inks.isDark ? { "raster-brightness-max": 0.7, "raster-saturation": -0.5 } : {};
  return [{ id: STREETS, type: "raster", source: STREETS, paint: night }];
}

/** The layers of the open Protomaps scheme, without its boundaries, in the inks of the page. */
function vectorLayers(inks: Inks, language: string): LayerSpecification[] {
  const from = (layer: string) => ({ source: STREETS, "source-layer": layer });
  return [
    { id: "earth", type: "fill", ...from("earth"), paint: { "fill-color": inks.land } },
    {
      id: "buildings",
      type: "fill",
      minzoom: 14,
      ...from("buildings"),
      paint: { "fill-color": inks.line },
    },
    { id: "water", type: "fill", ...from("water"), paint: { "fill-color": inks.sea } },
    {
      id: "roads",
      type: "line",
      ...from("roads"),
      paint: {
        "line-color": inks.road,
        "line-width": ["interpolate", ["exponential", 1.6], ["zoom"], 6, 0.4, 12, 1.2, 17, 9],
      },
    },
    nameLayer(inks, language),
  ];
}

function nameLayer(inks: Inks, language: string): LayerSpecification {
  const short = language.split("-")[0] ?? language;
  const tags = [...new Set([`name:${language}`, `name:${short}`, "name"])];
  return {
    id: "names",
    type: "symbol",
    source: STREETS,
    "source-layer": "places",
    // Countries stay unnamed, as the land stays without borders.
    filter: ["in", ["get", "kind"], ["literal", ["locality", "neighbourhood", "macrohood"]]],
    layout: {
      "text-field": ["coalesce", ...tags.map((tag) => ["get", tag] as ["get", string])],
      "text-size": 12,
      "text-max-width": 8,
    },
    paint: { "text-color": inks.ink, "text-halo-color": inks.sea, "text-halo-width": 1.5 },
  };
}
