const SIGNS: Record<string, string> = {
  Control: "Ctrl",
  Meta: "⌘",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

/** Keys as `aria-keyshortcuts` lists them, as they are printed on this keyboard: the list has Control and Meta for the same. */
export function shownKeys(list: string, isApple: boolean): string {
  const choices = list.trim().split(/\s+/);
  const fitting = choices.find((choice) => choice.startsWith("Meta+") === isApple) ?? choices[0] ?? "";
  return fitting
    .split("+")
    .map((key) => SIGNS[key] ?? key)
    .join(" + ");
}
