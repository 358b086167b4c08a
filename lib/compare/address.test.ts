import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf, type Comparison, modesFor, readComparison, startOf } from "./address";
import { readJobIds } from "./takes";

const read = (query: string, ids: readonly string[]) => readComparison(new URLSearchParams(query), ids);
const queryOf = (ids: readonly string[], comparison: Comparison) => addressOf(ids, comparison).split("?")[1] ?? "";

describe("the address of a comparison", () => {
  it("is the takes alone at the start", () => {
    expect(addressOf(["a", "b"], startOf(2))).toBe("/compare?jobs=a,b");
  });

  it("names what was changed", () => {
    const changed: Comparison = { ...startOf(3), mode: "wipe", offsets: [0, -2, 5], pair: [2, 0], winner: 1, blind: 7 };
    expect(addressOf(["a", "b", "c"], changed)).toBe(
      "/compare?jobs=a,b,c&mode=wipe&offsets=0,-2,5&pair=CA&blind=7&winner=b",
    );
  });

  it("is read as it was written", () => {
    const thousandths = fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000);
    const comparisons = fc.integer({ min: 2, max: 6 }).chain((count) => {
      const place = fc.nat(count - 1);
      return fc.record<Comparison>({
        mode: fc.constantFrom(...modesFor(count)),
        offsets: fc.array(fc.integer({ min: -99, max: 99 }), { minLength: count, maxLength: count }),
        side: fc.option(place, { nil: undefined }),
        pair: fc.uniqueArray(place, { minLength: 2, maxLength: 2 }) as fc.Arbitrary<[number, number]>,
        edge: thousandths,
        opacity: thousandths,
        view: fc.constantFrom({ zoom: 1, x: 0, y: 0 }, { zoom: 2, x: 0.5, y: -0.25 }, { zoom: 8, x: 0, y: 3.5 }),
        loop: fc.boolean(),
        span: fc.constantFrom("common", "longest"),
        rest: fc.constantFrom("hold", "loop"),
        blind: fc.option(fc.nat(), { nil: undefined }),
        winner: fc.option(place, { nil: undefined }),
      });
    });
    fc.assert(
      fc.property(comparisons, (comparison) => {
        const ids = comparison.offsets.map((_, place) => `job-${place}`);
        const query = queryOf(ids, comparison);
        expect(read(query, ids)).toEqual(comparison);
        expect(readJobIds(new URLSearchParams(query).get("jobs") ?? "")).toEqual(ids);
      }),
    );
  });

  it.each([
    ["an unknown mode", "mode=cube"],
    ["side by side for four", "mode=side"],
    ["a take that is not there", "sound=F&winner=Z&pair=AF"],
    ["the same take twice", "pair=BB"],
    ["numbers that are none", "edge=x&opacity=2&view=NaN,1,1&offsets=a,b&blind=-1"],
    ["an empty edge", "edge="],
  ])("falls back to the start from %s", (_what, query) => {
    expect(read(query, ["a", "b", "c", "d"])).toEqual(startOf(4));
  });

  it("counts a take once", () => {
    expect(readJobIds("a,b,,a")).toEqual(["a", "b"]);
    expect(readJobIds(undefined)).toEqual([]);
  });
});
