import { slotOfKey } from "./composition";
import type { CompositionState } from "./composition-store";

/** Moves the focus to what a problem is about: a file's tile, a member's own control, else its field's. */
export function focusField({ slots }: CompositionState, field: string | undefined) {
  const [key, entry] = field?.split(".") ?? [];
  if (!field || !key) return;
  const place = slotOfKey(slots, key);
  if (!place) return focusControl(...ancestry(field));
  const { slot, index } = place;
  focusFirst([slot.keys[0] ?? slot.id], slot.list ? Number(entry) : index);
}

/** `loras.0.scale`, `loras.0`, `loras`. */
function ancestry(path: string): string[] {
  const steps = path.split(".");
  return steps.map((_, place) => steps.slice(0, steps.length - place).join("."));
}

/** Moves the focus to the control of the first of these fields that is on the page, unfolding what hides it. */
export function focusControl(...names: string[]) {
  focusFirst(names);
}

function focusFirst(names: readonly string[], tile = -1) {
  // What has just changed is rendered first: an error's text, or a control in place of another.
  requestAnimationFrame(() => {
    const frames = names.map((name) => document.querySelector(`[data-field="${CSS.escape(name)}"]`));
    const frame = frames.find((found) => found !== null);
    if (!frame) return;
    for (let fold = frame.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) {
      fold.open = true;
    }
    const picture = frame.querySelectorAll<HTMLElement>("[data-tile] [data-picture]")[tile];
    const controls = CONTROLS.map((selector) => frame.querySelector<HTMLElement>(selector));
    (picture ?? controls.find((found) => found))?.focus();
    frame.scrollIntoView({ block: "nearest" });
  });
}

/** The best place for the caret first: what is wrong, then what is chosen, then what can be typed or pressed. */
const CONTROLS = [
  "input[aria-invalid]:not([type=range]), textarea[aria-invalid], select[aria-invalid], [contenteditable][aria-invalid]",
  "input[type=radio]:checked",
  "input:not([type=range]), textarea, select, [contenteditable=true]",
  "input, button",
];
