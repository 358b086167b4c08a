import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/json";
import { compileFields } from "./compile";
import { type CorrectedKind, correctableFields } from "./corrected-kind";

const kindsOf = (properties: JsonObject, kinds: Record<string, CorrectedKind>) => {
  const notes = Object.fromEntries(Object.entries(kinds).map(([key, kind]) => [key, { kind }]));
  const fields = compileFields({ type: "object", properties }, { notes });
  return Object.fromEntries(
    fields.map((field) => [field.name, field.kind === "mediaList" ? `${field.media}s` : field.kind]),
  );
};
const text: JsonObject = { type: "string" };

describe("a field's kind that somebody corrects", () => {
  it.each<[string, JsonObject, Record<string, CorrectedKind>, Record<string, string>]>([
    ["a text becomes a picture", { face: text }, { face: "image" }, { face: "image" }],
    ["a picture becomes a text", { image_url: text }, { image_url: "text" }, { image_url: "text" }],
    ["a list becomes videos", { refs: { type: "array" } }, { refs: "video" }, { refs: "videos" }],
    [
      "another text becomes the prompt",
      { prompt: text, story: text },
      { story: "prompt" },
      { prompt: "text", story: "prompt" },
    ],
    ["the prompt becomes a text", { prompt: text }, { prompt: "text" }, { prompt: "text" }],
    ["a number becomes a seed", { chance: { type: "integer" } }, { chance: "seed" }, { chance: "seed" }],
    ["a seed becomes a number", { seed: { type: "integer" } }, { seed: "integer" }, { seed: "integer" }],
    ["what its type cannot hold stays", { fps: { type: "integer" } }, { fps: "image" }, { fps: "integer" }],
    ["a choice stays", { size: { type: "string", enum: ["a", "b"] } }, { size: "text" }, { size: "choice" }],
  ])("%s", (_title, properties, kinds, expected) => {
    expect(kindsOf(properties, kinds)).toEqual(expected);
  });

  it("can be only what its type can hold", () => {
    const properties = { a: text, b: { type: "array", items: text }, c: { type: "integer" }, d: { type: "boolean" } };
    expect(correctableFields({ type: "object", properties })).toEqual({
      a: ["text", "prompt", "image", "video", "audio"],
      b: ["image", "video", "audio"],
      c: ["integer", "seed"],
    });
  });
});
