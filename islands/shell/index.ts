import { CopyButton } from "./copy";
import { wishOf } from "./keys";
import { Sent } from "./once";
import { fetchWhenReached } from "./refreshing";
import { ReaderTime } from "./time";

const FIELDS = "input, textarea, select, [contenteditable]";

function openMenus(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]")];
}

function closeMenus(except?: Element): void {
  for (const menu of openMenus()) {
    if (except && menu.contains(except)) continue;
    const held = menu.contains(document.activeElement);
    menu.open = false;
    if (held) menu.querySelector("summary")?.focus();
  }
}

function focusSearch(event: KeyboardEvent): void {
  const field = document.querySelector<HTMLInputElement>("input[type=search]");
  if (!field) return;
  event.preventDefault();
  field.focus();
}

document.addEventListener("keydown", (event) => {
  const inField = event.target instanceof Element && event.target.matches(FIELDS);
  const wish = wishOf(event, inField);
  if (wish === "search") focusSearch(event);
  if (wish === "close") closeMenus();
});

document.addEventListener("click", (event) => {
  if (event.target instanceof Element) closeMenus(event.target);
});

const sent = new Sent<HTMLFormElement>();
document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || form.method !== "post") return;
  if (!sent.isFirst(form, Date.now())) event.preventDefault();
});
window.addEventListener("pageshow", () => sent.forget());

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-refreshes]")) {
  fetchWhenReached(form);
}

// After a refused form the reader lands on what is wrong, not on the top of the page.
document.querySelector<HTMLElement>("[data-summary]")?.focus();

customElements.define("cs-copy", CopyButton);
customElements.define("cs-time", ReaderTime);

const worker = document.body.dataset.serviceWorker;
if (worker && "serviceWorker" in navigator) {
  // Private windows and hosts without TLS refuse it; the pages do not depend on it.
  navigator.serviceWorker.register(worker).catch(() => undefined);
}
