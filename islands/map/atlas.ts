/** The running map: a view, its squares, the card, and the list beside it. */
import type { Map as Engine } from "maplibre-gl";
import { Card } from "./card";
import { centreOf, corners, padding, viewOf } from "./chart";
import { Following } from "./follow";
import { insideOf, isOnePoint, membersOf } from "./group";
import { Marks } from "./marks";
import { keyOf, type Mark, merge } from "./merging";
import { inReadingOrder, Mirror, type Row } from "./mirror";
import {
  type Box,
  boxRound,
  clamp,
  EURASIA,
  nearest,
  type Place,
  type Point,
  readBox,
  tileCover,
} from "./projection";
import { Reach } from "./reach";
import type { Shift } from "./shift";
import { STREETS } from "./style";
import { type Answer, askServer, questionOf, Tiles } from "./tiles";
import { slot, type Words } from "./words";

export interface Told {
  tiles: string;
  tilesDeepest: number;
  page: string;
  card: string;
  box: string;
  /** Names of parameters that the data understands. */
  asks: readonly string[];
  lists: readonly string[];
  whole: Box;
  isStill: boolean;
}

const WANDER_PX = 160;
const WAYS: Record<string, [number, number]> = {
  ArrowLeft: [-WANDER_PX, 0],
  ArrowRight: [WANDER_PX, 0],
  ArrowUp: [0, -WANDER_PX],
  ArrowDown: [0, WANDER_PX],
};

export class Atlas {
  private readonly tiles: Tiles;
  private readonly marks: Marks;
  private readonly card: Card;
  private readonly mirror: Mirror;
  private readonly following: Following;
  private readonly reach: Reach;
  private readonly project = (place: Place): Point => this.map.project(this.onThisSide(place));
  private picked: string | undefined;
  private asked = "";

  constructor(
    private readonly host: HTMLElement,
    private readonly words: Words,
    private readonly map: Engine,
    private readonly shift: Shift,
    private readonly told: Told,
  ) {
    const part = (name: string) => slot(host, name) ?? document.createElement("div");
    this.tiles = new Tiles(told.tiles, askServer);
    this.marks = new Marks(part("marks"), words, {
      choose: (mark) => this.choose(mark),
      light: (mark) => this.mirror.show(mark, map.getZoom(), shift.toMap),
      wander: (key) => map.panBy(WAYS[key] ?? [0, 0], this.pace),
    });
    this.card = new Card(part("card"), words, told, () => this.unpick());
    this.mirror = new Mirror(told.lists, (row) => this.lightRow(row));
    this.reach = new Reach(part("reach"), words, { lost: "lost", offline: "offline" }, () =>
      this.refresh(),
    );
    this.following = new Following(
      told.lists,
      () => this.mirror.press(this.picked),
      () => this.reach.lost(),
    );
    this.listen();
    void this.refresh().then(() => this.pickFromAddress());
  }

  private get question(): string {
    return this.mirror.asked ?? questionOf(window.location.search, this.told.asks);
  }

  private get pace(): { duration: number } {
    return { duration: this.told.isStill ? 0 : 300 };
  }

  private get follow(): HTMLInputElement | null {
    return this.host.querySelector<HTMLInputElement>("input[data-follow]");
  }

  // ---- hearing ----

  private listen(): void {
    this.map.on("move", () => this.marks.place(this.project));
    this.map.on("resize", () => this.resized());
    this.map.on("moveend", () => this.moved());
    this.host.addEventListener("keydown", (event) => this.zoomed(event), { capture: true });
    this.host.addEventListener("keydown", (event) => this.pressed(event));
    this.host.addEventListener("click", (event) => this.clicked(event));
    this.follow?.addEventListener("change", () => {
      void this.following.now(this.follow?.checked ? this.view() : undefined);
    });
    for (const renewed of ["popstate", "htmx:after:swap", "htmx:after:history:update"]) {
      window.addEventListener(renewed, () => this.askedAnew());
    }
    this.listenForStreets();
  }

  private listenForStreets(): void {
    const home = slot(this.host, "reach-streets");
    if (!home || !this.map.getSource(STREETS)) return;
    const said = { lost: "streets-lost", offline: "offline" };
    const reach = new Reach(home, this.words, said, () => this.map.refreshTiles(STREETS));
    this.map.on("error", (event) => {
      if ("sourceId" in event && event.sourceId === STREETS) reach.lost();
    });
    this.map.on("sourcedata", (event) => {
      if (event.sourceId === STREETS && event.isSourceLoaded && event.tile) reach.found();
    });
  }

