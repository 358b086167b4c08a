import { describe, expect, it } from "vitest";
import type { Field } from "@/lib/schema/field";
import { gridOf, valuesAt } from "./grid";
import { expandPlan } from "./plan";
import { needsConfirmation, totalSeconds } from "./spend";

const AXES = [
  { field: "ratio", values: ["16:9", "9:16"] },
  { field: "seconds", values: [5, 10, 15] },
];

describe("the grid of a group", () => {
  it.each([
    [AXES, 6, { rowField: "ratio", columnField: "seconds", rows: ["16:9", "9:16"], columns: [5, 10, 15] }],
    [AXES.slice(1), 3, { rowField: undefined, columnField: "seconds", rows: [undefined], columns: [5, 10, 15] }],
    [[], 2, { rowField: undefined, columnField: undefined, rows: [undefined], columns: [undefined, undefined] }],
  ])("has the first axis of two as rows and the last as columns", (axes, count, grid) => {
    expect(gridOf(axes, count)).toEqual(grid);
  });

  it("names for every place the values that its input has", () => {
    const { inputs } = expandPlan([], {}, { kind: "sweep", axes: AXES });
    const named = inputs.map((_, place) => Object.fromEntries(valuesAt(AXES, place).map((at) => [at.field, at.value])));
    expect(named).toEqual(inputs);
  });
});

describe("what a group spends", () => {
  it.each([
    [4, false, false],
    [5, false, true],
    [16, true, false],
    [17, true, true],
  ])("%i takes, free: %s, are asked about: %s", (count, free, asked) => {
    expect(needsConfirmation(count, free)).toBe(asked);
  });

  const seconds: Field = { kind: "integer", name: "duration", label: "Seconds", required: false, role: "seconds" };
  it.each([
    [[{ ...seconds, default: 5 }], [{}, { duration: 10 }], 15],
    [[seconds], [{ duration: "6s" }, { duration: 4 }], 10],
    [[seconds], [{}, { duration: 10 }], undefined],
    [[], [{ duration: 10 }], undefined],
  ])("says the seconds in all only where every take names them", (fields, inputs, total) => {
    expect(totalSeconds(fields as Field[], inputs)).toBe(total);
  });
});
