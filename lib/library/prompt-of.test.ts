import { expect, it } from "vitest";
import type { Field } from "@/lib/schema/field";
import { promptOf } from "./prompt-of";

const fields: Record<string, Field[]> = {
  "a/lyrics": [
    { kind: "text", name: "prompt", label: "Style", required: false },
    { kind: "prompt", name: "lyrics", label: "Lyrics", required: true },
  ],
  "a/upscale": [{ kind: "text", name: "prompt", label: "Note", required: false }],
};

it.each([
  ["the field that the model calls its prompt", "a/lyrics", { prompt: "jazz", lyrics: "la la" }, "la la"],
  ["nothing where the model has none", "a/upscale", { prompt: "jazz" }, ""],
  ["nothing where it was not filled", "a/lyrics", { prompt: "jazz" }, ""],
  ["the key prompt where the model is gone", "a/gone", { prompt: "a fox" }, "a fox"],
  ["nothing where that is no text", "a/gone", { prompt: { text: "a fox" } }, ""],
])("a job's prompt is %s", (_what, modelId, input, expected) => {
  expect(promptOf({ modelId, input }, (id) => fields[id])).toBe(expected);
});
