/** The list beside the map: a row and its square light up together. */
import type { Mark } from "./merging";
import { keyOf } from "./merging";
import type { Place } from "./projection";

export interface Row {
  slug: string;
  /** Where the row says its space is: `data-at="39.47,-0.38"`, latitude first. */
  place: Place | undefined;
}

/** Rows are `[data-slug]` inside the elements whose ids the map was told. */
export class Mirror {
  constructor(
    private readonly lists: readonly string[],
    private readonly light: (row: Row | undefined) => void,
  ) {
    for (const kind of ["pointerover", "focusin"]) {
      document.addEventListener(kind, (event) => this.entered(event));
    }
  }

  get rows(): HTMLElement[] {
    const inside = this.lists.map((id) => `#${CSS.escape(id)} [data-slug]`).join(",");
    return inside ? [...document.querySelectorAll<HTMLElement>(inside)] : [];
  }

  /** The box "w,s,e,n" of all that the list was asked for, where the list tells it. */
  get whole(): string | undefined {
    return this.told("whole");
  }

  /** The question that the list answers, as the end of an address, where the list tells it. */
  get asked(): string | undefined {
    return this.told("asked");
  }

  private told(name: string): string | undefined {
    const said = this.lists.map((id) => document.getElementById(id)?.dataset[name]);
    return said.find((words) => words !== undefined);
  }

  private lit: HTMLElement | undefined;

  private entered(event: Event): void {
    const target = event.target instanceof Element ? event.target : undefined;
    const found = target?.closest<HTMLElement>("[data-slug]");
    const row = found && this.rows.includes(found) ? found : undefined;
    if (row === this.lit) return;
    this.lit = row;
    this.light(row ? rowOf(row) : undefined);
  }

  /** Light the rows that a square stands for. */
  show(mark: Mark | undefined, zoom: number, toMap: (place: Place) => Place): void {
    const slugs = new Set(mark?.members.map(({ slug }) => slug));
    for (const each of this.rows) {
      const { slug, place } = rowOf(each);
      const isHeld = place && mark && keyOf(toMap(place), zoom) === mark.key;
      each.classList.toggle("is-lit", slugs.has(slug) || Boolean(isHeld));
    }
  }

  /** The row of the space whose card is open. */
  press(slug: string | undefined): void {
    for (const each of this.rows) {
      if (each.dataset.slug === slug) each.setAttribute("aria-current", "true");
      else each.removeAttribute("aria-current");
    }
  }

  /** The order of the list, so that squares are walked in it. */
  ranks(): Map<string, number> {
    return new Map(this.rows.map((row, at) => [row.dataset.slug ?? "", at]));
  }
}

export function rowOf(row: HTMLElement): Row {
  return { slug: row.dataset.slug ?? "", place: placeFrom(row.dataset.at) };
}

export function placeFrom(text: string | undefined): Place | undefined {
  const [lat, lon] = (text ?? "").split(",").map((part) => (part ? Number(part) : Number.NaN));
  if (lat === undefined || lon === undefined) return undefined;
  return Number.isFinite(lat) && Number.isFinite(lon) ? { lon, lat } : undefined;
}

/** Squares in the order of the list, then as one reads: from north to south, west to east. */
export function inReadingOrder(marks: readonly Mark[], ranks: ReadonlyMap<string, number>): Mark[] {
  const rank = ({ members }: Mark) =>
    Math.min(...members.map(({ slug }) => ranks.get(slug) ?? ranks.size), ranks.size);
  return [...marks].sort(
    (one, other) =>
      rank(one) - rank(other) || other.at.lat - one.at.lat || one.at.lon - other.at.lon,
  );
}
