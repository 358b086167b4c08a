import { expect, it } from "vitest";
import { timeCode } from "./time-code";

it.each([
  [0, 24, "00:00:00:00"],
  [23, 24, "00:00:00:23"],
  [24, 24, "00:00:01:00"],
  [61 * 24 + 5, 24, "00:01:01:05"],
  [3600 * 12, 12, "01:00:00:00"],
  [29, 29.97, "00:00:00:29"],
])("reads frame %d at %d frames a second as %s", (frame, fps, text) => {
  expect(timeCode(frame, fps)).toBe(text);
});
