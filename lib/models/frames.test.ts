import { describe, expect, it } from "vitest";
import { planFrame } from "@/lib/schema/frame";
import { findModel } from "./catalog";
import { modelFields } from "./localize";
import type { Model } from "./model";

function modelOf(id: string): Model {
  const model = findModel(id);
  if (!model) throw new Error(`no ${id}`);
  return model;
}

describe("the frame that a shipped model's form asks for", () => {
  it.each([
    [
      "happyhorse/happyhorse-1.0/reference-to-video",
      { resolution: "1080P", aspect_ratio: "9:16", duration: 3 },
      [1080, 1920, 24, 72],
    ],
    ["happyhorse/happyhorse-1.0/image-to-video", { resolution: "720P", duration: 15 }, [720, 900, 24, 360]],
    ["community/fantasy-portrait/image-to-video", {}, [720, 720, 16, 81]],
    [
      "community/fantasy-portrait/image-to-video",
      { "169_valuex170_value": "480x720 (2:3)", "174_value": 141, "163_frame_rate": 12 },
      [480, 720, 12, 141],
    ],
    ["tencent/hunyuan/text-to-video", { resolution: "580p", num_frames: 85 }, [1032, 580, 24, 85]],
  ] as const)("%s with %j is %j", (id, input, [width, height, fps, frameCount]) => {
    const plan = planFrame(modelFields(modelOf(id), "ko"), { ...input }, { width: 1024, height: 1280 });
    expect(plan).toEqual({ width, height, fps, frameCount });
  });

  it.each(["en", "ko", "ja", "zh-TW"] as const)("is the same in %s", (locale) => {
    const model = modelOf("community/fantasy-portrait/image-to-video");
    expect(planFrame(modelFields(model, locale), {})).toEqual(planFrame(modelFields(model, "en"), {}));
  });
});
