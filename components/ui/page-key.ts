/** Whether a key is the page's: not of a text, a control or a dialog, and not one of several. */
export function isPageKey({ target, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  const isTaken = target instanceof Element && target.closest("input, textarea, select, dialog, [contenteditable]");
  return !isTaken && !ctrlKey && !metaKey && !altKey && !isComposing;
}
