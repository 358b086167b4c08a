/** The look that text inputs, areas and selects share. */
export const CONTROL_CLASS =
  "w-full rounded border border-edge/60 bg-well px-2.5 text-text hover:border-edge focus:border-accent aria-invalid:border-failed";
