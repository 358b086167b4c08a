import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MediaKind, MediaLimits } from "./field";
import { limitsFromText } from "./limits-from-text";

const PICTURES = ["image/jpeg", "image/png", "image/webp"];

describe("limitsFromText", () => {
  it.each<[MediaKind, string, MediaLimits]>([
    [
      "image",
      "JPEG, JPG, PNG, or WEBP. Min 300px per side; aspect between 1:2.5 and 2.5:1; max 10MB.",
      { types: PICTURES, maxBytes: 10e6, minSide: 300, minRatio: 0.4, maxRatio: 2.5 },
    ],
    [
      "image",
      "Min 300px on each side, aspect ratio 1:2.5–2.5:1, file size ≤10MB.",
      { maxBytes: 10e6, minSide: 300, minRatio: 0.4, maxRatio: 2.5 },
    ],
    ["image", "Short side ≥ 400px, 720P or higher is better, max 10MB.", { maxBytes: 10e6, minShortSide: 400 }],
    [
      "image",
      "JPEG、PNG。짧은 면 ≥ 400px, 최대 10MB.",
      { types: ["image/jpeg", "image/png"], maxBytes: 10e6, minShortSide: 400 },
    ],
    ["image", "短辺 ≥ 400px、最大 10MB。", { maxBytes: 10e6, minShortSide: 400 }],
    [
      "image",
      "每邊最小 300 像素;長寬比在1:2.5和2.5:1之間;最大 10MB。",
      { maxBytes: 10e6, minSide: 300, minRatio: 0.4, maxRatio: 2.5 },
    ],
    ["image", "each file up to 30MB and 25MP.", { maxBytes: 30e6 }],
    ["image", "At least 30MB.", {}],
    ["image", "Supports 16:9 and 9:16.", {}],
    ["image", "", {}],
    [
      "video",
      "MP4 or MOV. 3–60s, short side ≥320px, file size ≤100MB, frame rate >8fps.",
      { types: ["video/mp4", "video/quicktime"], maxBytes: 100e6, minShortSide: 320, minSeconds: 3, maxSeconds: 60 },
    ],
    ["video", "Must be 2-30 seconds and under 16 MB.", { maxBytes: 16e6, minSeconds: 2, maxSeconds: 30 }],
    ["video", "2초에서 15초", { minSeconds: 2, maxSeconds: 15 }],
    ["video", "2~15 秒", { minSeconds: 2, maxSeconds: 15 }],
    [
      "audio",
      "Support wav、mp3. Between 2 and 15 seconds. Less than 1.5MB.",
      { types: ["audio/mpeg", "audio/wav"], maxBytes: 1.5e6, minSeconds: 2, maxSeconds: 15 },
    ],
    [
      "audio",
      "Each clip up to 30s, wav/mp3/ogg_opus.",
      { types: ["audio/mpeg", "audio/wav", "audio/ogg"], maxSeconds: 30 },
    ],
    ["audio", "up to 60 minutes", {}],
    ["audio", "up to 9999999 MB or 9999999 seconds", {}],
  ])("reads for %s: %s", (media, text, limits) => {
    expect(limitsFromText(text, media)).toEqual(limits);
  });

  it("reads the first 5,000 characters", () => {
    const limit = "max 10MB";
    expect(limitsFromText(limit.padStart(5_000), "image")).toEqual({ maxBytes: 10e6 });
    expect(limitsFromText(limit.padStart(5_010), "image")).toEqual({});
  });

  it("gives bounds that can be met, whatever the text", () => {
    const piece = fc.constantFrom(
      "max ",
      "min ",
      "at least ",
      "short side ",
      "1:2.5",
      "2.5:1",
      "0:0",
      "–",
      " and ",
      "10",
      "MB",
      "px",
      " s",
      "초",
      ".",
      "9".repeat(30),
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join("")),
        fc.constantFrom<MediaKind>("image", "video", "audio"),
        (text, media) => {
          const { minRatio = 0, maxRatio = Infinity, maxBytes = 1 } = limitsFromText(text, media);
          expect(minRatio).toBeLessThan(maxRatio);
          expect(maxBytes).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
