import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "./random";

const take = (seed: number, name?: string) => {
  const random = createRandom(seed, name);
  return Array.from({ length: 8 }, () => random.next());
};

describe("createRandom", () => {
  it("repeats itself for the same seed and name", () => {
    expect(take(7, "a")).toEqual(take(7, "a"));
  });

  it("differs by seed and by name", () => {
    expect(take(7)).not.toEqual(take(8));
    expect(take(7, "a")).not.toEqual(take(7, "b"));
  });

  it("gives a fork that does not depend on what was drawn before", () => {
    const [fresh, used] = [createRandom(3), createRandom(3)];
    used.next();
    expect(used.fork("x").next()).toBe(fresh.fork("x").next());
  });

  it("keeps integers within their bounds and reaches both", () => {
    const random = createRandom(1);
    const drawn = new Set(Array.from({ length: 200 }, () => random.integer(2, 5)));
    expect([...drawn].sort()).toEqual([2, 3, 4, 5]);
  });

  it("stays in [0, 1) for every seed", () => {
    fc.assert(fc.property(fc.integer(), (seed) => take(seed).every((value) => value >= 0 && value < 1)));
  });

  it("spreads evenly", () => {
    const random = createRandom(5);
    const mean = Array.from({ length: 4000 }, () => random.next()).reduce((sum, value) => sum + value, 0) / 4000;
    expect(mean).toBeCloseTo(0.5, 1);
  });
});
