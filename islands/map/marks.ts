/** The squares on the map: real buttons over the drawing, one tab stop for all of them. */
import { sidesOf } from "./labels";
import { type Mark, SIZES } from "./merging";
import { shortCount } from "./numbers";
import type { Place, Point } from "./projection";
import { directionOf, nextIn } from "./walking";
import type { Words } from "./words";

/** Where a place stands in the view, in pixels. */
export type Project = (place: Place) => Point;

export interface Wishes {
  choose(mark: Mark): void;
  light(mark: Mark | undefined): void;
  /** Nothing lies ahead: the view itself goes there. */
  wander(key: string): void;
}

interface Shown {
  mark: Mark;
  button: HTMLButtonElement;
}

export class Marks {
  private shown = new Map<string, Shown>();
  private order: Shown[] = [];

  constructor(
    private readonly home: HTMLElement,
    private readonly words: Words,
    private readonly wishes: Wishes,
  ) {
    home.addEventListener("click", (event) => this.with(event, (one) => wishes.choose(one.mark)));
    home.addEventListener("keydown", (event) => this.walk(event));
    home.addEventListener("focusin", (event) => this.with(event, (one) => this.stopAt(one)));
    home.addEventListener("pointerover", (event) =>
      this.with(event, (one) => wishes.light(one.mark)),
    );
    for (const leaving of ["pointerout", "focusout"]) {
      home.addEventListener(leaving, () => wishes.light(undefined));
    }
  }

  get all(): Mark[] {
    return this.order.map(({ mark }) => mark);
  }

  /** Show these squares, in this order; a square that stays keeps its button and the focus. */
  show(marks: readonly Mark[], project: Project): void {
    const focused = this.order.find(({ button }) => button === document.activeElement);
    const before = this.shown;
    this.shown = new Map();
    this.order = marks.map((mark) => this.buttonFor(mark, before));
    for (const [name, { button }] of before) if (!this.shown.has(name)) button.remove();
    this.arrange();
    this.place(project);
    this.label(project);
    if (focused) this.refocus(focused, project);
    if (!this.order.some(({ button }) => button.tabIndex === 0)) this.stopAt(this.order[0]);
  }

  /** Only what stands in the wrong place is moved: a moved button loses the focus. */
  private arrange(): void {
    this.order.forEach(({ button }, at) => {
      const there = this.home.children[at];
      if (there !== button) this.home.insertBefore(button, there ?? null);
    });
  }

  place(project: Project): void {
    for (const { mark, button } of this.order) {
      const { x, y } = project(mark.at);
      button.style.translate = `${x}px ${y}px`;
    }
  }

  /** Names are drawn where there is room; the others wait for a pointer or the focus. */
  private label(project: Project): void {
    const { clientWidth, clientHeight } = this.home;
    const sides = sidesOf(
      this.order.map(({ mark, button }) => {
        const label = button.querySelector<HTMLElement>(".map-label");
        const half = (mark.space ? SIZES.single : SIZES.group) / 2;
        const [width, height] = [label?.offsetWidth ?? 0, label?.offsetHeight ?? 0];
        return { ...project(mark.at), half, width, height };
      }),
      clientWidth,
      clientHeight,
    );
    this.order.forEach(({ button }, at) => {
      button.classList.toggle("is-told", sides[at] !== undefined);
      button.classList.toggle("is-west", sides[at] === "west");
    });
  }

  /** The square that holds a space: by its address, or by the name of its cell of the grid. */
  holding(slug: string, key?: string): Mark | undefined {
    const known = this.all.find(({ members }) => members.some((each) => each.slug === slug));
    return known ?? this.all.find((mark) => mark.key === key);
  }

  press(slug: string | undefined): void {
    for (const { mark, button } of this.order) {
      const isPressed = slug !== undefined && mark.members.some((each) => each.slug === slug);
      button.classList.toggle("is-picked", isPressed);
      if (mark.space) button.setAttribute("aria-pressed", String(isPressed));
    }
  }

  lightUp(lit: Mark | undefined): void {
    for (const { mark, button } of this.order) button.classList.toggle("is-lit", mark === lit);
  }

  focus(slug: string): void {
    this.order.find(({ mark }) => mark.members.some((one) => one.slug === slug))?.button.focus();
  }

  private buttonFor(mark: Mark, before: ReadonlyMap<string, Shown>): Shown {
    const name = mark.space ? `space ${mark.space.slug}` : `group ${mark.key} ${mark.count}`;
    const shown = { mark, button: before.get(name)?.button ?? this.draw(mark) };
    this.shown.set(name, shown);
    return shown;
  }

  private draw(mark: Mark): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.tabIndex = -1;
    button.className = "map-mark";
    if (mark.space) this.drawSpace(button, mark.space);
    else this.drawGroup(button, mark.count);
    return button;
  }

  private drawSpace(button: HTMLButtonElement, space: NonNullable<Mark["space"]>): void {
    button.dataset.slug = space.slug;
    button.setAttribute("aria-pressed", "false");
    const label = span("map-label", "");
    label.append(span("", space.name, space.lang));
    if (space.own_name) label.append(" ", span("map-label-own", space.own_name, space.own_lang));
    button.append(label, this.words.part(`mark-${space.mark || "city"}`));
  }

  private drawGroup(button: HTMLButtonElement, count: number): void {
    button.classList.add("map-group");
    const number = span("map-count", shortCount(count, this.words.locale));
    number.setAttribute("aria-hidden", "true");
    button.append(number, span("vh", this.words.count("group", count)));
  }

  private with(event: Event, act: (one: Shown) => void): void {
    const target = event.target instanceof Element ? event.target.closest("button") : null;
    const one = this.order.find(({ button }) => button === target);
    if (one) act(one);
  }

  private stopAt(one: Shown | undefined): void {
    for (const { button } of this.order) button.tabIndex = button === one?.button ? 0 : -1;
    if (one && one.button === document.activeElement) this.wishes.light(one.mark);
  }

  private walk(event: KeyboardEvent): void {
    const direction = directionOf(event.key);
    if (!direction || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const points = this.order.map(({ button }) => {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    });
    const at = this.order.findIndex(({ button }) => button === document.activeElement);
    const next = nextIn(points, at, direction);
    if (next === undefined) this.wishes.wander(event.key);
    else this.order[next]?.button.focus();
  }

  /** A square that was opened or merged away leaves the focus to the one nearest to its place. */
  private refocus(gone: Shown, project: Project): void {
    if (gone.button === document.activeElement) return;
    const kept = this.order.find(({ button }) => button === gone.button);
    const from = project(gone.mark.at);
    const far = ({ mark }: Shown) => {
      const { x, y } = project(mark.at);
      return Math.hypot(x - from.x, y - from.y);
    };
    const nearest = kept ?? [...this.order].sort((one, other) => far(one) - far(other))[0];
    nearest?.button.focus({ preventScroll: true });
  }
}

function span(css: string, text: string, lang?: string): HTMLSpanElement {
  const made = document.createElement("span");
  if (css) made.className = css;
  if (lang) made.lang = lang;
  made.textContent = text;
  return made;
}
