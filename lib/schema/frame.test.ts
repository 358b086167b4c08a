import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/json";
import { compileFields } from "./compile";
import { planFrame } from "./frame";

type Image = { width: number; height: number };

const referenceToVideo = {
  image_url_1: { type: "string" },
  aspect_ratio: { type: "string", enum: ["16:9", "9:16", "1:1", "4:3", "3:4"], default: "16:9" },
  resolution: { type: "string", enum: ["720P", "1080P"], default: "1080P" },
  duration: { type: "integer", enum: [3, 5, 15], default: 5 },
};
const imageToVideo = {
  image_url: { type: "string", description: "aspect between 1:2.5 and 2.5:1" },
  resolution: referenceToVideo.resolution,
  duration: referenceToVideo.duration,
};
const hunyuan = {
  aspect_ratio: { type: "string", enum: ["16:9", "9:16"], default: "16:9" },
  resolution: { type: "string", enum: ["480p", "580p", "720p"], default: "720p" },
  num_frames: { type: "integer", enum: [85, 129], default: 129 },
};
const fantasyPortrait = {
  "143_image": { type: "string" },
  "169_valuex170_value": { type: "string", enum: ["720x720 (1:1)", "540x960 (9:16)"], default: "720x720 (1:1)" },
  "174_value": { title: "Number of Frames", type: "integer", enum: [81, 141], default: 81 },
  "163_frame_rate": { type: "integer", minimum: 12, maximum: 24, default: 16 },
};

function plan(properties: object, input: JsonObject = {}, image?: Image) {
  const { width, height, fps, frameCount } = planFrame(compileFields({ properties }), input, image);
  return [`${width}x${height}`, fps, frameCount];
}

