import { differsForReader, readerTime } from "./zone";

/** <cs-time data-zone-label="your time"><time datetime="…T09:00+02:00">: adds the reader's own time. */
export class ReaderTime extends HTMLElement {
  connectedCallback(): void {
    const printed = this.querySelector("time");
    if (!printed || this.querySelector("[data-reader]")) return;
    const moment = new Date(printed.dateTime);
    if (Number.isNaN(moment.getTime()) || !differsForReader(printed.dateTime, moment)) return;
    const own = document.createElement("span");
    own.dataset.reader = "";
    own.className = "muted small";
    const locale = document.documentElement.lang || "en";
    own.textContent = ` (${readerTime(printed.dateTime, moment, locale)} ${this.dataset.zoneLabel ?? ""})`;
    this.append(own);
  }
}
