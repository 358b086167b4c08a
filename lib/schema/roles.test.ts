import { describe, expect, it } from "vitest";
import type { Property } from "./dialect";
import { roleOf } from "./roles";

const property = (key: string, more: Partial<Property>): Property => ({
  key,
  type: "string",
  required: false,
  ...more,
});

describe("roleOf", () => {
  it.each([
    ["ratio", ["16:9", "9:16"]],
    ["ratio", ["adaptive", "21:9", "1:1"]],
    ["ratio", ["1:1 (square)", "2.39:1"]],
    ["resolution", ["480p", "720P", "4k"]],
    ["pixels", ["720x720 (1:1)", "1280x720 (16:9)"]],
    ["pixels", ["1024*576", "576*1024"]],
    ["pixels", ["1024 × 1536", "1280X720px"]],
    ["pixels", ["auto_2K", "square_hd"]],
    ["pixels", ["square_hd", "portrait_4_3", "landscape_16_9"]],
    [undefined, ["auto"]],
    [undefined, ["16:9", "wide"]],
    [undefined, ["jpeg", "png"]],
  ])("is %s for choices like %j, whatever the key", (role, choices) => {
    expect(roleOf(property("169_value", { choices }))).toBe(role);
  });

  it.each([
    ["seconds", "duration", { type: "integer" }],
    ["seconds", "duration", { choices: ["auto", "5", "6"] }],
    ["seconds", "video_duration", { type: "number" }],
    ["seconds", "12_value", { type: "integer", title: "재생 시간" }],
    ["seconds", "12_value", { type: "integer", title: "時長" }],
    ["frames", "num_frames", { type: "integer", choices: [85, 129] }],
    ["frames", "174_value", { type: "integer", title: "Number of Frames" }],
    ["frames", "174_value", { type: "integer", title: "프레임 수" }],
    ["frames", "174_value", { type: "integer", title: "フレーム数" }],
    ["frameRate", "163_frame_rate", { type: "integer" }],
    ["frameRate", "fps", { type: "integer", choices: [24, 25] }],
    ["frameRate", "9_value", { type: "integer", title: "Frames Per Second" }],
    ["frameRate", "9_value", { type: "integer", title: "フレームレート" }],
    ["outputs", "num_images", { type: "integer" }],
    ["outputs", "n", { type: "integer" }],
    ["outputs", "number_of_videos", { type: "integer" }],
    ["outputs", "batch_size", { type: "integer", choices: [1, 2, 4] }],
    ["width", "width", { choices: ["512", "1024"] }],
    ["resolution", "resolution", { type: "integer", choices: [480, 720] }],
    ["width", "12_width", { type: "integer" }],
    ["height", "height", { type: "integer" }],
    ["watermark", "watermark", { type: "boolean" }],
    ["watermark", "add_watermark", { type: "boolean" }],
    ["watermark", "3_value", { type: "boolean", title: "浮水印" }],
    ["ratio", "aspect_ratio", {}],
  ] as const)("is %s for %s %o", (role, key, more) => {
    expect(roleOf(property(key, more as unknown as Partial<Property>))).toBe(role);
  });

  it.each([
    ["fade_duration", { type: "number" }],
    ["overlap_frames", { type: "integer" }],
    ["start_time", { type: "number" }],
    ["num_inference_steps", { type: "integer" }],
    ["images", { type: "integer" }],
    ["remove_watermark", { type: "boolean" }],
    ["sample_rate", { type: "integer", choices: [8000, 16000] }],
    ["duration", { type: "boolean" }],
    ["prompt", {}],
  ] as const)("is none for %s %o", (key, more) => {
    expect(roleOf(property(key, more as unknown as Partial<Property>))).toBeUndefined();
  });
});
