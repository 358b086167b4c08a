import { expect, it } from "vitest";
import type { Field } from "@/lib/schema/field";
import { inputRows } from "./rows";

const FIELDS: Field[] = [
  { kind: "prompt", name: "prompt", label: "Prompt", required: true },
  { kind: "image", name: "image_url", label: "First frame", required: false, limits: {} },
  { kind: "seed", name: "seed", label: "Seed", required: false },
  { kind: "toggle", name: "sound", label: "Sound", required: false },
];

it("rows are the fields that were given, in the order of the form", () => {
  const rows = inputRows([
    { input: { seed: 1, prompt: "A fox.", extra: { b: 1, a: [2] } }, fields: FIELDS },
    { input: { seed: 2, prompt: "A fox.", extra: { a: [2], b: 1 }, image_url: "asset:x" }, fields: FIELDS },
  ]);
  expect(rows).toEqual([
    { name: "prompt", label: "Prompt", kind: "prompt", values: ["A fox.", "A fox."], differs: false },
    { name: "image_url", label: "First frame", kind: "media", values: [undefined, "asset:x"], differs: true },
    { name: "seed", label: "Seed", kind: "value", values: [1, 2], differs: true },
    {
      name: "extra",
      label: "extra",
      kind: "value",
      values: [
        { b: 1, a: [2] },
        { a: [2], b: 1 },
      ],
      differs: false,
    },
  ]);
});

it("takes of different models share what is called the same", () => {
  const other: Field[] = [{ kind: "seed", name: "seed", label: "Number", required: false }];
  const rows = inputRows([
    { input: { seed: 1 }, fields: other },
    { input: { seed: 1, prompt: "A fox." }, fields: FIELDS },
  ]);
  expect(rows.map(({ label, differs }) => [label, differs])).toEqual([
    ["Number", false],
    ["Prompt", true],
  ]);
});
