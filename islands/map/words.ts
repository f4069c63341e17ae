import { counted } from "./numbers";

/** The words and parts of the page that the server put into `<template>` for this element. */
export class Words {
  constructor(
    private readonly root: HTMLElement,
    readonly locale: string,
  ) {}

  /** `<template data-word="closer">Closer</template>` */
  get(name: string, values: Record<string, string> = {}): string {
    const found = this.root.querySelector<HTMLTemplateElement>(`template[data-word="${name}"]`);
    const words = found?.content.textContent?.trim() ?? "";
    return words.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
  }

  /** `<template data-word="in-view" data-form="one">{n} space in view</template>` and "other". */
  count(name: string, count: number): string {
    const forms = new Map<string, string>();
    const all = this.root.querySelectorAll<HTMLTemplateElement>(`template[data-word="${name}"]`);
    for (const each of all) {
      forms.set(each.dataset.form ?? "other", each.content.textContent?.trim() ?? "");
    }
    return counted(count, forms, this.locale);
  }

  /** A copy of `<template data-part="frame">…</template>`. */
  part(name: string): DocumentFragment {
    const found = this.root.querySelector<HTMLTemplateElement>(`template[data-part="${name}"]`);
    return document.importNode(found?.content ?? document.createDocumentFragment(), true);
  }
}

/** The element with `data-slot="name"` inside another. */
export function slot(root: ParentNode, name: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-slot="${name}"]`);
}
