import { describe, expect, it } from "vitest";
import type { Field } from "@/lib/schema/field";
import { EMPTY_DRAFT, type PlanDraft, readPlan } from "./plan-draft";
import { sweepFields } from "./sweepable";

const FIELDS: Field[] = [
  { kind: "prompt", name: "prompt", label: "Prompt", required: true },
  {
    kind: "choice",
    name: "ratio",
    label: "Ratio",
    required: false,
    options: ["16:9", "9:16", "1:1"].map((value) => ({ value, label: value })),
  },
  { kind: "choice", name: "fact", label: "Fact", required: true, options: [{ value: "one", label: "One" }] },
  { kind: "integer", name: "seconds", label: "Seconds", required: false, min: 3, max: 12 },
  { kind: "toggle", name: "sound", label: "Sound", required: false },
  { kind: "image", name: "image", label: "Image", required: false, limits: {} },
  { kind: "seed", name: "seed", label: "Seed", required: false, randomValue: 0 },
];
const sweep = (...axes: Partial<PlanDraft["axes"][number]>[]): PlanDraft => ({
  ...EMPTY_DRAFT,
  kind: "sweep",
  axes: axes.map((axis) => ({ field: "", chosen: [], text: "", ...axis })),
});

describe("variations as filled in", () => {
  it("offer every field whose values can be listed", () => {
    expect(sweepFields(FIELDS).map(({ name }) => name)).toEqual(["prompt", "ratio", "seconds", "sound", "seed"]);
  });

  it.each<[string, PlanDraft, object | undefined]>([
    ["one take is no plan", EMPTY_DRAFT, undefined],
    ["a number of seeds", { ...EMPTY_DRAFT, kind: "seeds", count: 3 }, { kind: "seeds", count: 3 }],
    [
      "chosen seeds, without the one that means random",
      { ...EMPTY_DRAFT, kind: "chosenSeeds", seeds: "0, 7, 9-10" },
      { kind: "chosenSeeds", seeds: [7, 9, 10] },
    ],
    [
      "choices in the order of the field",
      sweep({ field: "ratio", chosen: ["1:1", "16:9"] }),
      { kind: "sweep", axes: [{ field: "ratio", values: ["16:9", "1:1"] }] },
    ],
    [
      "the first field across and the second down",
      sweep({ field: "sound", chosen: [false, true] }, { field: "seconds", text: "5, 10" }),
      {
        kind: "sweep",
        axes: [
          { field: "seconds", values: [5, 10] },
          { field: "sound", values: [true, false] },
        ],
      },
    ],
    [
      "one prompt a line",
      sweep({ field: "prompt", text: "A hill.\n\n  A lake. \r\nA hill." }),
      { kind: "sweep", axes: [{ field: "prompt", values: ["A hill.", "A lake."] }] },
    ],
  ])("%s", (_, draft, plan) => {
    expect(readPlan(FIELDS, draft)).toEqual({ plan });
  });

  it.each<[string, PlanDraft, object]>([
    ["no field", sweep(), { problem: { code: "noValues" }, axis: 0 }],
    ["no values", sweep({ field: "ratio" }), { problem: { code: "noValues" }, axis: 0 }],
    ["one value alone", sweep({ field: "ratio", chosen: ["1:1"] }), { problem: { code: "oneTake" } }],
    [
      "a value out of bounds",
      sweep({ field: "ratio", chosen: ["1:1"] }, { field: "seconds", text: "5, 20" }),
      { problem: { code: "aboveMax", value: 20, limit: 12 }, axis: 1 },
    ],
    [
      "more than a group may hold",
      sweep({ field: "seed", text: "1-60" }, { field: "sound", chosen: [true, false] }),
      { problem: { code: "tooManyTakes", count: 120, max: 100 } },
    ],
    ["no seeds", { ...EMPTY_DRAFT, kind: "chosenSeeds" }, { problem: { code: "noValues" } }],
  ])("with %s there is no plan, and it is said why", (_, draft, expected) => {
    expect(readPlan(FIELDS, draft)).toEqual({ plan: undefined, ...expected });
  });

  it("a model without a seed makes no plan of seeds", () => {
    const draft: PlanDraft = { ...EMPTY_DRAFT, kind: "seeds" };
    expect(readPlan(FIELDS.slice(0, 4), draft).problem).toEqual({ code: "noSeed" });
  });
});
