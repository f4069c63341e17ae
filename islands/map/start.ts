/** When a map may begin: after the first paint on wide screens, when asked to on narrow ones. */

const WIDE = "(min-width: 60.01rem)";

interface Line {
  saveData?: boolean;
}

/** Whether the map comes by itself; never for readers who pay for every byte. */
export function comesByItself(): boolean {
  const { connection } = navigator as Navigator & { connection?: Line };
  return window.matchMedia(WIDE).matches && connection?.saveData !== true;
}

/** Whether the address asks for the map, as it does after a tap on “Map”. */
export function isAskedFor(search: string): boolean {
  return new URLSearchParams(search).get("view") === "map";
}

export function isStill(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** After everything else of the page, when there is a quiet moment. */
export function afterPaint(begin: () => void): void {
  const quiet = () =>
    "requestIdleCallback" in window
      ? window.requestIdleCallback(begin, { timeout: 2000 })
      : setTimeout(begin, 200);
  if (document.readyState === "complete") quiet();
  else window.addEventListener("load", quiet, { once: true });
}

/** When a reader brings to light what was not drawn so far: an opened part, a turned screen. */
export function whenBroughtToLight(element: Element, begin: () => void): void {
  if (element.clientHeight > 0) return;
  const watch = new ResizeObserver(() => {
    if (element.clientHeight === 0) return;
    watch.disconnect();
    begin();
  });
  watch.observe(element);
}
