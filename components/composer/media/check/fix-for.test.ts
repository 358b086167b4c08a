import { describe, expect, it } from "vitest";
import type { MediaLimits } from "@/lib/schema/field";
import type { MediaItem, MediaSlot } from "../../composition";
import { fixFor } from "./fix-for";
import { keepFile } from "./kept-files";

const slot = (limits: MediaLimits, media: MediaSlot["media"] = "image"): MediaSlot => ({
  id: "file",
  media,
  label: "File",
  required: true,
  max: 1,
  limits,
  keys: ["file"],
  tags: [],
  list: false,
  fields: [],
});
const refused = (facts: Partial<MediaItem>): MediaItem => ({
  key: "a",
  name: "a.jpg",
  state: "refused",
  mediaType: "image/jpeg",
  bytes: 1000,
  width: 1000,
  height: 800,
  ...facts,
});

describe("what can be done about a refused picture", () => {
  const frame: MediaLimits = { types: ["image/jpeg", "image/png"], minSide: 300, minRatio: 0.4, maxRatio: 2.5 };
  it.each<[string, MediaLimits, Partial<MediaItem>, string | undefined]>([
    ["one that is too heavy is scaled down", frame, { bytes: 10_000_001 }, "scale"],
    ["one with too many pixels is scaled down", frame, { width: 9000, height: 6000 }, "scale"],
    ["one that is too wide is cropped", frame, { width: 2600, height: 800 }, "crop"],
    ["one of a type that is not taken is converted", frame, { mediaType: "image/webp" }, "convert"],
    ["a BMP is converted", frame, { mediaType: "image/bmp" }, "convert"],
    [
      "one of a wrong type and shape is cropped, which converts it",
      frame,
      { mediaType: "image/webp", width: 2600 },
      "crop",
    ],
    ["one that is too small stays so", frame, { width: 200 }, undefined],
    ["a HEIC is not converted here", frame, { mediaType: "image/heic" }, undefined],
    ["a GIF is not converted here", frame, { mediaType: "image/gif" }, undefined],
    ["a video is not made a picture", frame, { mediaType: "video/mp4" }, undefined],
  ])("%s", (_, limits, facts, fix) => {
    expect(fixFor(slot(limits), refused(facts)).fix).toBe(fix);
  });

  it.each<[string, Partial<MediaItem>]>([
    ["a crop would fall under the shortest side", { width: 3000, height: 1000 }],
    ["a converted one would be too small", { mediaType: "image/webp", width: 200 }],
  ])("nothing where %s, and why", (_, facts) => {
    const found = fixFor(slot({ ...frame, minSide: 1000, maxRatio: 0.9 }), refused(facts));
    expect(found).toMatchObject({ hindrance: { code: "sideTooShort", params: { min: 1000 } } });
    expect(found.fix).toBeUndefined();
  });

  it("a whole one that did not arrive is sent again, while its file is known", () => {
    expect(fixFor(slot(frame), refused({ key: "unknown" })).fix).toBeUndefined();
    keepFile("known", new File(["x"], "a.jpg"));
    expect(fixFor(slot(frame), refused({ key: "known" })).fix).toBe("again");
    const { width: _, ...damaged } = refused({ key: "known" });
    expect(fixFor(slot(frame), damaged).fix).toBeUndefined();
  });

  it("a clip is not mended here", () => {
    const clip = refused({ mediaType: "video/mp4", durationMs: 90_000 });
    expect(fixFor(slot({ maxSeconds: 15 }, "video"), clip)).toEqual({});
  });
});
