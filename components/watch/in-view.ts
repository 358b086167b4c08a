/** The takes that a person can see now. A page marks where it shows some: `data-in-view`, with their ids between spaces. */
export function idsInView(): ReadonlySet<string> {
  if (document.visibilityState !== "visible") return new Set();
  const places = Array.from(document.querySelectorAll<HTMLElement>("[data-in-view]"));
  return new Set(places.filter(isShown).flatMap(({ dataset }) => dataset.inView?.split(" ") ?? []));
}

/** On a phone, the panels of the studio that are not chosen are in the document too. */
function isShown(place: HTMLElement): boolean {
  return place.getClientRects().length > 0;
}
