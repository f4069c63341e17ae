import { Atlas, type Told } from "./atlas";
import { canDraw, drawChart, type Parts } from "./chart";
import { type Box, EURASIA, readBox } from "./projection";
import { Reach } from "./reach";
import { NO_SHIFT, type Shift } from "./shift";
import { afterPaint, comesByItself, isAskedFor, isStill, whenBroughtToLight } from "./start";
import { slot, Words } from "./words";

const TILES_DEEPEST = 16;

/** <cs-map>: the picture of land becomes a map; docs/build/components.md tells its markup. */
class SpacesMap extends HTMLElement {
  private hasBegun = false;

  connectedCallback(): void {
    const show = this.querySelector<HTMLButtonElement>("[data-do=show]");
    if (comesByItself() || isAskedFor(window.location.search) || !show) {
      afterPaint(() => void this.begin());
      return;
    }
    const begin = () => {
      show.hidden = true;
      return this.begin();
    };
    show.hidden = false;
    show.addEventListener("click", () => {
      void begin().then(() => this.querySelector("canvas")?.focus());
    });
    whenBroughtToLight(this, () => void begin());
  }

  private async begin(): Promise<void> {
    if (this.hasBegun) return;
    this.hasBegun = true;
    const words = new Words(this, document.documentElement.lang || "en");
    if (!canDraw()) {
      this.give(words.get("cannot-draw"));
      return;
    }
    this.append(words.part("frame"));
    await this.tryToRun(words);
  }

  /** The parts of the map come over the line like everything else: they may need several tries. */
  private async tryToRun(words: Words): Promise<void> {
    const home = slot(this, "reach") ?? this;
    const reach = new Reach(
      home,
      words,
      { lost: "lost", offline: "offline" },
      () => void attempt(),
    );
    const attempt = async (): Promise<void> => {
      try {
        await this.run(words);
        reach.found();
      } catch {
        reach.lost();
      }
    };
    await attempt();
  }

  private async run(words: Words): Promise<void> {
    const home = slot(this, "canvas");
    if (!home) return;
    home.replaceChildren();
    const asked = readBox(new URLSearchParams(window.location.search).get("box"));
    const map = await drawChart({
      home,
      parts: this.parts(),
      box: asked ?? this.whole,
      language: words.locale,
      title: words.get("title"),
      isStill: isStill(),
    });
    const shift = await this.shift();
    await map.once("load");
    const marks = slot(this, "marks");
    // Inside the drawing's own frame, so that wheel and drag work on squares too.
    if (marks) map.getCanvasContainer().append(marks);
    this.dataset.state = "running";
    new Atlas(this, words, map, shift, this.told());
  }

  private get whole(): Box {
    return readBox(this.dataset.whole) ?? EURASIA;
  }

  private parts(): Parts {
    const { engine = "", worker = "", land = "" } = this.dataset;
    const { streets, streetsKind, streetsDeepest, archive } = this.dataset;
    return { engine, worker, land, streets, streetsKind, streetsDeepest, archive };
  }

  private told(): Told {
    const { tiles = "", page = "", card = "", box = "", tilesDeepest } = this.dataset;
    return {
      ...{ tiles, page, card, box, whole: this.whole, isStill: isStill() },
      tilesDeepest: Number(tilesDeepest ?? TILES_DEEPEST),
      lists: this.named("lists"),
      asks: this.named("asks"),
    };
  }

  private named(attribute: string): string[] {
    return (this.dataset[attribute] ?? "").split(" ").filter(Boolean);
  }

  /** Where the street map is shifted, so are our squares. */
  private async shift(): Promise<Shift> {
    const { shift } = this.dataset;
    if (!shift) return NO_SHIFT;
    return ((await import(shift)) as typeof import("./shift.entry")).shift;
  }

  private give(words: string): void {
    const home = slot(this, "trouble");
    if (!home) return;
    home.textContent = words;
    home.hidden = false;
  }
}

customElements.define("cs-map", SpacesMap);
