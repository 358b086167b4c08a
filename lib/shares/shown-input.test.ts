import { expect, it } from "vitest";
import type { Field } from "@/lib/schema/field";
import { inputSettings, inputTexts } from "./shown-input";

const base = { label: "L", required: false };
const WORDS = { model: "Model", on: "On", off: "Off" };

it.each<[string, Field, unknown, string | undefined]>([
  [
    "a choice by its label",
    { ...base, name: "x", kind: "choice", options: [{ value: "9:16", label: "Tall" }] },
    "9:16",
    "Tall",
  ],
  ["no value that is no choice", { ...base, name: "x", kind: "choice", options: [] }, "https://a.example/k", undefined],
  ["a number", { ...base, name: "x", kind: "integer" }, 5, "5"],
  ["a seed", { ...base, name: "x", kind: "seed" }, 0, "0"],
  ["a toggle in words", { ...base, name: "x", kind: "toggle" }, false, "Off"],
  ["no picture", { ...base, name: "x", kind: "image", limits: {} }, "asset:secret", undefined],
  [
    "no structure",
    { ...base, name: "x", kind: "json", note: { code: "typeUnknown", params: {} } },
    { a: "https://b" },
    undefined,
  ],
  ["no text", { ...base, name: "x", kind: "text" }, "blurry", undefined],
])("settings show %s", (_what, field, value, shown) => {
  const settings = inputSettings({ x: value as string }, [field], WORDS);
  expect(settings).toEqual(shown === undefined ? [] : [{ label: "L", value: shown }]);
});

it.each([
  ["blurry", true],
  ["", false],
  ["asset:0a1b", false],
  ["https://a.example/lora", false],
  ["data:text/plain,x", false],
  ["see https://a.example", true],
])("a text %j is shown: %s", (value, isShown) => {
  const texts = inputTexts({ x: value }, [{ ...base, name: "x", kind: "text" }]);
  expect(texts).toHaveLength(isShown ? 1 : 0);
});
