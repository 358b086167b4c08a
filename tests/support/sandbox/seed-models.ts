import type { JsonObject } from "@/lib/json";
import type { Model } from "@/lib/models/model";

const STORAGE = "https://playgrounds-storage-public.runcomfy.net/tools";
const string = (facts: JsonObject = {}): JsonObject => ({ type: "string", ...facts });
const integer = (facts: JsonObject = {}): JsonObject => ({ type: "integer", ...facts });
const seconds = Array.from({ length: 13 }, (_, index) => index + 3);
const optionalImages = Object.fromEntries(
  Array.from({ length: 8 }, (_, index): [string, JsonObject] => [`image_url_${index + 2}`, string()]),
);
const tags = Object.fromEntries(
  Array.from({ length: 9 }, (_, index): [string, { tag: string }] => [
    `image_url_${index + 1}`,
    { tag: `character${index + 1}` },
  ]),
);
const horse: JsonObject = {
  resolution: string({ enum: ["720P", "1080P"], default: "1080P" }),
  duration: integer({ enum: seconds, default: 5 }),
  seed: integer({ minimum: 0, maximum: 2147483647, default: 0 }),
  watermark: { type: "boolean", default: false },
};
const base = { summary: { en: "" }, output: "video", notes: {} } as const;

/** What the four pages that the project began with print, as far as the sandbox reads it. */
export const REFERENCE_TO_VIDEO: Model = {
  ...base,
  id: "happyhorse/happyhorse-1.0/reference-to-video",
  name: { en: "HappyHorse 1.0, from references" },
  inputSchema: {
    type: "object",
    required: ["image_url_1", "prompt"],
    properties: {
      image_url_1: string({ default: `${STORAGE}/7347/media-files/ref-promo-1.png` }),
      ...optionalImages,
      prompt: string({ maxLength: 5000, default: "Cinematic medium close-up." }),
      aspect_ratio: string({ enum: ["16:9", "9:16", "1:1", "4:3", "3:4"], default: "16:9" }),
      ...horse,
    },
  },
  notes: { ...tags, seed: { randomValue: 0 } },
  example: {
    image_url_1: `${STORAGE}/7347/media-files/ref-promo-1.png`,
    prompt: "Cinematic medium close-up. The young woman (character1) glances up from her book.",
  },
  samples: { [`${STORAGE}/7347/media-files/ref-promo-1.png`]: "lead" },
};

export const IMAGE_TO_VIDEO: Model = {
  ...base,
  id: "happyhorse/happyhorse-1.0/image-to-video",
  name: { en: "HappyHorse 1.0, from an image" },
  inputSchema: {
    type: "object",
    required: ["image_url", "prompt"],
    properties: {
      image_url: string({ default: `${STORAGE}/7345/media-files/ref-promo.webp` }),
      prompt: string({ maxLength: 5000, default: "Slow cinematic camera drift around the subject." }),
      ...horse,
    },
  },
  notes: { image_url: { limits: { minRatio: 0.4, maxRatio: 2.5 } }, seed: { randomValue: 0 } },
  example: {
    image_url: `${STORAGE}/7345/media-files/ref-promo.webp`,
    prompt: "Slow cinematic camera drift around the subject.",
  },
  samples: { [`${STORAGE}/7345/media-files/ref-promo.webp`]: "lead" },
};

export const FANTASY_PORTRAIT: Model = {
  ...base,
  id: "community/fantasy-portrait/image-to-video",
  name: { en: "Fantasy Portrait" },
  inputSchema: {
    type: "object",
    required: ["143_image", "160_video", "155_positive_prompt"],
    properties: {
      "155_positive_prompt": string({ title: "Prompt", default: "woman acting" }),
      "160_video": string({ title: "Video", default: "Runcomfy_example_1268_1.mp4" }),
      "143_image": string({ title: "Image", default: "Runcomfy_example_1268_1.png" }),
      "169_valuex170_value": string({
        title: "Resolution (W:H)",
        enum: ["720x720 (1:1)", "576x1024 (9:16)", "1280x720 (16:9)"],
        default: "720x720 (1:1)",
      }),
      "174_value": integer({ title: "Number of Frames", enum: [81, 141], default: 81 }),
      "163_frame_rate": integer({ title: "Frames Per Second", default: 16, minimum: 12, maximum: 24 }),
      "149_seed": integer({ title: "Seed", default: 96860978 }),
    },
  },
  example: {
    "143_image": "Runcomfy_example_1268_1.png",
    "160_video": "Runcomfy_example_1268_1.mp4",
    "155_positive_prompt": "woman acting",
  },
  samples: { "Runcomfy_example_1268_1.png": "lead" },
};

export const TEXT_TO_VIDEO: Model = {
  ...base,
  id: "tencent/hunyuan/text-to-video",
  name: { en: "Hunyuan" },
  inputSchema: {
    type: "object",
    required: ["prompt"],
    properties: {
      prompt: string({ title: "Prompt" }),
      seed: integer({ title: "Seed" }),
      pro_mode: { type: "boolean", default: false },
      aspect_ratio: string({ enum: ["16:9", "9:16"], default: "16:9" }),
      resolution: string({ enum: ["480p", "580p", "720p"], default: "720p" }),
      num_frames: integer({ title: "Number of Frames", enum: [85, 129], default: 129 }),
    },
  },
  example: { prompt: "" },
};

export const SEED_MODELS: readonly Model[] = [REFERENCE_TO_VIDEO, IMAGE_TO_VIDEO, FANTASY_PORTRAIT, TEXT_TO_VIDEO];
