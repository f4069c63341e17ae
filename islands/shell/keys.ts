/** What a pressed key asks for, given what has the focus. */
export type Wish = "search" | "close" | "none";

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
}

/** "/" outside a field goes to the search; Escape closes a menu; nothing while composing characters. */
export function wishOf(pressed: Pressed, inField: boolean): Wish {
  if (pressed.isComposing || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return "none";
  if (pressed.key === "Escape") return "close";
  return pressed.key === "/" && !inField ? "search" : "none";
}
