import { SET_OUT_EVENT } from "@/components/ui/set-out";

/** Next tells of a navigation under way here only, and drops it where the address is changed meanwhile. */
export function onRouterTransitionStart(url: string) {
  window.dispatchEvent(new CustomEvent(SET_OUT_EVENT, { detail: url }));
}
