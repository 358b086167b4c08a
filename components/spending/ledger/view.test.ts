import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEDGER_BY } from "@/lib/spending/ledger";
import { binsOf } from "./bins";
import { daysOf, faultOf, RANGES, readView, viewSearch } from "./view";

const TODAY = "2026-11-21";
const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const read = (search: string) => readView(new URLSearchParams(search), TODAY);

it.each([
  ["month", "2026-11-21", "2026-11-01", "2026-11-30"],
  ["month", "2028-02-29", "2028-02-01", "2028-02-29"],
  ["month", "2026-12-31", "2026-12-01", "2026-12-31"],
  ["30days", "2026-03-01", "2026-01-31", "2026-03-01"],
  ["year", "2028-07-01", "2028-01-01", "2028-12-31"],
] as const)("the range %s on %s goes from %s to %s", (range, today, from, to) => {
  expect(daysOf(range, today)).toEqual({ from, to });
});

it.each([
  ["", "day", "month"],
  ["by=model&range=year", "model", "year"],
  ["by=week&range=decade", "day", "month"],
  ["from=2026-01-05&to=2026-02-01&range=year", "day", "own"],
  ["from=2026-02-05&to=2026-02-01", "day", "month"],
  ["range=own", "day", "month"],
])("the address %j shows takes by %s, of the range %s", (search, by, range) => {
  expect(read(search)).toMatchObject({ by, range });
});

it.each([
  ["2026-02-30", "2026-03-01", "noDate"],
  ["", "2026-03-01", "noDate"],
  ["2026-03-02", "2026-03-01", "backwards"],
  ["2025-11-21", "2026-11-22", "tooLong"],
  ["2025-11-21", "2026-11-21", undefined],
  ["2026-11-21", "2026-11-21", undefined],
])("the days from %s to %s are at fault by %s", (from, to, fault) => {
  expect(faultOf({ from, to })).toBe(fault);
});

it("reads every view as it was written", () => {
  fc.assert(
    fc.property(fc.constantFrom(...LEDGER_BY), fc.constantFrom(...RANGES), day, day, (by, range, from, to) => {
      const days = range === "own" ? { from, to } : daysOf(range, TODAY);
      fc.pre(faultOf(days) === undefined);
      const view = { by, range, ...days };
      expect(read(viewSearch(view))).toEqual(view);
    }),
  );
});

describe("the bars of a chart", () => {
  const rowOf = (key: string, actualMicros: number) => ({
    ...{ key, name: key, takes: 1, actualMicros, estimatedMicros: 1, unknownTakes: 0 },
  });

  it("hold all that was spent, whether they are days or months", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 365 }), fc.array(fc.nat(365)), (from, length, offsets) => {
        const at = (days: number) => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
        const rows = offsets.filter((offset) => offset <= length).map((offset, index) => rowOf(at(offset), index));
        const bins = binsOf(rows, { from, to: at(length) });
        const sum = (list: readonly { actualMicros: number }[]) => list.reduce((all, row) => all + row.actualMicros, 0);
        expect(sum(bins)).toBe(sum(rows));
        expect(bins.length).toBeLessThanOrEqual(62);
      }),
    );
  });

  it("are days for up to two months, then months", () => {
    expect(binsOf([], { from: "2026-01-30", to: "2026-02-02" }).map(({ key }) => key)).toEqual([
      "2026-01-30",
      "2026-01-31",
      "2026-02-01",
      "2026-02-02",
    ]);
    expect(binsOf([rowOf("2026-02-03", 7)], { from: "2026-01-30", to: "2026-04-02" })).toMatchObject([
      { key: "2026-01", actualMicros: 0 },
      { key: "2026-02", actualMicros: 7, estimatedMicros: 1 },
      { key: "2026-03" },
      { key: "2026-04" },
    ]);
  });
});
