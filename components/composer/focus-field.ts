import { slotOfKey } from "./composition";
import type { CompositionState } from "./composition-store";

/** Moves the focus to what a problem is about: a member's own control, else its field's, else the slot of its key. */
export function focusField({ slots }: CompositionState, field: string | undefined) {
  const key = field?.split(".")[0];
  if (!field || !key) return;
  const slot = slotOfKey(slots, key)?.slot;
  focusControl(...ancestry(field), ...(slot ? [slot.keys[0] ?? slot.id] : []));
}

/** `loras.0.scale`, `loras.0`, `loras`. */
function ancestry(path: string): string[] {
  const steps = path.split(".");
  return steps.map((_, place) => steps.slice(0, steps.length - place).join("."));
}

/** Moves the focus to the control of the first of these fields that is on the page, unfolding what hides it. */
export function focusControl(...names: string[]) {
  // What has just changed is rendered first: an error's text, or a control in place of another.
  requestAnimationFrame(() => {
    const frames = names.map((name) => document.querySelector(`[data-field="${CSS.escape(name)}"]`));
    const frame = frames.find((found) => found !== null);
    if (!frame) return;
    for (let fold = frame.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) {
      fold.open = true;
    }
    const control = CONTROLS.map((selector) => frame.querySelector<HTMLElement>(selector)).find((found) => found);
    control?.focus();
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
