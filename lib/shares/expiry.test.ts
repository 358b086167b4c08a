import { expect, it } from "vitest";
import { endOf, hasExpired } from "./expiry";

const HOUR_MS = 60 * 60_000;

it.each([
  ["hour", HOUR_MS],
  ["day", 24 * HOUR_MS],
  ["week", 7 * 24 * HOUR_MS],
  ["month", 30 * 24 * HOUR_MS],
  ["2026-03-01T12:00:00+09:00", Date.UTC(2026, 2, 1, 3) - 1_000],
])("%s ends at its moment", (word, afterMs) => {
  expect(endOf(word, 1_000)).toBe(1_000 + afterMs);
});

it("never does not end", () => {
  expect(endOf("never", 1_000)).toBeUndefined();
  expect(hasExpired({}, Number.MAX_SAFE_INTEGER)).toBe(false);
});

it.each([
  [999, false],
  [1_000, true],
  [1_001, true],
])("a link that expires at 1000 ms is over at %i ms: %s", (nowMs, over) => {
  expect(hasExpired({ expiresAtMs: 1_000 }, nowMs)).toBe(over);
});