describe("planFrame", () => {
  it.each<[string, object, JsonObject, Image | undefined, [string, number, number]]>([
    ["short side and ratio", referenceToVideo, { resolution: "720P", duration: 5 }, undefined, ["1280x720", 24, 120]],
    [
      "the ratio, not the first image",
      referenceToVideo,
      { aspect_ratio: "9:16" },
      { width: 900, height: 900 },
      ["1080x1920", 24, 120],
    ],
    [
      "3:4",
      referenceToVideo,
      { aspect_ratio: "3:4", resolution: "720P", duration: 15 },
      undefined,
      ["720x960", 24, 360],
    ],
    [
      "the image's own ratio",
      imageToVideo,
      { resolution: "720P", duration: 3 },
      { width: 1024, height: 1280 },
      ["720x900", 24, 72],
    ],
    [
      "an odd long side as the nearest even one",
      imageToVideo,
      { resolution: "720P" },
      { width: 1000, height: 1333 },
      ["720x960", 24, 120],
    ],
    [
      "a ratio held to the widest allowed",
      imageToVideo,
      { resolution: "720P" },
      { width: 4000, height: 1000 },
      ["1800x720", 24, 120],
    ],
    [
      "a ratio held to the tallest allowed",
      imageToVideo,
      { resolution: "1080P" },
      { width: 100, height: 1000 },
      ["1080x2700", 24, 120],
    ],
    ["an image of unknown size as 16:9", imageToVideo, { resolution: "720P" }, undefined, ["1280x720", 24, 120]],
    ["480p", hunyuan, { resolution: "480p", num_frames: 85 }, undefined, ["854x480", 24, 85]],
    ["580p", hunyuan, { resolution: "580p", aspect_ratio: "9:16" }, undefined, ["580x1032", 24, 129]],
    [
      "named pixels and frames",
      fantasyPortrait,
      { "169_valuex170_value": "540x960 (9:16)", "174_value": 141, "163_frame_rate": 24 },
      undefined,
      ["540x960", 24, 141],
    ],
    ["defaults", fantasyPortrait, {}, { width: 10, height: 5 }, ["720x720", 16, 81]],
    ["nothing said", {}, {}, undefined, ["1280x720", 24, 120]],
  ])("reads %s", (_, properties, input, image, expected) => {
    expect(plan(properties, input, image)).toEqual(expected);
  });

  it.each<[string, object, JsonObject, Image | undefined, [string, number, number]]>([
    [
      "auto as the image's ratio",
      { aspect_ratio: { enum: ["auto", "16:9"] }, image: {} },
      { aspect_ratio: "auto" },
      { width: 1, height: 1 },
      ["720x720", 24, 120],
    ],
    [
      "adaptive without an image as 16:9",
      { aspect_ratio: { enum: ["adaptive", "1:1"] } },
      { aspect_ratio: "adaptive" },
      undefined,
      ["1280x720", 24, 120],
    ],
    ["seconds in text", { duration: { enum: ["auto", "6"] } }, { duration: "6" }, undefined, ["1280x720", 24, 144]],
    [
      "auto seconds as five",
      { duration: { enum: ["auto", "10"], default: "10" } },
      { duration: "auto" },
      undefined,
      ["1280x720", 24, 120],
    ],
    [
      "fractions of a second",
      { duration: { type: "number" }, fps: { type: "integer" } },
      { duration: 2.5, fps: 25 },
      undefined,
      ["1280x720", 25, 63],
    ],
    ["2k", { resolution: { enum: ["768p", "2k"] } }, { resolution: "2k" }, undefined, ["2560x1440", 24, 120]],
    [
      "4k in a wide ratio, within 4096",
      { resolution: { enum: ["4k"] }, ratio: { enum: ["21:9"] } },
      { resolution: "4k", ratio: "21:9" },
      undefined,
      ["4096x1756", 24, 120],
    ],
    [
      "1K",
      { resolution: { enum: ["1K", "2K"] }, ratio: { enum: ["1:1"] } },
      { resolution: "1K", ratio: "1:1" },
      undefined,
      ["1024x1024", 24, 120],
    ],
    [
      "a size preset",
      { image_size: { enum: ["square", "portrait_16_9"] } },
      { image_size: "portrait_16_9" },
      undefined,
      ["576x1024", 24, 120],
    ],
    ["stars for pixels", { size: { enum: ["1024*576"] } }, { size: "1024*576" }, undefined, ["1024x576", 24, 120]],
    [
      "pixels under a resolution",
      { resolution: { enum: ["1920x1080"] } },
      { resolution: "1920x1080" },
      undefined,
      ["1920x1080", 24, 120],
    ],
    [
      "width and height",
      { width: { type: "integer" }, height: { type: "integer" } },
      { width: 641, height: 480 },
      undefined,
      ["642x480", 24, 120],
    ],
    ["sixty seconds at most", { duration: { type: "integer" } }, { duration: 9000 }, undefined, ["1280x720", 24, 1440]],
  ])("reads in other schemas %s", (_, properties, input, image, expected) => {
    expect(plan(properties, input, image)).toEqual(expected);
  });

  it("gives an even frame within its bounds, whatever the input", () => {
    const fields = compileFields({
      properties: {
        ...referenceToVideo,
        size: { type: "string" },
        width: { type: "number" },
        height: { type: "number" },
        fps: { type: "number" },
        num_frames: { type: "integer" },
      },
    });
    const value = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.constantFrom("1:0", "0x0", "99999x10", "9999999:1", "auto", "1e400", "720P", null, true),
    );
    const key = fc.constantFrom(...fields.map(({ name }) => name));
    const size = fc.record({ width: fc.double(), height: fc.double() });
    fc.assert(
      fc.property(fc.dictionary(key, value), fc.option(size, { nil: undefined }), (input, image) => {
        const frame = planFrame(fields, input as JsonObject, image);
        for (const side of [frame.width, frame.height]) {
          expect(side % 2).toBe(0);
          expect(side).toBeGreaterThanOrEqual(64);
          expect(side).toBeLessThanOrEqual(4096);
        }
        expect(Number.isInteger(frame.frameCount) && frame.frameCount >= 1).toBe(true);
        expect(frame.frameCount / frame.fps).toBeLessThanOrEqual(61);
        expect(frame.fps).toBeLessThanOrEqual(60);
      }),
    );
  });
});
