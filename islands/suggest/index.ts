import { moved, wishOf } from "./moving";

const REST_MS = 150; // of the fingers, before the server is asked
const MOST_KEPT = 40;

/**
 * <cs-suggest data-from="address">: a field of words, a list box and a status, all in the page.
 *
 * The server writes the suggestions; without them, and without script, the form around does it all.
 */
class Suggest extends HTMLElement {
  private readonly kept = new Map<string, string>();
  private field: HTMLInputElement | null = null;
  private list: HTMLElement | null = null;
  private said: HTMLElement | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: AbortController | undefined;
  private at = -1;

  connectedCallback(): void {
    this.field = this.querySelector("input");
    this.list = this.querySelector("[role=listbox]");
    this.said = this.querySelector("[role=status]");
    const { field, list } = this;
    if (!field || !list) return;
    const told = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false" };
    for (const [name, value] of Object.entries(told)) field.setAttribute(name, value);
    field.setAttribute("aria-controls", list.id);
    field.addEventListener("input", (event) => this.typed(event as InputEvent));
    field.addEventListener("compositionend", () => this.soon());
    field.addEventListener("keydown", (event) => this.pressed(event));
    field.addEventListener("blur", () => this.close());
    field.form?.addEventListener("submit", () => this.close());
    // The field keeps the focus while a suggestion is pressed, or the list would close under it.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  private get options(): HTMLElement[] {
    return [...(this.list?.querySelectorAll<HTMLElement>("[role=option]") ?? [])];
  }

  private get isOpen(): boolean {
    return this.list?.hidden === false;
  }

  private typed(event: InputEvent): void {
    if (!event.isComposing) this.soon();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.running?.abort();
    this.timer = setTimeout(() => void this.ask(), REST_MS);
  }

  /** Nothing comes where the server cannot be reached: the form still asks in its own way. */
  private async ask(): Promise<void> {
    const words = this.field?.value.trim() ?? "";
    if (!words) {
      this.close();
      return;
    }
    this.running = new AbortController();
    const { signal } = this.running;
    try {
      const answer = this.kept.get(words) ?? (await this.fetched(words, signal));
      if (!signal.aborted) this.show(answer);
    } catch {
      if (!signal.aborted) this.close();
    }
  }

  private async fetched(words: string, signal: AbortSignal): Promise<string> {
    const address = `${this.dataset.from}?q=${encodeURIComponent(words)}`;
    const answer = await fetch(address, { signal });
    if (!answer.ok) return "";
    const text = await answer.text();
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(words, text);
    return text;
  }

  private show(answer: string): void {
    if (!this.list || document.activeElement !== this.field) return;
    this.list.innerHTML = answer; // written by our own server, which escapes what people wrote
    const told = this.list.querySelector<HTMLElement>("[data-said]");
    if (!told) {
      this.close();
      return;
    }
    this.choose(-1);
    this.list.hidden = false;
    this.list.scrollTop = 0;
    this.field?.setAttribute("aria-expanded", "true");
    if (this.said) this.said.textContent = told.dataset.said ?? "";
  }

  private close(): void {
    clearTimeout(this.timer);
    this.running?.abort();
    if (this.list) this.list.hidden = true;
    this.choose(-1);
    this.field?.setAttribute("aria-expanded", "false");
    if (this.said) this.said.textContent = "";
  }

  private pressed(event: KeyboardEvent): void {
    const wish = wishOf(event, this.isOpen, this.at >= 0);
    if (wish === "none") return;
    event.preventDefault();
    if (wish === "close") this.close();
    else if (wish === "take") this.options[this.at]?.click();
    else if (this.isOpen)
      this.choose(moved(this.at, wish === "next" ? 1 : -1, this.options.length));
    else void this.ask();
  }

  /** The focus stays in the field; the chosen suggestion is named to those who listen. */
  private choose(at: number): void {
    this.at = at;
    for (const [number, option] of this.options.entries()) {
      option.setAttribute("aria-selected", String(number === at));
    }
    const chosen = this.options[at];
    if (chosen) {
      this.field?.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else this.field?.removeAttribute("aria-activedescendant");
  }
}

customElements.define("cs-suggest", Suggest);
