/** Where letters are typed, or keys have a meaning of their own. */
const TYPING =
  "textarea, select, dialog, [contenteditable], [role=menu], input:not([type=checkbox], [type=radio], [type=range])";

/** Whether a key pressed there is meant for the page. */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.altKey) return false;
  if (document.querySelector("dialog[open]")) return false;
  return !(event.target instanceof Element && event.target.closest(TYPING));
}

/** The take that an event happens on. */
export function takeAt(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest("[data-take]")?.getAttribute("data-take") ?? undefined;
}
