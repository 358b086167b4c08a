import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MediaLimits } from "@/lib/schema/field";
import { mediaIssue } from "@/lib/schema/media-check";
import { leastSide } from "@/lib/schema/media-limits";
import { attemptsFor, type Source } from "./attempts";

const photo: Source = { width: 6000, height: 4000, type: "image/jpeg", transparent: false };
const first = (source: Partial<Source>, limits: MediaLimits) => attemptsFor({ ...photo, ...source }, limits)[0];
const typesOf = (source: Partial<Source>, limits: MediaLimits) => [
  ...new Set(attemptsFor({ ...photo, ...source }, limits).map(({ type }) => type)),
];

describe("the attempts to make a picture fit", () => {
  it("begin with the picture as it is, and end at the shortest side", () => {
    const attempts = attemptsFor(photo, { minShortSide: 400 });
    expect(attempts[0]).toEqual({ width: 6000, height: 4000, type: "image/jpeg", quality: 0.92 });
    expect(attempts.some(({ width, height }) => width === 600 && height === 400)).toBe(true);
  });

  it.each([
    ["a JPEG", photo],
    ["a transparent PNG", { ...photo, type: "image/png", transparent: true }],
  ])("never try the same of %s twice", (_, source) => {
    const attempts = attemptsFor(source, { minShortSide: 400 }).map((attempt) => JSON.stringify(attempt));
    expect(new Set(attempts).size).toBe(attempts.length);
  });

  it("begin with as many pixels as are taken", () => {
    const { width = 0, height = 0 } = first({}, { maxPixels: 6_000_000 }) ?? {};
    expect(width * height).toBeLessThanOrEqual(6_000_000);
    expect(width * height).toBeGreaterThan(5_900_000);
  });

  it.each<[string, Partial<Source>, string[] | undefined, string[]]>([
    ["a photo stays a JPEG", {}, undefined, ["image/jpeg", "image/webp"]],
    [
      "a screenshot stays a PNG before it becomes a JPEG",
      { type: "image/png" },
      ["image/jpeg", "image/png"],
      ["image/png", "image/jpeg"],
    ],
    [
      "what is transparent stays so",
      { type: "image/png", transparent: true },
      ["image/png", "image/webp"],
      ["image/png", "image/webp"],
    ],
    ["a BMP becomes a JPEG", { type: "image/bmp" }, ["image/png", "image/jpeg"], ["image/jpeg"]],
    ["a WebP becomes a PNG where only that is taken", { type: "image/webp" }, ["image/png"], ["image/png"]],
    [
      "a transparent WebP becomes a PNG",
      { type: "image/webp", transparent: true },
      ["image/png", "image/jpeg"],
      ["image/png"],
    ],
    ["nothing is made for a slot without pictures", {}, ["video/mp4"], []],
  ])("%s", (_, source, types, expected) => {
    expect(typesOf(source, types ? { types } : {})).toEqual(expected);
  });

  it("keep within every limit but that of bytes, and keep the shape to a pixel", () => {
    const side = fc.integer({ min: 50, max: 9000 });
    const sources = fc.record({
      width: side,
      height: side,
      type: fc.constantFrom("image/jpeg", "image/png", "image/webp", "image/bmp"),
      transparent: fc.boolean(),
    });
    const limits = fc.record({
      types: fc.subarray(["image/jpeg", "image/png", "image/webp"], { minLength: 1 }),
      minSide: fc.integer({ min: 0, max: 600 }),
      maxPixels: fc.integer({ min: 500_000, max: 50_000_000 }),
      minRatio: fc.constantFrom(0.2, 0.4, 0.5),
      maxRatio: fc.constantFrom(2, 2.5, 4),
    });
    fc.assert(
      fc.property(sources, limits, (source, limit) => {
        const { width: w, height: h } = source;
        fc.pre(w / h >= limit.minRatio && w / h <= limit.maxRatio);
        const attempts = attemptsFor(source, limit);
        if (Math.min(w, h) < leastSide(limit)) expect(attempts).toEqual([]);
        for (const { width, height, type } of attempts) {
          expect(mediaIssue({ mediaType: type, bytes: 1, width, height }, "image", limit)).toBeUndefined();
          expect(Math.abs(width - (w / h) * height)).toBeLessThanOrEqual(Math.max(1, w / h) * 1.5);
        }
      }),
    );
  });
});
