const SAID_FOR_MS = 4000;

/** <cs-copy data-label="Copy" data-done="Copied"><code>…</code></cs-copy>: adds a button that copies. */
export class CopyButton extends HTMLElement {
  connectedCallback(): void {
    if (!navigator.clipboard || this.querySelector("[data-copy]")) return;
    const text = this.textContent?.trim() ?? "";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-quiet";
    button.dataset.copy = "";
    button.textContent = this.dataset.label ?? "";
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    said.className = "small muted";
    button.addEventListener("click", () => void this.copy(text, said));
    this.classList.add("copy");
    this.append(button, said);
  }

  private async copy(text: string, said: HTMLElement): Promise<void> {
    await navigator.clipboard.writeText(text);
    said.textContent = this.dataset.done ?? "";
    setTimeout(() => {
      said.textContent = "";
    }, SAID_FOR_MS);
  }
}
