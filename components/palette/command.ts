/** What the palette can do. */
export type Command = {
  id: string;
  /** The heading under which it stands. */
  group: string;
  label: string;
  /** Beside the label, and searched like it. */
  detail?: string | undefined;
  /** More words by which it is found. */
  also?: string | undefined;
  /** As `aria-keyshortcuts` writes them. */
  keys?: string | undefined;
  /** That it is chosen, switched on or the page that is open. */
  isOn?: boolean | undefined;
  /** One of many of its kind: shown when it is searched for. */
  isMinor?: boolean | undefined;
  /** The control of the page that it presses. */
  control?: HTMLElement | undefined;
  run: () => void;
};

export type CommandGroup = { name: string; commands: Command[]; hidden: number };
