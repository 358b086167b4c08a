import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SeedField } from "@/lib/schema/field";
import { isRandomSeed, rollSeed } from "./seed";

const seed = (extra: Partial<SeedField>): SeedField => ({
  kind: "seed",
  name: "seed",
  label: "Seed",
  required: false,
  ...extra,
});

describe("a seed", () => {
  it.each([
    [seed({ randomValue: 0 }), 0, true],
    [seed({ randomValue: 0 }), 7, false],
    [seed({ randomValue: -1 }), 0, false],
    [seed({}), undefined, true],
    [seed({}), 0, false],
  ] as const)("%# is random only where the service draws it", (field, value, random) => {
    expect(isRandomSeed(field, value)).toBe(random);
  });

  it("that is rolled lies within the bounds and is never the random value", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.constantFrom(0, -1),
        (roll, randomValue) => {
          const field = seed({ min: randomValue, max: 2_147_483_647, randomValue });
          const value = rollSeed(field, () => roll);
          expect(Number.isInteger(value) && value >= 1 && value <= 2_147_483_647).toBe(true);
          expect(isRandomSeed(field, value)).toBe(false);
        },
      ),
    );
  });
});
