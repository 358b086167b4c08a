import { describe, expect, it } from "vitest";
import { typeName, typeRefusal, uploadableOf } from "./type-refusal";

describe("the refusal of a type", () => {
  const pictures = ["image/jpeg", "image/png"];
  it.each([
    ["image/heic", "HEIC", "heic", "JPEG"],
    ["image/svg+xml", "SVG", "svg", "JPEG"],
    ["image/gif", "GIF", "gif", "JPEG"],
    ["image/avif", "AVIF", "save", "JPEG"],
    ["image/tiff", "TIFF", "save", "JPEG"],
    ["image/webp", "WebP", "none", "JPEG"],
    ["image/bmp", "BMP", "none", "JPEG"],
    ["video/mp4", "MP4", "none", ""],
    ["application/octet-stream", "application/octet-stream", "unknown", ""],
  ])("says of %s what to do", (found, name, advice, target) => {
    expect(typeRefusal(found, pictures)).toEqual({
      found,
      accepted: "image/jpeg, image/png",
      name,
      names: "JPEG, PNG",
      advice,
      target,
    });
  });

  it("asks for a video to be saved as the first type that is taken", () => {
    expect(typeRefusal("video/quicktime", uploadableOf("video"))).toMatchObject({ advice: "save", target: "MP4" });
  });

  it("calls a type by its MIME name where people have none for it", () => {
    expect(typeName("text/plain")).toBe("text/plain");
  });
});
