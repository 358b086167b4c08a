import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/json";
import { compileFields } from "./compile";
import type { FieldIssue } from "./field";
import { createValidator } from "./validator";

const schema = {
  required: ["prompt", "image_url_1", "length"],
  properties: {
    prompt: { type: "string", maxLength: 10, description: "10 characters or 5 Chinese ones" },
    image_url_1: { type: "string", default: "sample_1.png" },
    image_url_2: { type: "string" },
    length: { type: "integer", enum: [3, 4, 5], default: 5 },
    motion: { type: "string", enum: ["pan", "tilt"] },
    steps: { type: "integer", minimum: 6, maximum: 20 },
    strength: { type: "float", minimum: 0.3, maximum: 2 },
    seed: { type: "integer", minimum: 0, maximum: 100, default: 0 },
    watermark: { type: "boolean", default: false },
    negative_prompt: { type: "string", default: "blurry" },
    style: { type: "string" },
    videos: { type: "array", format: "video_uris", minItems: 2, maxItems: 3 },
    loras: {
      type: "array",
      maxItems: 2,
      items: {
        type: "object",
        required: ["path"],
        properties: { path: { type: "string" }, scale: { type: "number", maximum: 4 } },
      },
    },
    extra: { type: "object" },
  },
};
const validator = createValidator(compileFields(schema));
const good: JsonObject = { prompt: "A fox.", image_url_1: "asset:abc", length: 5 };

function parse(more: Record<string, unknown>) {
  return validator.parse({ ...good, ...more });
}
function issues(more: Record<string, unknown>): FieldIssue[] {
  const checked = parse(more);
  return checked.ok ? [] : checked.issues;
}

describe("createValidator accepts", () => {
  it.each<[string, JsonObject]>([
    ["an asset", { image_url_1: "asset:sample-lead" }],
    ["a web address", { image_url_1: "https://x.test/a b.png".replace(" ", "%20") }],
    ["an http address", { image_url_1: "http://127.0.0.1:9/a" }],
    ["a data URI", { image_url_1: "data:image/png;base64,AAAA" }],
    ["the field's own sample", { image_url_1: "sample_1.png" }],
    ["false and zero", { watermark: false, seed: 0 }],
    ["values on their bounds", { steps: 6, strength: 2, seed: 100 }],
    ["five Chinese characters of ten", { prompt: "一二三四五" }],
    ["characters outside the first plane as one", { prompt: "🦊".repeat(10) }],
    ["a list", { videos: ["asset:a", "asset:b"] }],
    ["a structure", { loras: [{ path: "a", scale: 4 }] }],
    ["any JSON where the schema says nothing", { extra: { deep: [null, { x: 1 }] } }],
    ["an empty text that overrides a default", { negative_prompt: "" }],
  ])("%s as it is", (_, more) => {
    expect(parse(more)).toEqual({ ok: true, value: { ...good, ...more } });
  });
});

describe("createValidator leaves out", () => {
  it.each<[string, Record<string, unknown>]>([
    ["an empty text", { style: "" }],
    ["an empty file", { image_url_2: "" }],
    ["an unset choice", { motion: "" }],
    ["null", { steps: null, watermark: null, seed: null, extra: null, loras: null }],
    ["an empty list", { videos: [], loras: [] }],
  ])("%s that is optional", (_, more) => {
    expect(parse(more)).toEqual({ ok: true, value: good });
  });

  it("holes of a list and empty members of a structure", () => {
    const more = { videos: ["asset:a", "", null, "asset:b"], loras: [{ path: "a", scale: null }] };
    expect(parse(more)).toEqual({
      ok: true,
      value: { ...good, videos: ["asset:a", "asset:b"], loras: [{ path: "a" }] },
    });
  });

  it("nothing else: defaults of optional fields are not filled in", () => {
    expect(validator.parse(good)).toEqual({ ok: true, value: good });
  });
});

describe("createValidator fills in", () => {
  it("a required value that has a real default, never a sample", () => {
    const { length: _, ...rest } = good;
    expect(validator.parse(rest)).toEqual({ ok: true, value: { ...rest, length: 5 } });
    expect(validator.parse({ prompt: "A fox." })).toEqual({
      ok: false,
      issues: [{ field: "image_url_1", code: "required", params: {} }],
    });
  });
});

