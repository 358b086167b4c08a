import { describe, expect, it } from "vitest";
import { chooseLook, gradePixels } from "./look";

const spread = ([r = 0, g = 0, b = 0]: ArrayLike<number> & Iterable<number>) => Math.max(r, g, b) - Math.min(r, g, b);

describe("a look", () => {
  it("is the seed's, and seeds differ", () => {
    expect(chooseLook(5)).toBe(chooseLook(5));
    expect(new Set(Array.from({ length: 40 }, (_, seed) => chooseLook(seed).name)).size).toBe(5);
  });

  it("changes colours and leaves the opacity", () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const pixels = new Uint8ClampedArray([30, 60, 90, 77, 220, 180, 140, 255]);
      gradePixels(pixels, chooseLook(seed));
      expect([pixels[3], pixels[7]]).toEqual([77, 255]);
      expect(Array.from(pixels.slice(0, 3))).not.toEqual([30, 60, 90]);
    }
  });

  it("keeps light things lighter than dark ones in every channel", () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const ramp = new Uint8ClampedArray(Array.from({ length: 256 }, (_, value) => [value, value, value, 255]).flat());
      gradePixels(ramp, chooseLook(seed));
      for (let at = 4; at < ramp.length; at += 1) {
        if (at % 4 !== 3) expect(ramp[at]).toBeGreaterThanOrEqual(ramp[at - 4] ?? 0);
      }
    }
  });

  it("mutes colours where it says so", () => {
    const look = { name: "", shadows: [0, 0, 0], highlights: [0, 0, 0], contrast: 0, vignette: 0 } as const;
    const [full, muted] = [new Uint8ClampedArray([200, 80, 40, 255]), new Uint8ClampedArray([200, 80, 40, 255])];
    gradePixels(full, { ...look, saturation: 1 });
    gradePixels(muted, { ...look, saturation: 0.25 });
    expect(Array.from(full)).toEqual([200, 80, 40, 255]);
    expect(spread(muted)).toBeCloseTo(40, -1);
  });
});
