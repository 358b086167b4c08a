/**
 * What was entered before the page took over is in the controls of `form` alone: it is shown, and would not be sent. Notes it down;
 * the returned function enters it again, now that somebody listens.
 */
export function earlyInput(form: HTMLFormElement): () => void {
  const entries = Array.from(form.elements, entryOf);
  return () => {
    for (const enter of entries) enter?.();
  };
}

function entryOf(control: Element): (() => void) | undefined {
  if (control instanceof HTMLSelectElement) {
    const { selectedIndex, options } = control;
    const first = Math.max(
      0,
      Array.from(options).findIndex((option) => option.defaultSelected),
    );
    if (selectedIndex < 0 || selectedIndex === first) return undefined;
    return () => {
      control.selectedIndex = selectedIndex;
      tell(control, "change");
    };
  }
  if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return undefined;
  const { value, defaultValue, type } = control;
  if (control instanceof HTMLInputElement && (type === "radio" || type === "checkbox")) return choiceOf(control);
  if (value === defaultValue) return undefined;
  if (type === "file") return () => tell(control, "change");
  return () => {
    // React tells of a change only where the text is not the one that it saw last.
    control.value = defaultValue;
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, value);
    tell(control, "input");
    if (control !== document.activeElement) tell(control, "focusout");
  };
}

function choiceOf(control: HTMLInputElement): (() => void) | undefined {
  const { checked, defaultChecked, type } = control;
  if (checked === defaultChecked || (type === "radio" && !checked)) return undefined;
  return () => {
    control.checked = defaultChecked;
    control.click();
  };
}

function tell(control: Element, event: "input" | "change" | "focusout"): void {
  control.dispatchEvent(new Event(event, { bubbles: true }));
}
