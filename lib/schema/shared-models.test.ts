import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { compileFields } from "./compile";
import type { Field } from "./field";
import { planFrame } from "./frame";
import { createValidator } from "./validator";
import { initialValues } from "./values";

/** Schemas of the service's catalogue; they lie beside the project where it is developed, and are not part of it. */
const MODELS = path.resolve("../shared/models");
const names = existsSync(MODELS) ? readdirSync(MODELS).filter((name) => name.endsWith(".json")) : [];

function compile(name: string): { fields: Field[]; keys: string[] } {
  const model = JSON.parse(readFileSync(path.join(MODELS, name), "utf8"));
  const fields = compileFields(model.input_schema, { example: model.example_request });
  return { fields, keys: Object.keys(model.input_schema.properties) };
}
const isMedia = ({ kind }: Field) => ["image", "video", "audio", "mediaList"].includes(kind);

/** What else sounds like a file in these 23 schemas, and is none. */
const NO_FILES = /^(generate_audio|generate_audio_switch|enable_audio|audio_setting|image_size|num_images)$/;

describe.skipIf(names.length === 0)("the catalogue's schemas (skipped where ../shared/models is absent)", () => {
  it("are all 23", () => {
    expect(names).toHaveLength(23);
  });

  it.each(names)("%s compiles whole, without a raw field", (name) => {
    const { fields, keys } = compile(name);
    expect(fields.map((field) => field.name)).toEqual(keys);
    expect(fields.filter(({ kind }) => kind === "json")).toEqual([]);
    expect(fields.filter(({ kind }) => kind === "prompt")).toHaveLength(1);
    const sounding = keys.filter((key) => /image|video|audio|mask/.test(key) && !NO_FILES.test(key));
    expect(fields.filter(isMedia).map((field) => field.name)).toEqual(sounding);
  });

  it.each(names)("%s begins as a form that lacks only what its user brings", (name) => {
    const { fields } = compile(name);
    const checked = createValidator(fields).parse(initialValues(fields));
    const issues = checked.ok ? [] : checked.issues;
    expect(issues.every(({ code }) => code === "required")).toBe(true);
    const missing = fields.filter((field) => field.required && !("default" in field));
    expect(issues.map(({ field }) => field)).toEqual(missing.map((field) => field.name));
  });

  it.each(names)("%s has a frame", (name) => {
    const { width, height, frameCount } = planFrame(compile(name).fields, {});
    expect([width % 2, height % 2, Number.isInteger(frameCount)]).toEqual([0, 0, true]);
  });
});
