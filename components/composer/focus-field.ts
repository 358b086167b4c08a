import { slotOfKey } from "./composition";
import type { CompositionState } from "./composition-store";

/** Moves the focus to the control of a field (or of the slot that its key belongs to). */
export function focusField({ slots }: CompositionState, field: string | undefined) {
  const key = field?.split(".")[0];
  if (!key) return;
  const name = slotOfKey(slots, key)?.slot.keys[0] ?? key;
  // The error is rendered first, so that the control's description is there when it is read out.
  requestAnimationFrame(() => {
    const frame = document.querySelector(`[data-field="${CSS.escape(name)}"]`);
    frame?.closest("details")?.setAttribute("open", "");
    const control = frame?.querySelector<HTMLElement>("[aria-invalid], input, textarea, select");
    control?.focus();
    frame?.scrollIntoView({ block: "nearest" });
  });
}
