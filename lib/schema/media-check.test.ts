import { describe, expect, it } from "vitest";
import type { Field, MediaKind, MediaLimits } from "./field";
import { checkMedia, type MediaFacts } from "./media-check";

const field = (kind: MediaKind, limits: MediaLimits): Field => ({
  kind,
  name: "file",
  label: "File",
  required: false,
  limits,
  sample: "sample.png",
});
const PICTURE: MediaFacts = { mediaType: "image/png", bytes: 1000, width: 800, height: 600 };

function check(kind: MediaKind, limits: MediaLimits, facts: Partial<MediaFacts>) {
  return checkMedia([field(kind, limits)], { file: "asset:a" }, (id) =>
    id === "a" ? { ...PICTURE, ...facts } : undefined,
  );
}

describe("checkMedia refuses", () => {
  it.each<[string, MediaKind, MediaLimits, Partial<MediaFacts>, object]>([
    [
      "another kind",
      "image",
      {},
      { mediaType: "video/mp4" },
      { code: "wrongMediaType", params: { found: "video/mp4", accepted: "image/jpeg, image/png, image/webp" } },
    ],
    [
      "a type that the model does not take",
      "image",
      { types: ["image/jpeg", "image/png"] },
      { mediaType: "image/webp" },
      { code: "wrongMediaType", params: { found: "image/webp", accepted: "image/jpeg, image/png" } },
    ],
    [
      "a file one byte too large",
      "image",
      { maxBytes: 10_000_000 },
      { bytes: 10_000_001 },
      { code: "fileTooLarge", params: { bytes: 10_000_001, maxBytes: 10_000_000 } },
    ],
    [
      "a short side that is too short",
      "image",
      { minShortSide: 400 },
      { width: 399, height: 2000 },
      { code: "sideTooShort", params: { width: 399, height: 2000, min: 400 } },
    ],
    [
      "any side that is too short",
      "image",
      { minSide: 300 },
      { width: 2000, height: 299 },
      { code: "sideTooShort", params: { min: 300 } },
    ],
    [
      "a shape that is too wide",
      "image",
      { minRatio: 0.4, maxRatio: 2.5 },
      { width: 2501, height: 1000 },
      { code: "ratioOutOfBounds", params: { width: 2501, height: 1000, ratio: 2.501, minRatio: 0.4, maxRatio: 2.5 } },
    ],
    [
      "a shape that is too tall",
      "image",
      { minRatio: 0.4 },
      { width: 399, height: 1000 },
      { code: "ratioOutOfBounds", params: { minRatio: 0.4, maxRatio: "∞" } },
    ],
    [
      "a clip that is too short",
      "video",
      { minSeconds: 2 },
      { mediaType: "video/mp4", durationMs: 1999 },
      { code: "clipTooShort", params: { min: 2, value: 1.999 } },
    ],
    [
      "a clip that is too long",
      "audio",
      { maxSeconds: 15 },
      { mediaType: "audio/mpeg", durationMs: 15_500 },
      { code: "clipTooLong", params: { max: 15, value: 15.5 } },
    ],
  ])("%s", (_, kind, limits, facts, problem) => {
    expect(check(kind, limits, facts)).toMatchObject([{ field: "file", ...problem }]);
  });

  it("an asset that is not stored", () => {
    expect(checkMedia([field("image", {})], { file: "asset:gone" }, () => undefined)).toEqual([
      { field: "file", code: "unknownAsset", params: {} },
    ]);
  });

  it("a data URI by its own head and length", () => {
    const limits = { types: ["image/png", "image/jpeg"], maxBytes: 4 };
    const found = (file: string) =>
      checkMedia([field("image", limits)], { file }, () => undefined).map(({ code }) => code);
    expect(found("data:image/png;base64,AAAABA==")).toEqual([]);
    expect(found("data:image/jpg;base64,AAAABA==")).toEqual([]);
    expect(found("data:image/png;base64,AAAABAA=")).toEqual(["fileTooLarge"]);
    expect(found("data:text/html;base64,AAAA")).toEqual(["wrongMediaType"]);
  });

  it("each file of a list by its place", () => {
    const list: Field = {
      kind: "mediaList",
      media: "image",
      name: "files",
      label: "",
      required: false,
      limits: { maxBytes: 1 },
    };
    const issues = checkMedia([list], { files: ["asset:a", "https://x.test/b", "asset:c"] }, () => PICTURE);
    expect(issues.map((issue) => issue.field)).toEqual(["files.0", "files.2"]);
  });
});

describe("checkMedia accepts", () => {
  it("values on their bounds", () => {
    const limits = { types: ["image/png"], maxBytes: 1000, minShortSide: 400, minRatio: 0.4, maxRatio: 2.5 };
    expect(check("image", limits, { width: 1000, height: 400 })).toEqual([]);
    expect(check("image", limits, { width: 400, height: 1000 })).toEqual([]);
  });

  it("what cannot be seen from here: addresses, samples, unknown sizes", () => {
    const limits = { maxBytes: 1, minSide: 9999 };
    for (const file of ["https://x.test/a", "sample.png"]) {
      expect(checkMedia([field("image", limits)], { file }, () => undefined)).toEqual([]);
    }
    expect(
      checkMedia([field("image", { minSide: 9999 })], { file: "asset:a" }, () => ({
        mediaType: "image/png",
        bytes: 1,
      })),
    ).toEqual([]);
  });
});
