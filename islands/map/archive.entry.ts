/*! pmtiles is by Protomaps LLC, under the BSD 3-clause licence. */
// Reads a street map that is one PMTiles file, a part at a time; fetched only where the host has one.
import { PMTiles, Protocol, TileType } from "pmtiles";

export interface Archive {
  isVector: boolean;
  deepest: number;
  /** The function that fetches its tiles, for addresses that begin with `pmtiles:`. */
  fetchTile: Protocol["tile"];
  url: string;
}

export async function openArchive(address: string): Promise<Archive> {
  const whole = new URL(address, document.baseURI).href;
  const file = new PMTiles(whole);
  const protocol = new Protocol();
  protocol.add(file);
  const header = await file.getHeader();
  return {
    isVector: header.tileType === TileType.Mvt,
    deepest: header.maxZoom,
    fetchTile: protocol.tile,
    url: `pmtiles://${whole}`,
  };
}
