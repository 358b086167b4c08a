import { describe, expect, it } from "vitest";
import { formatBytes, formatClock, formatTimecode } from "./format";

describe("a clock", () => {
  it.each([
    [-5, "0:00"],
    [999, "0:00"],
    [61_000, "1:01"],
    [3_599_999, "59:59"],
    [3_600_000, "1:00:00"],
  ])("of %d ms reads %s", (ms, text) => expect(formatClock(ms)).toBe(text));
});

describe("a size", () => {
  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1_500, "1.5 kB"],
    [10_000_000, "10.0 MB"],
    [123_456_789, "123 MB"],
    [5_000_000_000_000, "5.0 TB"],
    [5_000_000_000_000_000, "5000 TB"],
  ])("of %d bytes reads %s", (bytes, text) => expect(formatBytes(bytes)).toBe(text));
});

describe("a time code", () => {
  it.each([
    [0, 24, "00:00:00:00"],
    [23, 24, "00:00:00:23"],
    [24, 24, "00:00:01:00"],
    [90_000, 25, "01:00:00:00"],
    [30, 29.97, "00:00:01:00"],
  ])("of frame %d at %d per second reads %s", (frame, fps, text) => expect(formatTimecode(frame, fps)).toBe(text));
});
