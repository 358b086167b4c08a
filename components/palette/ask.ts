/** On the window, when the palette is asked for. */
export const PALETTE_EVENT = "dailies:palette";

export function askForPalette(): void {
  window.dispatchEvent(new Event(PALETTE_EVENT));
}
