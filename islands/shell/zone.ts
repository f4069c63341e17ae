/** Whether a moment reads differently on the reader's clock than on the clock it was printed for. */
export function differsForReader(stamp: string, moment: Date): boolean {
  const printed = printedOffset(stamp);
  return printed !== undefined && printed !== -moment.getTimezoneOffset();
}

/** Minutes east of Greenwich that an ISO stamp names; undefined when it names a day only. */
export function printedOffset(stamp: string): number | undefined {
  const found = /T.*(?:(Z)|([+-])(\d{2}):?(\d{2}))$/.exec(stamp);
  if (!found) return undefined;
  if (found[1]) return 0;
  const minutes = Number(found[3]) * 60 + Number(found[4]);
  return found[2] === "-" ? -minutes : minutes;
}

/** The moment on the reader's clock; the day is named only when it is another day there. */
export function readerTime(stamp: string, moment: Date, locale: string, zone?: string): string {
  const options: Intl.DateTimeFormatOptions = {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  };
  if (dayIn(moment, zone) !== stamp.slice(0, 10)) {
    Object.assign(options, { weekday: "short", day: "numeric", month: "short" });
  }
  if (zone) options.timeZone = zone;
  return new Intl.DateTimeFormat(locale, options).format(moment);
}

function dayIn(moment: Date, zone?: string): string {
  const options: Intl.DateTimeFormatOptions = { year: "numeric", month: "2-digit", day: "2-digit" };
  if (zone) options.timeZone = zone;
  return new Intl.DateTimeFormat("en-CA", options).format(moment);
}
