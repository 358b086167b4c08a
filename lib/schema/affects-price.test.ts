import { describe, expect, it } from "vitest";
import { affectsPrice } from "./affects-price";
import type { Field, FieldRole } from "./field";

const number = (name: string, role?: FieldRole): Field => ({
  kind: "integer",
  name,
  label: name,
  required: false,
  ...(role && { role }),
});
const fact: Field = {
  ...number("resolution", "resolution"),
  kind: "choice",
  options: [{ value: "720p", label: "720p" }],
  default: "720p",
};

describe("affectsPrice", () => {
  it.each([
    ["seconds", "seconds"],
    ["frames", "seconds"],
    ["resolution", "size"],
    ["pixels", "size"],
    ["width", "size"],
    ["height", "size"],
    ["outputs", "outputs"],
    ["ratio", undefined],
    ["watermark", undefined],
    [undefined, undefined],
  ] as const)("says of the role %s: %s", (role, reason) => {
    expect(affectsPrice(number("x", role))).toBe(reason);
  });

  it("marks a frame rate where it multiplies the frames, not where their number is asked for", () => {
    const rate = number("fps", "frameRate");
    expect(affectsPrice(rate, [rate, number("duration", "seconds")])).toBe("seconds");
    expect(affectsPrice(rate, [rate])).toBe("seconds");
    expect(affectsPrice(rate, [rate, number("num_frames", "frames")])).toBeUndefined();
  });

  it("decides by the role, never by the name", () => {
    expect(affectsPrice(number("duration"))).toBeUndefined();
    expect(affectsPrice(number("12_value", "seconds"))).toBe("seconds");
  });

  it("leaves out what has one value only", () => {
    expect(affectsPrice(fact)).toBeUndefined();
  });
});
