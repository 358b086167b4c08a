import { describe, expect, it } from "vitest";
import { createBusyTimes } from "./busy-times";

describe("createBusyTimes", () => {
  it("turns each submission away twice, then begins anew", () => {
    const isBusyFor = createBusyTimes();
    expect(["a", "a", "b", "a", "b", "b", "a"].map(isBusyFor)).toEqual([true, true, true, false, true, false, true]);
  });

  it("remembers a bounded number of them", () => {
    const isBusyFor = createBusyTimes();
    isBusyFor("first");
    isBusyFor("first");
    for (let index = 0; index < 1_000; index++) isBusyFor(`other ${index}`);
    expect(isBusyFor("first")).toBe(true);
  });
});
