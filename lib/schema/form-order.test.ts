import { expect, it } from "vitest";
import { compileFields } from "./compile";
import { inFormOrder } from "./form-order";

const order = (properties: Record<string, object>, required: string[] = []) =>
  inFormOrder(compileFields({ type: "object", properties, required })).map(({ name }) => name);
const text = { type: "string" };
const image = { type: "string", format: "image_uri" };
const whole = { type: "integer" };

it("an alphabetical schema is shown as people compose", () => {
  const properties = {
    aspect_ratio: { enum: ["1:1", "16:9"] },
    cfg_scale: { type: "number" },
    duration: whole,
    end_image_url: image,
    image_url: image,
    prompt: text,
    seed: whole,
  };
  expect(order(properties, ["image_url", "prompt"])).toEqual([
    "image_url",
    "end_image_url",
    "prompt",
    "aspect_ratio",
    "duration",
    "cfg_scale",
    "seed",
  ]);
});

it("a schema with an order of its own keeps it", () => {
  expect(order({ seed: whole, prompt: text, image_url: image })).toEqual(["seed", "prompt", "image_url"]);
});
