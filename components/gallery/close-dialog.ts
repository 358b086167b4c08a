/** Closes the dialog around an element by itself: only then does the platform give the focus back. */
export function closeDialog(within: Element | null): void {
  within?.closest("dialog")?.close();
}
