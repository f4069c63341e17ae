/** Whether the server is reached: says since when not, and tries again until it is. */
import { clock, pause } from "./numbers";
import { slot, type Words } from "./words";

export class Reach {
  private since: Date | undefined;
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `words` are the names of what is said without the server, and without any line. */
  constructor(
    private readonly home: HTMLElement,
    private readonly words: Words,
    private readonly said: { lost: string; offline: string },
    private readonly again: () => void,
  ) {
    home.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.closest("[data-do=retry]")) this.retry();
    });
    window.addEventListener("online", () => this.since && this.retry());
    window.addEventListener("offline", () => this.lost());
  }

  lost(now = new Date()): void {
    this.since ??= now;
    this.say(navigator.onLine ? this.said.lost : this.said.offline);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.retry(), pause(this.tries));
    this.tries += 1;
  }

  found(): void {
    clearTimeout(this.timer);
    this.since = undefined;
    this.tries = 0;
    this.home.hidden = true;
  }

  private retry(): void {
    clearTimeout(this.timer);
    this.again();
  }

  private say(name: string): void {
    const time = clock(this.since ?? new Date(), this.words.locale);
    const words = slot(this.home, "reach-words");
    if (words) words.textContent = this.words.get(name, { time });
    this.home.hidden = false;
  }
}