  private pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") this.card.close();
  }

  /** Before the engine hears of it: it has a step of its own, and two steps would race. */
  private zoomed(event: KeyboardEvent): void {
    const isCloser = event.key === "+" || event.key === "=";
    if (event.altKey || event.ctrlKey || event.metaKey || !(isCloser || event.key === "-")) return;
    event.preventDefault();
    event.stopPropagation();
    if (isCloser) this.map.zoomIn(this.pace);
    else this.map.zoomOut(this.pace);
  }

  private clicked(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target.closest("[data-do]") : null;
    const wish = target instanceof HTMLElement ? target.dataset.do : "";
    if (wish === "closer") this.map.zoomIn(this.pace);
    if (wish === "wider") this.map.zoomOut(this.pace);
    if (wish === "all") this.look(this.told.whole);
  }

  /** The page asks something else: other squares, and a view that holds them all. */
  private askedAnew(): void {
    this.mirror.press(this.picked);
    const isNew = this.question !== this.asked;
    const whole = readBox(this.mirror.whole);
    if (this.mirror.whole !== undefined) this.told.whole = whole ?? EURASIA;
    if (isNew && whole && !new URLSearchParams(window.location.search).has("box")) {
      this.look(whole);
    }
    void this.refresh();
  }

  private isResizing = false;

  /** The engine tells a move in the same breath; a turned phone is no question about a place. */
  private resized(): void {
    this.isResizing = true;
    queueMicrotask(() => {
      this.isResizing = false;
    });
  }

  private moved(): void {
    void this.refresh();
    if (this.follow?.checked && !this.isResizing) this.following.soon(this.view());
  }

  // ---- looking ----

  /** What is in view, in WGS 84, whatever system the map is drawn in. */
  private view(): Box {
    const [west, south, east, north] = viewOf(this.map);
    const low = this.shift.fromMap({ lon: west, lat: south });
    const high = this.shift.fromMap({ lon: east, lat: north });
    return [low.lon, low.lat, high.lon, high.lat];
  }

  private look(box: Box): void {
    const room = padding(this.map.getContainer());
    this.map.fitBounds(corners(box), { padding: room, maxZoom: 15, ...this.pace });
  }

  private onThisSide({ lon, lat }: Place): [number, number] {
    return [nearest(lon, centreOf(this.map).lon), lat];
  }

  private async refresh(): Promise<void> {
    this.asked = this.question;
    this.tiles.about(this.asked);
    const zoom = clamp(Math.floor(this.map.getZoom()), 0, this.told.tilesDeepest);
    const cover = tileCover(this.view(), zoom);
    try {
      await this.tiles.want(cover);
      this.reach.found();
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      this.reach.lost();
    }
    this.draw(this.tiles.read(cover));
  }

  private draw({ spaces, cells, exact }: Answer): void {
    const groups = cells.map((one) => this.here(one));
    const marks = merge(
      spaces.map((one) => this.here(one)),
      groups,
      this.map.getZoom(),
    );
    this.marks.show(inReadingOrder(marks, this.mirror.ranks()), this.project);
    this.marks.press(this.picked);
    const status = slot(this.host, "status");
    const count = this.countInView(marks);
    if (status) status.textContent = this.words.count(exact ? "in-view" : "about-in-view", count);
  }

  /** Where the map shows a place. */
  private here<T extends Place>(one: T): T {
    return { ...one, ...this.shift.toMap(one) };
  }

  private countInView(marks: readonly Mark[]): number {
    const { clientWidth, clientHeight } = this.map.getContainer();
    const inView = marks.filter(({ at }) => {
      const { x, y } = this.project(at);
      return x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight;
    });
    return inView.reduce((sum, { count }) => sum + count, 0);
  }

  private lightRow(row: Row | undefined): void {
    const place = row?.place && this.shift.toMap(row.place);
    const key = place && keyOf(place, this.map.getZoom());
    this.marks.lightUp(row && this.marks.holding(row.slug, key));
  }

  // ---- choosing ----

  private choose(mark: Mark): void {
    if (mark.space) this.pick(mark.space);
    else void this.open(mark);
  }

  private pick(space: { slug: string; name?: string; lang?: string }): void {
    this.picked = space.slug;
    this.marks.press(space.slug);
    this.mirror.press(space.slug);
    this.tell(space.slug);
    void this.card.showSpace(space);
  }

  private unpick(): void {
    const before = this.picked;
    this.picked = undefined;
    this.marks.press(undefined);
    this.mirror.press(undefined);
    this.tell(undefined);
    if (before) this.marks.focus(before);
  }

  /** A group opens to the box of what it holds; one that no zoom would part opens as a list. */
  private async open(mark: Mark): Promise<void> {
    const told = await membersOf(mark, this.told.box, this.question);
    const members = mark.cells.length ? told?.map((one) => this.here(one)) : told;
    const [zoom, deepest] = [this.map.getZoom(), this.map.getMaxZoom()];
    if (members?.length && isOnePoint(mark, members, zoom, deepest)) {
      this.card.showSeveral(members, mark.count);
      return;
    }
    const box = boxRound(insideOf(mark, members));
    const room = padding(this.map.getContainer());
    const camera = box && this.map.cameraForBounds(corners(box), { padding: room, maxZoom: 15 });
    // Always nearer by a whole step at least.
    const isNearer = camera?.zoom !== undefined && camera.zoom >= zoom + 1;
    if (camera && isNearer) this.map.easeTo({ ...camera, ...this.pace });
    else this.map.easeTo({ center: this.onThisSide(mark.at), zoom: zoom + 1, ...this.pace });
  }

  /** `at=` of the address is the space whose card is open. */
  private tell(slug: string | undefined): void {
    const url = new URL(window.location.href);
    url.searchParams.delete("at");
    if (slug) url.searchParams.set("at", slug);
    history.replaceState(history.state, "", url);
  }

  private pickFromAddress(): void {
    const slug = new URLSearchParams(window.location.search).get("at");
    if (slug) this.pick(this.marks.holding(slug)?.space ?? { slug });
  }
}
