const CODE = /^\/([a-z]{2,3}(?:-[a-z0-9]+)*)\//;

/** The offline page in the language of the page that was asked for, as far as its address tells. */
export function offlineAddress(path: string, kept: readonly string[]): string | undefined {
  const code = CODE.exec(path)?.[1];
  const wanted = code ? `/${code}/offline/` : "";
  return kept.includes(wanted) ? wanted : kept[0];
}

/** The offline pages of the languages that the worker was registered with (`?languages=en,es`). */
export function offlinePages(search: string): string[] {
  const codes = new URLSearchParams(search).get("languages") ?? "";
  return codes
    .split(",")
    .filter(Boolean)
    .map((code) => `/${code}/offline/`);
}

/** The style sheets a page links, as the server named them. */
export function stylesOf(html: string): string[] {
  const links = html.matchAll(/<link rel="stylesheet" href="([^"]+\.css)"/g);
  return [...links].map((found) => found[1] ?? "");
}
