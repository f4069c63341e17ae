/** "List follows the map": the box of the view becomes the page's question, and the list its answer. */
import { type Box, boxText } from "./projection";

const REST_MS = 300; // of the map, before the list is asked

/** The page's address with another box; it begins at its first page again. */
export function addressWith(address: string, box: Box | undefined): string {
  const url = new URL(address);
  url.searchParams.delete("page");
  url.searchParams.delete("box");
  const query = url.searchParams.toString();
  const told = box ? `box=${boxText(box)}` : "";
  url.search = [query, told].filter(Boolean).join("&");
  return url.href;
}

export class Following {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: AbortController | undefined;

  /** `parts` are ids of elements that the page draws anew for another box. */
  constructor(
    private readonly parts: readonly string[],
    private readonly renewed: () => void,
    private readonly failed: () => void,
  ) {}

  soon(box: Box): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(box), REST_MS);
  }

  async now(box: Box | undefined): Promise<void> {
    clearTimeout(this.timer);
    const address = addressWith(window.location.href, box);
    history.replaceState(history.state, "", address);
    this.running?.abort();
    this.running = new AbortController();
    this.busy(true);
    try {
      await this.renew(address, this.running.signal);
      this.busy(false);
      this.renewed();
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      this.busy(false);
      this.failed();
    }
  }

  /** Old results stay until new ones are here. */
  private async renew(address: string, signal: AbortSignal): Promise<void> {
    const answer = await fetch(address, { signal, headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of this.parts) {
      const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
      if (old && fresh) old.replaceWith(document.adoptNode(fresh));
    }
  }

  private busy(isBusy: boolean): void {
    for (const id of this.parts) {
      document.getElementById(id)?.setAttribute("aria-busy", String(isBusy));
    }
  }
}
