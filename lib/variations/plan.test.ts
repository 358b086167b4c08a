import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Field } from "@/lib/schema/field";
import { expandPlan, type Plan, sizeOf } from "./plan";

const SEED: Field = { kind: "seed", name: "seed", label: "Seed", required: false, min: 0, max: 9, randomValue: 0 };
const FIELDS: Field[] = [{ kind: "prompt", name: "prompt", label: "Prompt", required: true }, SEED];
const BASE = { prompt: "A street." };

const values = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.boolean(), fc.constantFrom("16:9", "9:16")), {
  minLength: 1,
  maxLength: 8,
});
const plans: fc.Arbitrary<Plan> = fc.oneof(
  fc.record({ kind: fc.constant("seeds" as const), count: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    kind: fc.constant("chosenSeeds" as const),
    seeds: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
  }),
  fc.record({ kind: fc.constant("sweep" as const), axes: fc.tuple(values).map(([a]) => [{ field: "a", values: a }]) }),
  fc.record({
    kind: fc.constant("sweep" as const),
    axes: fc.tuple(values, values).map(([a, b]) => [
      { field: "a", values: a },
      { field: "b", values: b },
    ]),
  }),
);
const chance = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));

describe("a plan", () => {
  it("makes as many inputs as it says, all different, whatever chance does", () => {
    fc.assert(
      fc.property(plans, chance, (plan, stream) => {
        const { inputs, axes } = expandPlan(FIELDS, BASE, plan, () => stream.next().value);
        expect(inputs).toHaveLength(sizeOf(plan));
        expect(inputs).toHaveLength(axes.reduce((size, axis) => size * axis.values.length, 1));
        expect(new Set(inputs.map((input) => JSON.stringify(input))).size).toBe(inputs.length);
      }),
    );
  });

  it("makes a sweep row by row", () => {
    const axes = [
      { field: "ratio", values: ["16:9", "9:16"] },
      { field: "seconds", values: [5, 10] },
    ];
    expect(expandPlan(FIELDS, BASE, { kind: "sweep", axes }).inputs).toEqual([
      { ...BASE, ratio: "16:9", seconds: 5 },
      { ...BASE, ratio: "16:9", seconds: 10 },
      { ...BASE, ratio: "9:16", seconds: 5 },
      { ...BASE, ratio: "9:16", seconds: 10 },
    ]);
  });

  it("draws seeds within the bounds and never the one that asks for a random seed", () => {
    fc.assert(
      fc.property(chance, (stream) => {
        const { axes } = expandPlan(FIELDS, BASE, { kind: "seeds", count: 9 }, () => stream.next().value);
        expect(axes[0]?.values.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      }),
    );
  });

  it("replaces the value of the form by those of the plan", () => {
    const { inputs } = expandPlan(FIELDS, { ...BASE, seed: 3 }, { kind: "chosenSeeds", seeds: [7, 7, 8] });
    expect(inputs.map((input) => input.seed)).toEqual([7, 8]);
  });
});
