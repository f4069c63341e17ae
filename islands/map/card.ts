/** What one chose on the map: the card of a space, or the list of spaces that stand on one point. */
import type { Space } from "./merging";
import { slot, type Words } from "./words";

export interface Addresses {
  /** The page of a space and its card, with `{slug}`. */
  page: string;
  card: string;
}

export class Card {
  private wanted = 0;

  constructor(
    private readonly home: HTMLElement,
    private readonly words: Words,
    private readonly addresses: Addresses,
    private readonly closed: () => void,
  ) {
    home.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.closest("[data-do=close]")) this.close();
    });
  }

  get isOpen(): boolean {
    return !this.home.hidden;
  }

  /** At once with what the map knows; then with what the server tells, if it can be reached. */
  async showSpace(space: Pick<Space, "slug"> & Partial<Space>): Promise<void> {
    const turn = this.begin();
    if (space.name) this.home.replaceChildren(this.shortCard(space.slug, space.name, space.lang));
    const told = await fetchPart(fill(this.addresses.card, space.slug));
    if (told && turn === this.wanted) this.home.replaceChildren(...told);
    this.home.hidden = this.home.childElementCount === 0;
  }

  showSeveral(members: readonly Space[], count: number): void {
    this.begin();
    const part = this.words.part("several");
    const title = slot(part, "title");
    if (title) title.textContent = this.words.count("group-title", count);
    slot(part, "list")?.append(...members.map((one) => this.entry(one)));
    this.home.replaceChildren(part);
  }

  close(): void {
    if (!this.isOpen) return;
    this.wanted += 1;
    this.home.hidden = true;
    this.home.replaceChildren();
    this.closed();
  }

  private begin(): number {
    this.home.hidden = false;
    this.wanted += 1;
    return this.wanted;
  }

  private shortCard(slug: string, name: string, lang: string | undefined): DocumentFragment {
    const part = this.words.part("card");
    const link = part.querySelectorAll<HTMLAnchorElement>("a[data-page]");
    for (const each of link) each.href = fill(this.addresses.page, slug);
    const title = slot(part, "name");
    if (title) this.name(title, name, lang);
    return part;
  }

  private entry({ slug, name, lang }: Space): HTMLLIElement {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = fill(this.addresses.page, slug);
    this.name(link, name, lang);
    item.append(link);
    return item;
  }

  private name(home: HTMLElement, name: string, lang: string | undefined): void {
    home.textContent = name;
    if (lang) home.lang = lang;
  }
}

export function fill(pattern: string, slug: string): string {
  return pattern.replace("{slug}", encodeURIComponent(slug));
}

async function fetchPart(address: string): Promise<Element[] | undefined> {
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) return undefined;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return [...page.body.children];
  } catch {
    return undefined;
  }
}
