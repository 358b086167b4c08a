// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { onePress } from "./one-press";

afterEach(cleanup);

function open() {
  const pressed = vi.fn();
  render(<button type="button" {...onePress(pressed)} />);
  return { button: screen.getByRole("button"), pressed };
}

it.each([
  ["a click", [1], 1],
  ["a double click", [1, 2], 1],
  ["five clicks in a row", [1, 2, 3, 4, 5], 1],
  ["two clicks apart", [1, 1], 2],
  ["a key", [0], 1],
])("%s, counted as %j, presses %i times", (_what, details, times) => {
  const { button, pressed } = open();
  for (const detail of details) fireEvent.click(button, { detail });
  expect(pressed).toHaveBeenCalledTimes(times);
});

it("a double tap presses once, two taps apart twice", () => {
  const { button, pressed } = open();
  for (const atMs of [10_000, 10_200, 11_000]) {
    const tap = new PointerEvent("click", { bubbles: true, detail: 1, pointerType: "touch" });
    Object.defineProperty(tap, "timeStamp", { value: atMs });
    fireEvent(button, tap);
  }
  expect(pressed).toHaveBeenCalledTimes(2);
});

it.each([
  ["Enter", true, false],
  ["Enter", false, true],
  ["a", true, true],
])("%s that repeats (%s) keeps its effect: %s", (key, repeat, kept) => {
  expect(fireEvent.keyDown(open().button, { key, repeat })).toBe(kept);
});
