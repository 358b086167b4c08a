/** Whether a key is the page's: not of a text or a control, not one of several, and not while a dialog lies over the page. */
export function isPageKey({ target, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  const isTaken = target instanceof Element && target.closest("input, textarea, select, dialog, [contenteditable]");
  return !isTaken && !document.querySelector("dialog[open]") && !ctrlKey && !metaKey && !altKey && !isComposing;
}
