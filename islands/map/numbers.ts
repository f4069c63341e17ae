/** Counts in the reader's habit, short enough for a square. */

export function shortCount(count: number, locale: string): string {
  if (count < 1000) return String(count);
  const digits = count < 10_000 ? 1 : 0;
  const shape = new Intl.NumberFormat(locale, {
    notation: "compact",
    maximumFractionDigits: digits,
    roundingMode: "trunc",
  } as Intl.NumberFormatOptions);
  // "21k" as people write it; a capital K is a temperature.
  return shape.format(count).replace(/(\d)K$/, "$1k");
}

/** Words with their number in place: `{n}` in the form the language asks for, else in "other". */
export function counted(count: number, forms: ReadonlyMap<string, string>, locale: string): string {
  const form = new Intl.PluralRules(locale).select(count);
  const words = forms.get(form) ?? forms.get("other") ?? "{n}";
  return words.replace("{n}", new Intl.NumberFormat(locale).format(count));
}

/** The hour of a moment, as the reader's language writes it. */
export function clock(moment: Date, locale: string, zone?: string): string {
  const options: Intl.DateTimeFormatOptions = {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  };
  return new Intl.DateTimeFormat(locale, zone ? { ...options, timeZone: zone } : options).format(
    moment,
  );
}

/** Milliseconds until the next try: 5, 10, 20, then 30 seconds. */
export function pause(tries: number): number {
  return Math.min(5000 * 2 ** tries, 30_000);
}
