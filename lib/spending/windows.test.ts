import fc from "fast-check";
import { expect, it } from "vitest";
import { WINDOWS, windowAt } from "./windows";

it.each([
  ["day", "2026-03-29T01:30:00Z", "2026-03-29T00:00:00Z", "2026-03-30T00:00:00Z"],
  ["day", "2026-12-31T23:59:59.999Z", "2026-12-31T00:00:00Z", "2027-01-01T00:00:00Z"],
  ["month", "2028-02-29T12:00:00Z", "2028-02-01T00:00:00Z", "2028-03-01T00:00:00Z"],
  ["month", "2026-12-01T00:00:00Z", "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z"],
] as const)("the %s at %s goes from %s to %s", (window, now, start, end) => {
  expect(windowAt(window, Date.parse(now))).toEqual({ startMs: Date.parse(start), endMs: Date.parse(end) });
});

it("the next window begins where this one ends", () => {
  const moment = fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...WINDOWS), moment, (window, date) => {
      const { startMs, endMs } = windowAt(window, date.getTime());
      return startMs <= date.getTime() && date.getTime() < endMs && windowAt(window, endMs).startMs === endMs;
    }),
  );
});
