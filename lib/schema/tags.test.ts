import { expect, it } from "vitest";
import { compileFields } from "./compile";

const schemaOf = (promptHelp: string, images: object) => ({
  type: "object",
  properties: { prompt: { type: "string", description: promptHelp }, ...images },
});
const LIST = {
  images: { type: "array", format: "image_uris", items: { type: "string", format: "image_uri" }, maxItems: 3 },
};
const SERIES = {
  image_url_1: { type: "string", format: "image_uri" },
  image_url_2: { type: "string", format: "image_uri" },
};

function tagsOf(promptHelp: string, images: object) {
  return compileFields(schemaOf(promptHelp, images)).flatMap((field) => ("tag" in field ? [field.tag] : []));
}

it.each([
  ["Refer to them as Image 1, Image 2.", LIST, ["Image 1"]],
  ["Cite them with @Image1.", LIST, ["@Image1"]],
  ["Refer to them as Image 1, Image 2.", SERIES, ["Image 1", "Image 2"]],
  ["Say what happens.", LIST, []],
  ["Accepts image 1 to 3.", LIST, []],
  ["Use Audio 1 for the sound.", LIST, []],
])("a prompt described by %j gives its references the tags", (help, images, expected) => {
  expect(tagsOf(help, images)).toEqual(expected);
});

it("what a list says of itself goes before what the prompt says", () => {
  const images = { images: { ...LIST.images, description: "Named image 1, image 2 in the prompt." } };
  expect(tagsOf("Refer to Image 1.", images)).toEqual(["image 1"]);
});
