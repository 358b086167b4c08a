/** Takes the click that a browser makes of a press that has done something else already. */
export function suppressClick() {
  const take = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const end = () => {
    window.removeEventListener("click", take, { capture: true });
    window.removeEventListener("pointerdown", end, { capture: true });
  };
  window.addEventListener("click", take, { capture: true });
  // The click follows at once, or not at all: that of the next press is its own.
  window.addEventListener("pointerdown", end, { capture: true });
  setTimeout(end, 50);
}
