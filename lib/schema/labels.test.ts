import { describe, expect, it } from "vitest";
import { labelOf } from "./labels";

describe("labelOf", () => {
  it.each([
    ["155_positive_prompt", "Positive prompt"],
    ["169_valuex170_value", "Value"],
    ["image_url", "Image"],
    ["image_url_1", "Image 1"],
    ["reference_image_url_10", "Reference image 10"],
    ["image_urls", "Images"],
    ["audio_urls", "Audio"],
    ["url", "URL"],
    ["promptText", "Prompt text"],
    ["num_images", "Number of images"],
    ["cfg_scale", "CFG scale"],
    ["fps", "FPS"],
    ["12", "12"],
    ["프롬프트", "프롬프트"],
    ["", ""],
  ])("calls %j %j", (key, label) => {
    expect(labelOf(key)).toBe(label);
  });

  it("prefers a title, but not an untranslated key", () => {
    expect(labelOf("169_valuex170_value", "Resolution (W:H)")).toBe("Resolution (W:H)");
    expect(labelOf("seed", "FLUX.1 seed")).toBe("FLUX.1 seed");
    expect(labelOf("seed", "modelApi.inputs.seed")).toBe("Seed");
    expect(labelOf("seed", "modelApiDoc_inputSeed")).toBe("Seed");
  });
});