describe("createValidator refuses", () => {
  it.each<[string, Record<string, unknown>, Partial<FieldIssue>]>([
    ["an empty prompt", { prompt: "" }, { field: "prompt", code: "required" }],
    ["a prompt of blanks", { prompt: " \n" }, { field: "prompt", code: "required" }],
    ["a required choice that was emptied", { length: null }, { field: "length", code: "required" }],
    ["a key that the schema lacks", { promt: "x" }, { field: "promt", code: "unknownKey", params: { field: "promt" } }],
    [
      "a text that is too long",
      { prompt: "一二三四五六" },
      { field: "prompt", code: "tooLong", params: { max: 10, length: 12, cjkWeight: 2 } },
    ],
    ["a number below its bound", { steps: 5 }, { field: "steps", code: "tooSmall", params: { min: 6, value: 5 } }],
    [
      "a number above its bound",
      { strength: 2.01 },
      { field: "strength", code: "tooLarge", params: { max: 2, value: 2.01 } },
    ],
    ["a fraction", { steps: 7.5 }, { field: "steps", code: "notInteger", params: { value: 7.5 } }],
    ["a fraction of a seed", { seed: 7.5 }, { field: "seed", code: "notInteger" }],
    [
      "a number as text",
      { steps: "7" },
      { field: "steps", code: "wrongType", params: { expected: "number", value: "7" } },
    ],
    ["what is no number", { strength: Number.NaN }, { field: "strength", code: "wrongType" }],
    [
      "a word outside its enum",
      { motion: "zoom" },
      { field: "motion", code: "notInChoices", params: { choices: "pan, tilt", value: "zoom" } },
    ],
    [
      "a number outside its enum",
      { length: 6 },
      { field: "length", code: "notInChoices", params: { choices: "3, 4, 5", value: 6 } },
    ],
    [
      "an enum's number as text",
      { length: "5" },
      { field: "length", code: "wrongType", params: { expected: "number", choices: "3, 4, 5", value: "5" } },
    ],
    [
      "a word for a switch",
      { watermark: "yes" },
      { field: "watermark", code: "wrongType", params: { expected: "boolean", value: "yes" } },
    ],
    [
      "a number for text",
      { prompt: 5 },
      { field: "prompt", code: "wrongType", params: { expected: "text", value: 5 } },
    ],
    ["a bare file name", { image_url_2: "sample_1.png" }, { field: "image_url_2", code: "notAnAddress" }],
    ["another bare file name", { image_url_1: "sample_2.png" }, { field: "image_url_1", code: "notAnAddress" }],
    ["a path", { image_url_1: "/etc/passwd" }, { field: "image_url_1", code: "notAnAddress" }],
    ["another scheme", { image_url_1: "file:///etc/passwd" }, { field: "image_url_1", code: "notAnAddress" }],
    ["an address with blanks", { image_url_1: "https://x.test/a b" }, { field: "image_url_1", code: "notAnAddress" }],
    ["an address without a host", { image_url_1: "https://" }, { field: "image_url_1", code: "notAnAddress" }],
    [
      "an address with a broken host",
      { image_url_1: "https://[x" },
      { field: "image_url_1", code: "notAnAddress", params: { value: "https://[x" } },
    ],
    ["an asset without an id", { image_url_1: "asset:" }, { field: "image_url_1", code: "notAnAddress" }],
    ["an asset id that is a path", { image_url_1: "asset:../x" }, { field: "image_url_1", code: "notAnAddress" }],
    ["an empty data URI", { image_url_1: "data:image/png;base64," }, { field: "image_url_1", code: "notAnAddress" }],
    ["too few entries", { videos: ["asset:a"] }, { field: "videos", code: "tooFew", params: { min: 2, count: 1 } }],
    [
      "too many entries",
      { videos: Array(4).fill("asset:a") },
      { field: "videos", code: "tooMany", params: { max: 3, count: 4 } },
    ],
    [
      "one file for a list",
      { videos: "asset:a" },
      { field: "videos", code: "wrongType", params: { expected: "list", value: "asset:a" } },
    ],
    ["a wrong entry", { videos: ["asset:a", "b"] }, { field: "videos.1", code: "notAnAddress" }],
    ["a wrong member", { loras: [{ path: "a", scale: 5 }] }, { field: "loras.0.scale", code: "tooLarge" }],
    ["a missing member", { loras: [{ path: "a" }, { scale: 1 }] }, { field: "loras.1.path", code: "required" }],
    ["an unknown member", { loras: [{ path: "a", weight: 1 }] }, { field: "loras.0.weight", code: "unknownKey" }],
    ["what JSON cannot hold", { extra: { f: () => 1 } }, { field: "extra", code: "notJson" }],
  ])("%s", (_, more, expected) => {
    const found = issues(more);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(expected);
  });

  it.each([[null], ["text"], [[1]], [undefined]])("%j for an input", (input) => {
    expect(validator.parse(input)).toEqual({
      ok: false,
      issues: [{ field: "", code: "wrongType", params: { expected: "object" } }],
    });
  });

  it("everything that is wrong at once, in the order of the form", () => {
    const found = issues({ seed: -1, prompt: "", steps: 99, other: 1 });
    expect(found.map(({ field }) => field)).toEqual(["prompt", "steps", "seed", "other"]);
  });

  it("structures that are nested without end", () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 10_000; depth += 1) deep = [deep];
    expect(issues({ extra: deep })).toMatchObject([{ field: "extra", code: "notJson" }]);
  });
});

describe("createValidator, at the edges of the dialect", () => {
  it("accepts a random seed that stands below the seeds", () => {
    const fields = compileFields(
      { properties: { seed: { type: "integer", minimum: 1 } } },
      { notes: { seed: { randomValue: -1 } } },
    );
    expect(createValidator(fields).parse({ seed: -1 }).ok).toBe(true);
    expect(createValidator(fields).parse({ seed: -2 }).ok).toBe(false);
  });

  it("accepts an empty word that is one of the choices", () => {
    const fields = compileFields({ required: ["mode"], properties: { mode: { enum: ["", "fast"] } } });
    expect(createValidator(fields).parse({ mode: "" })).toEqual({ ok: true, value: { mode: "" } });
  });

  it("asks for a required list unless the schema allows none", () => {
    const list = (minItems?: number) =>
      createValidator(
        compileFields({
          required: ["images"],
          properties: { images: { type: "array", ...(minItems === undefined ? {} : { minItems }) } },
        }),
      );
    expect(list().parse({ images: [] })).toMatchObject({ issues: [{ code: "required" }] });
    expect(list(1).parse({ images: [""] })).toMatchObject({ issues: [{ code: "required" }] });
    expect(list(0).parse({ images: [] })).toEqual({ ok: true, value: { images: [] } });
  });

  it("accepts any member of a sample list", () => {
    const fields = compileFields({ properties: { images: { type: "array", default: ["a.png", "b.png"] } } });
    expect(createValidator(fields).parse({ images: ["b.png"] }).ok).toBe(true);
    expect(createValidator(fields).parse({ images: ["c.png"] }).ok).toBe(false);
  });
});
