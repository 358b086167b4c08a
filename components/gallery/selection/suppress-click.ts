/** Takes the click that a browser makes of a press that has done something else already. */
export function suppressClick() {
  const take = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", take, { capture: true });
  // The click follows at once, or not at all.
  setTimeout(() => window.removeEventListener("click", take, { capture: true }), 50);
}
