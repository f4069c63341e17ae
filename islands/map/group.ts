/** Opening a group: who is in it, and whether zooming in would part them. */
import { canPart, cornersOf, type Mark, type Space } from "./merging";
import { type Box, boxRound, boxText, type Place } from "./projection";

const MOST_ASKED = 100; // as many as the server tells of a box

interface Feature {
  geometry?: { coordinates?: [number, number] } | null;
  properties?: Partial<Space>;
}

/** All spaces of a group, asked of the server where the map knows only their number. */
export async function membersOf(
  mark: Mark,
  address: string,
  question: string,
): Promise<Space[] | undefined> {
  if (!mark.cells.length) return mark.members;
  const box = boxRound(cornersOf(mark));
  if (!box || mark.count > MOST_ASKED) return undefined;
  try {
    const answer = await fetch(boxAddress(address, question, box));
    if (!answer.ok) return undefined;
    const { features = [] } = (await answer.json()) as { features?: Feature[] };
    return features.flatMap((feature) => spaceOf(feature) ?? []);
  } catch {
    return undefined;
  }
}

export function boxAddress(address: string, question: string, box: Box): string {
  return `${address}?${[question, `box=${boxText(box)}`].filter(Boolean).join("&")}`;
}

export function spaceOf({ geometry, properties }: Feature): Space | undefined {
  const [lon, lat] = geometry?.coordinates ?? [];
  const { slug, name, lang, mark = "" } = properties ?? {};
  if (!slug || !name || lon === undefined || lat === undefined) return undefined;
  return { slug, name, lon, lat, mark, ...(lang ? { lang } : {}) };
}

/** What a view that opens the group has to hold. */
export function insideOf(mark: Mark, members: readonly Space[] | undefined): Place[] {
  return members?.length ? [...members] : cornersOf(mark);
}

/** Whether a group is better listed than zoomed into. */
export function isOnePoint(
  mark: Mark,
  members: readonly Space[] | undefined,
  zoom: number,
  deepest: number,
): boolean {
  return zoom >= deepest - 0.01 || !canPart(insideOf(mark, members));
}
