/** Where the arrow leads among `count` suggestions; -1 is the field itself, between last and first. */
export function moved(at: number, by: 1 | -1, count: number): number {
  const places = count + 1;
  return ((at + 1 + by + places) % places) - 1;
}

export type Wish = "next" | "previous" | "take" | "close" | "none";

export interface Pressed {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  isComposing: boolean;
}

/** What a key asks of the list; keys of an input method, which composes characters, are its own. */
export function wishOf(pressed: Pressed, isOpen: boolean, hasChosen: boolean): Wish {
  if (pressed.isComposing || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return "none";
  if (pressed.key === "ArrowDown") return "next";
  if (!isOpen) return "none";
  if (pressed.key === "ArrowUp") return "previous";
  if (pressed.key === "Escape") return "close";
  return pressed.key === "Enter" && hasChosen ? "take" : "none";
}
