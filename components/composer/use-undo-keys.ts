"use client";
import { type RefObject, useEffect } from "react";
import { useCompositionStore } from "./composition-context";

/** Places inside the form that undo by themselves: dialogs, the JSON editor, inputs that the composition does not hold. */
const OWN_UNDO = "dialog, [data-own-undo]";

/** Undo and redo act on the whole form, prompt and pictures together, by the keys and by the browser's menu. */
export function useUndoKeys(form: RefObject<HTMLElement | null>) {
  const store = useCompositionStore();
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const act = (event: Event, direction: "undo" | "redo" | undefined) => {
      if (!direction || (event.target instanceof Element && event.target.closest(OWN_UNDO))) return;
      event.preventDefault();
      store.getState()[direction]();
    };
    const onKeyDown = (event: KeyboardEvent) => act(event, directionOfKey(event));
    const onBeforeInput = (event: InputEvent) => act(event, MENU[event.inputType]);
    element.addEventListener("keydown", onKeyDown);
    element.addEventListener("beforeinput", onBeforeInput);
    return () => {
      element.removeEventListener("keydown", onKeyDown);
      element.removeEventListener("beforeinput", onBeforeInput);
    };
  }, [form, store]);
}

const MENU: Record<string, "undo" | "redo"> = { historyUndo: "undo", historyRedo: "redo" };

function directionOfKey(event: KeyboardEvent): "undo" | "redo" | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return undefined;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && event.ctrlKey && !event.metaKey ? "redo" : undefined;
}
