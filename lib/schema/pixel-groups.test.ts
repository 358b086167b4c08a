import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupPixels } from "./pixel-groups";

const options = (values: string[]) => values.map((value) => ({ value, label: value }));
const shown = (values: string[]) => {
  const { groups, rest } = groupPixels(options(values));
  return { groups: groups.map((group) => [group.ratio, ...group.options.map(({ value }) => value)]), rest };
};

describe("groupPixels", () => {
  it("gathers sizes by ratio from tall to wide, within one by area", () => {
    expect(shown(["1280*720", "720x720 (1:1)", "480x480 (1:1)", "540x960 (9:16)", "960 × 540", "576x1024"])).toEqual({
      groups: [
        ["9:16", "540x960 (9:16)", "576x1024"],
        ["1:1", "480x480 (1:1)", "720x720 (1:1)"],
        ["16:9", "960 × 540", "1280*720"],
      ],
      rest: [],
    });
  });

  it.each([
    ["1024x1536", "2:3"],
    ["1366x768", "16:9"],
    ["832x480", "26:15"],
    ["1000x100", "10:1"],
    ["square_hd", "1:1"],
    ["portrait_16_9", "9:16"],
    ["landscape_4_3", "4:3"],
  ])("takes %s for %s", (value, ratio) => {
    expect(groupPixels(options([value])).groups[0]?.ratio).toBe(ratio);
  });

  it("keeps words apart", () => {
    expect(shown(["auto", "512x512"])).toEqual({
      groups: [["1:1", "512x512"]],
      rest: [{ value: "auto", label: "auto" }],
    });
  });

  it("loses no option and repeats none", () => {
    const side = fc.integer({ min: 16, max: 9999 });
    const sizes = fc.uniqueArray(
      fc.oneof(
        fc.tuple(side, side).map(([w, h]) => `${w}x${h}`),
        fc.constant("auto"),
      ),
    );
    fc.assert(
      fc.property(sizes, (values) => {
        const { groups, rest } = groupPixels(options(values));
        const kept = [...groups.flatMap((group) => group.options), ...rest].map(({ value }) => value);
        expect(kept.sort()).toEqual([...values].sort());
      }),
    );
  });
});
