import { describe, expect, it } from "vitest";
import type { Property } from "./dialect";
import { recogniseMedia } from "./media";

const property = (key: string, more: Partial<Property> = {}): Property => ({
  key,
  type: "string",
  required: false,
  ...more,
});

describe("recogniseMedia", () => {
  it.each([
    ["image_url", {}, "image"],
    ["imageUrl", {}, "image"],
    ["143_image", {}, "image"],
    ["end_image_url", {}, "image"],
    ["reference_image_url_5", {}, "image"],
    ["first_frame", {}, "image"],
    ["last_frame_url", {}, "image"],
    ["mask_url", {}, "image"],
    ["video_mask", {}, "image"],
    ["video", {}, "video"],
    ["driving_video_path", {}, "video"],
    ["160_video", {}, "video"],
    ["audio_url", {}, "audio"],
    ["voice_url", {}, "audio"],
  ])("takes %s for a file by its key", (key, more, media) => {
    expect(recogniseMedia(property(key, more))).toEqual({ media, list: false });
  });

  it.each([
    ["image_size", { choices: ["square"] }],
    ["image", { choices: ["first", "second"] }],
    ["image_size", {}],
    ["num_images", { type: "integer" }],
    ["num_images", {}],
    ["num_frames", { type: "integer", choices: [85, 129] }],
    ["163_frame_rate", { type: "integer" }],
    ["generate_audio", { type: "boolean" }],
    ["generate_audio", {}],
    ["generate_audio_switch", { type: "boolean" }],
    ["enable_audio", { type: "boolean" }],
    ["keep_original_sound", { type: "boolean" }],
    ["audio_setting", { choices: ["auto", "origin"] }],
    ["audio_setting", {}],
    ["video_description", {}],
    ["image_prompt", {}],
    ["voice", {}],
    ["webhook_url", {}],
    ["lora_url", {}],
    ["image", { type: "boolean", default: true }],
  ] as const)("does not take %s (%o) for a file", (key, more) => {
    expect(recogniseMedia(property(key, more as Partial<Property>))).toBeUndefined();
  });

  it.each([
    ["a file name", { default: "Runcomfy_example_1268_1.mp4" }, "video"],
    ["an address with a query", { default: "https://x.test/a/b.PNG?width=2#top" }, "image"],
    ["a data URI", { default: "data:audio/wav;base64,AAAA" }, "audio"],
    ["an example", { example: "https://x.test/a.webm" }, "video"],
    ["the first of a list", { type: "array", default: ["https://x.test/a.jpg"] }, "image"],
  ] as const)("takes a key that says nothing for a file by %s", (_, more, media) => {
    expect(recogniseMedia(property("12_value", more as unknown as Partial<Property>))?.media).toBe(media);
  });

  it("does not take prose that ends like a file for one", () => {
    expect(recogniseMedia(property("subject", { default: "a poster of movie.mp4" }))).toBeUndefined();
  });

  it.each([
    "画像",
    "参考画像1(キャラクター1)",
    "이미지",
    "참고 이미지 2",
    "影像",
    "參考圖片",
    "Reference image 1",
    "Upload Image",
  ])("takes a key that says nothing for an image by the title %s", (title) => {
    expect(recogniseMedia(property("12_value", { title }))).toEqual({ media: "image", list: false });
  });

  it.each(["Image Size", "이미지 크기", "Describe the image", "画像の枚数"])("does not by the title %s", (title) => {
    expect(recogniseMedia(property("12_value", { title }))).toBeUndefined();
  });

  it("believes the format before the value, and the value before the key", () => {
    const video = { default: "https://x.test/a.mp4" };
    expect(recogniseMedia(property("image", { ...video, format: "audio_uri" }))?.media).toBe("audio");
    expect(recogniseMedia(property("image", video))?.media).toBe("video");
  });

  it("knows lists with items, without items and by their items' format", () => {
    const items = property("", { format: "video_uri" });
    expect(recogniseMedia(property("image_urls", { type: "array" }))).toEqual({ media: "image", list: true });
    expect(recogniseMedia(property("things", { type: "array", items }))).toEqual({ media: "video", list: true });
    expect(recogniseMedia(property("things", { type: "array", format: "audio_uris" }))).toEqual({
      media: "audio",
      list: true,
    });
    expect(
      recogniseMedia(property("images", { type: "array", items: property("", { type: "object" }) })),
    ).toBeUndefined();
    expect(recogniseMedia(property("tags", { type: "array" }))).toBeUndefined();
  });
});
