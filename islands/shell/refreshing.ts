/**
 * What refreshes part of a page is fetched when a reader reaches for that part, not before.
 *
 * `<form data-refreshes="address of the script">`, and `data-refreshed` on what belongs to it.
 */
const REACHED = ["pointerover", "pointerdown", "focusin", "change"];

export function fetchWhenReached(form: HTMLFormElement): void {
  let isHere = false;
  let hasChanged = false;
  const isIn = (event: Event, part: string) =>
    event.target instanceof Element && event.target.closest(part) !== null;

  const reached = (event: Event) => {
    if (!isIn(event, "[data-refreshes], [data-refreshed]")) return;
    for (const kind of REACHED) document.removeEventListener(kind, reached);
    const script = document.createElement("script");
    script.src = form.dataset.refreshes ?? "";
    script.addEventListener("load", () => {
      isHere = true;
      // After the script's own beginning, which waits as long: what was chosen meanwhile counts.
      setTimeout(() => hasChanged && form.requestSubmit());
    });
    document.head.append(script);
  };
  for (const kind of REACHED) document.addEventListener(kind, reached, { passive: true });
  document.addEventListener("change", (event) => {
    if (!isHere && isIn(event, "[data-refreshed]")) hasChanged = true;
  });
  // An address that the script made before this page was read anew: it would do the same.
  window.addEventListener("popstate", ({ state }) => {
    if (!isHere && (state as { htmx?: boolean } | null)?.htmx) window.location.reload();
  });
}
