import { expect, it } from "vitest";
import { shownKeys } from "./shown-keys";

it.each([
  ["Control+Enter Meta+Enter", false, "Ctrl + Enter"],
  ["Control+Enter Meta+Enter", true, "⌘ + Enter"],
  ["Alt+ArrowUp", true, "Alt + ↑"],
  ["/", false, "/"],
])("%s is printed as on the keyboard (Apple: %s)", (list, isApple, shown) => {
  expect(shownKeys(list, isApple)).toBe(shown);
});
