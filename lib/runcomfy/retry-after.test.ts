import { expect, it } from "vitest";
import { parseRetryAfter } from "./retry-after";

const NOW_MS = Date.UTC(2026, 10, 20, 12, 0, 0);

it.each<[string | null, number | undefined]>([
  ["0", 0],
  ["7", 7_000],
  [" 7 ", 7_000],
  ["299", 299_000],
  ["3600", 300_000],
  ["99999999999999999999999", 300_000],
  ["Fri, 20 Nov 2026 12:00:30 GMT", 30_000],
  ["Friday, 20-Nov-26 12:00:30 GMT", 30_000],
  ["Fri Nov 20 12:00:30 2026", 30_000],
  ["Fri, 20 Nov 2026 11:59:00 GMT", 0],
  ["Sat, 21 Nov 2026 12:00:00 GMT", 300_000],
  [null, undefined],
  ["", undefined],
  ["-5", undefined],
  ["1.5", undefined],
  ["1e3", undefined],
  ["soon", undefined],
  ["Monday", undefined],
  ["2026-11-20T12:00:30Z", undefined],
])("reads Retry-After %j as %j ms", (header, expectedMs) => {
  expect(parseRetryAfter(header, NOW_MS)).toBe(expectedMs);
});
