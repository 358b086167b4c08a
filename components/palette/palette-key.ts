/**
 * ⌘K, and Ctrl+K but on a Mac, where that deletes to the end of a line. Where the layout writes another script, the key at K's
 * place.
 */
export function isPaletteKey(event: KeyboardEvent): boolean {
  const { key, code, metaKey, ctrlKey, shiftKey, altKey, isComposing } = event;
  const isK = key.toLowerCase() === "k" || (code === "KeyK" && key > "\x7f");
  const hasModifier = metaKey || (ctrlKey && !isAppleKeyboard());
  return isK && hasModifier && !shiftKey && !altKey && !isComposing;
}

export function isAppleKeyboard(): boolean {
  return /^(Mac|iP)/.test(navigator.platform);
}
