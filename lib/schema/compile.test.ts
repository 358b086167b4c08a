import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CompileOptions, compileFields } from "./compile";
import { readSchema } from "./dialect";
import type { Field } from "./field";
import { createValidator } from "./validator";
import { initialValues } from "./values";

function compile(properties: object, more: { required?: string[]; options?: CompileOptions } = {}): Field[] {
  return compileFields({ type: "object", required: more.required ?? [], properties }, more.options);
}

/** The only field of a schema with one property. */
function one(property: unknown, options?: CompileOptions & { key?: string }): Field {
  const [field] = compileFields({ properties: { [options?.key ?? "thing"]: property } }, options);
  if (field === undefined) throw new Error("no field");
  return field;
}

describe("compileFields", () => {
  it("looks at a long key once, which takes minutes where each of its digits begins anew", () => {
    const before = process.cpuUsage().user;
    expect(one({ type: "string" }, { key: `image${"1".repeat(300_000)}x` })).toMatchObject({ required: false });
    expect((process.cpuUsage().user - before) / 1_000_000).toBeLessThan(10);
  });

  it("keeps the printed order and says what is required", () => {
    const fields = compile(
      { zebra: { type: "boolean" }, "12_apple": { type: "boolean" }, mango: { type: "boolean" } },
      {
        required: ["mango"],
      },
    );
    expect(fields.map(({ name, required }) => [name, required])).toEqual([
      ["zebra", false],
      ["12_apple", false],
      ["mango", true],
    ]);
  });

  it("reads page-form types and bounds", () => {
    expect(one({ title: "Strength", type: "float", default: 1, minimum: 0.3, maximum: 2 })).toMatchObject({
      kind: "number",
      label: "Strength",
      min: 0.3,
      max: 2,
      default: 1,
    });
    expect(one({ type: "integer", default: 6, minimum: 6, maximum: 20 })).toMatchObject({
      kind: "integer",
      default: 6,
    });
    expect(one({ type: "boolean", default: false })).toMatchObject({ kind: "toggle", default: false });
  });

  it("keeps numbers of an enum as numbers, and words among numeric strings as text", () => {
    const numbers = one({ type: "integer", enum: [3, 4, 5], default: 5 });
    expect(numbers).toMatchObject({ kind: "choice", default: 5 });
    expect(numbers.kind === "choice" && numbers.options.map(({ value }) => value)).toEqual([3, 4, 5]);
    const mixed = one({ type: "string", enum: ["auto", "6", "8"], default: "8" });
    expect(mixed).toMatchObject({ kind: "choice", default: "8", options: [{ value: "auto" }, { value: "6" }, {}] });
  });

  it("leaves an optional enum without default unset, and takes an enum of one as it is", () => {
    expect(one({ type: "string", enum: ["dolly_in", "static"] })).not.toHaveProperty("default");
    expect(one({ type: "string", enum: ["only"], default: "only" })).toMatchObject({ options: [{ value: "only" }] });
  });

  it.each([
    ["null", { type: "integer", default: null }],
    ["a word for a number", { type: "integer", default: "many" }],
    ["a number out of bounds", { type: "integer", default: 9, maximum: 8 }],
    ["a fraction for an integer", { type: "integer", default: 1.5 }],
    ["a word outside the enum", { type: "string", enum: ["a"], default: "b" }],
    ["empty text", { type: "string", default: "" }],
    ["a list for text", { type: "string", default: ["a"] }],
  ])("drops a default that is %s", (_, property) => {
    expect(one(property)).not.toHaveProperty("default");
  });

  it("takes the enum's own spelling for a default that is written differently", () => {
    expect(one({ enum: ["720P", "1080P"], default: "720p" })).toMatchObject({ default: "720P" });
    expect(one({ enum: ["5", 5], default: 5 })).toMatchObject({ default: 5 });
    expect(one({ enum: [3, 4], default: "4" })).toMatchObject({ default: 4 });
  });

  it("makes defaults of prompts and media samples, and those of other texts defaults", () => {
    const fields = compile({
      prompt: { type: "string", default: "A fox." },
      lyrics: { type: "string", default: "La la" },
      negative_prompt: { type: "string", default: "blurry" },
      image_url: { type: "string", default: "https://x.test/a.png" },
      "160_video": { type: "string", default: "clip_1.mp4" },
    });
    expect(fields.map(({ kind, sample }) => [kind, sample])).toEqual([
      ["prompt", "A fox."],
      ["text", "La la"],
      ["text", undefined],
      ["image", "https://x.test/a.png"],
      ["video", "clip_1.mp4"],
    ]);
    expect(initialValues(fields)).toEqual({ negative_prompt: "blurry" });
  });

  it.each(["prompt", "text", "promptText", "lyrics", "6_text", "155_positive_prompt"])(
    "takes %s for the prompt",
    (key) => {
      expect(one({ type: "string" }, { key })).toMatchObject({ kind: "prompt" });
      expect(one({}, { key })).toMatchObject({ kind: "prompt" });
    },
  );

  it("has one prompt where several texts could be it", () => {
    const fields = compile({
      text: { type: "string" },
      negative_prompt: { type: "string" },
      prompt: { type: "string" },
    });
    expect(fields.map(({ kind }) => kind)).toEqual(["text", "text", "prompt"]);
  });

  it.each([
    ["-1 as the default", { type: "integer", default: -1 }, -1],
    ["-1 as the least", { type: "integer", minimum: -1 }, -1],
    ["0 as both", { type: "integer", minimum: 0, default: 0 }, 0],
    ["0 in the words", { type: "integer", description: "Use 0 to let the provider randomize." }, 0],
    ["nothing", { type: "integer", default: 96860978 }, undefined],
    ["only a least of 0", { type: "integer", minimum: 0 }, undefined],
  ])("finds the random seed by %s", (_, property, randomValue) => {
    const field = one(property, { key: "149_seed" });
    expect(field.kind).toBe("seed");
    expect(field).toHaveProperty(
      ...((randomValue === undefined ? ["kind", "seed"] : ["randomValue", randomValue]) as [string, unknown]),
    );
    if (randomValue === undefined) expect(field).not.toHaveProperty("randomValue");
  });

  it("takes excluded bounds as the next integer, and as they are for other numbers", () => {
    const bounds = { exclusiveMinimum: 0, exclusiveMaximum: 10 };
    expect(one({ type: "integer", ...bounds })).toMatchObject({ min: 1, max: 9 });
    expect(one({ type: "number", ...bounds })).toMatchObject({ min: 0, max: 10 });
  });

  it("reads what stands with a property where others list it beside", () => {
    expect(one({ type: "string", required: true })).toMatchObject({ required: true });
    expect(one({ enum: [null, "a"] })).toMatchObject({ kind: "choice", options: [{ value: "a" }] });
    const validations = [{ validation_rule: "other" }, { validation_rule: "file_size_mb<", validation_value: 30 }];
    expect(one({ format: "image_uri", description: "up to 10MB", validations })).toMatchObject({
      limits: { maxBytes: 30e6 },
    });
  });

  it("holds bounds to exact integers", () => {
    expect(one({ type: "integer", maximum: 2 ** 64 }, { key: "seed" })).toMatchObject({ max: Number.MAX_SAFE_INTEGER });
  });

  it("counts a Chinese character twice where the description names the limit and its half", () => {
    const property = { type: "string", maxLength: 5000, description: "最多 5,000 個非漢字或 2500 個漢字" };
    expect(one(property, { key: "prompt" })).toMatchObject({ limit: { max: 5000, cjkWeight: 2 } });
    expect(one({ ...property, description: "" }, { key: "prompt" })).toMatchObject({
      limit: { max: 5000, cjkWeight: 1 },
    });
  });

  it("reads structures, and lists of them, with their members", () => {
    const members = {
      path: { type: "string" },
      scale: { type: "number", default: 1 },
      image_url: { format: "image_uri" },
    };
    expect(
      one({ type: "array", maxItems: 3, items: { type: "object", properties: members, required: ["path"] } }),
    ).toMatchObject({
      kind: "structured",
      list: true,
      maxItems: 3,
      fields: [
        { name: "path", kind: "text", required: true },
        { name: "scale", kind: "number", default: 1 },
        { name: "image_url", kind: "image" },
      ],
    });
    expect(one({ type: "object", properties: { x: { type: "integer" } } })).toMatchObject({
      kind: "structured",
      list: false,
    });
  });

  it.each([
    ["no type and no hint", {}],
    ["an object without members", { type: "object" }],
    ["a list without items", { type: "array" }],
    ["a list of texts", { type: "array", items: { type: "string" } }],
    ["several forms", { anyOf: [{ type: "string" }, { type: "object" }] }],
    ["several types", { type: ["string", "object"] }],
    ["a reference that leads nowhere", { $ref: "#/$defs/none" }],
    ["a choice of structures", { enum: [{ a: 1 }] }],
    ["a property that is no schema", "string"],
    ["a property that is a list", [1]],
  ])("edits %s as JSON and notes why", (_, property) => {
    const field = one(property);
    expect(field.kind).toBe("json");
    expect(field.kind === "json" && field.note.code).toMatch(/\w/);
  });

  it.each([
    ["nullable text", { type: ["string", "null"] }, "text"],
    ["anyOf with null", { anyOf: [{ type: "integer", maximum: 4 }, { type: "null" }] }, "integer"],
    ["oneOf constants", { oneOf: [{ const: "a" }, { const: "b" }] }, "choice"],
    ["const", { const: 7 }, "choice"],
    ["allOf", { allOf: [{ type: "boolean" }, { default: true }] }, "toggle"],
    ["integer or number", { type: ["integer", "number"] }, "number"],
    ["unknown keywords", { type: "string", step: 2, pattern: "^a", "x-order": 1 }, "text"],
    ["no type but a default", { default: true }, "toggle"],
    ["no type but an enum", { enum: ["a", "b"] }, "choice"],
    ["no type but bounds", { minimum: 0, maximum: 1 }, "number"],
    ["no type but a format", { format: "video_uri" }, "video"],
    ["a type that names a medium", { type: "image" }, "image"],
    ["a format that names a medium in short", { type: "string", format: "video" }, "video"],
    ["lists of files without a type", { format: "image_uris" }, "mediaList"],
  ])("understands %s", (_, property, kind) => {
    expect(one(property).kind).toBe(kind);
  });

  it("follows references within the schema, and ends one that leads to itself", () => {
    const schema = {
      $defs: {
        size: { type: "integer", maximum: 9 },
        loop: { $ref: "#/$defs/loop" },
        tree: { type: "object", properties: { child: { $ref: "#/$defs/tree" } } },
      },
      properties: { size: { $ref: "#/$defs/size" }, loop: { $ref: "#/$defs/loop" }, tree: { $ref: "#/$defs/tree" } },
    };
    const [size, loop, tree] = compileFields(schema);
    expect(size).toMatchObject({ kind: "integer", max: 9 });
    expect(loop?.kind).toBe("json");
    expect(tree?.kind).toBe("structured");
  });

  it("lets notes win over the schema, in the asked language or English", () => {
    const notes = {
      prompt: {
        title: { en: "Prompt", ko: "프롬프트" },
        description: { en: "Words." },
        textLimit: { max: 9, cjkWeight: 2 as const },
      },
      mode: { options: { "1": { en: "Fast", ko: "빠르게" } }, advanced: true },
      image: { limits: { maxBytes: 5 }, tag: "hero" },
      style: { sample: true },
      seed: { randomValue: 0 },
    };
    const fields = compile(
      {
        prompt: { type: "string", title: "T", description: "D", maxLength: 5 },
        mode: { type: "integer", enum: [1, 2] },
        image: { type: "string", description: "max 10MB" },
        style: { type: "string", default: "noir" },
        seed: { type: "integer" },
      },
      { options: { notes, locale: "ko" } },
    );
    expect(fields).toMatchObject([
      { label: "프롬프트", help: "Words.", limit: { max: 9, cjkWeight: 2 } },
      {
        options: [
          { value: 1, label: "빠르게" },
          { value: 2, label: "2" },
        ],
        advanced: true,
      },
      { limits: { maxBytes: 5 }, tag: "hero" },
      { sample: "noir" },
      { randomValue: 0 },
    ]);
    expect(fields[3]).not.toHaveProperty("default");
  });

  it("finds what a key does not say in the title of a note", () => {
    const fields = compile(
      { "12_value": { type: "integer" }, "13_value": { type: "string" } },
      { options: { notes: { "12_value": { title: { en: "Frame rate" } }, "13_value": { title: { en: "Prompt" } } } } },
    );
    expect(fields).toMatchObject([{ role: "frameRate" }, { kind: "prompt" }]);
  });

  it("takes the example for a sample where the schema has none, and as a hint of what a value is", () => {
    const fields = compile(
      { prompt: { type: "string" }, subject: { type: "string" } },
      { options: { example: { prompt: "A fox.", subject: "https://x.test/fox.webp?v=1" } } },
    );
    expect(fields).toMatchObject([
      { kind: "prompt", sample: "A fox." },
      { kind: "image", sample: "https://x.test/fox.webp?v=1" },
    ]);
  });

  it("folds tuning, switches and side texts, and keeps what makes the take in sight", () => {
    const fields = compile({
      prompt: { type: "string" },
      negative_prompt: { type: "string" },
      image: { type: "string" },
      aspect_ratio: { enum: ["16:9", "auto"] },
      duration: { type: "integer" },
      fps: { type: "integer" },
      steps: { type: "integer" },
      watermark: { type: "boolean" },
      seed: { type: "integer" },
      shot: { enum: ["a", "b"] },
    });
    expect(fields.filter(({ advanced }) => advanced).map(({ name }) => name)).toEqual([
      "negative_prompt",
      "steps",
      "watermark",
    ]);
    expect(compile({ steps: { type: "integer" } }, { required: ["steps"] })[0]).not.toHaveProperty("advanced");
  });

  it.each([
    ["null", null, /not a JSON object/],
    ["text", "{}", /not a JSON object/],
    ["a list", [], /not a JSON object/],
    ["an object without properties", { type: "object" }, /no properties/],
  ])("has no fields for %s, and readSchema says why", (_, schema, reason) => {
    expect(compileFields(schema)).toEqual([]);
    expect(readSchema(schema)).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
  });

  it("is not confused by keys that objects inherit", () => {
    const schema = JSON.parse(
      '{"properties":{"constructor":{"type":"string"},"__proto__":{"type":"integer"},"toString":{}}}',
    );
    const fields = compileFields(schema, { notes: {}, example: {} });
    expect(fields.map(({ name, kind }) => [name, kind])).toEqual([
      ["constructor", "text"],
      ["__proto__", "integer"],
      ["toString", "json"],
    ]);
    expect(createValidator(fields).parse({ constructor: "a", toString: 1 })).toMatchObject({ ok: true });
    expect(createValidator([]).parse(JSON.parse('{"__proto__":1}'))).toMatchObject({ ok: false });
  });

  it("gives a form that begins without errors but the missing, whatever the schema", () => {
    const keyword = fc.constantFrom(
      "type",
      "title",
      "description",
      "default",
      "enum",
      "format",
      "minimum",
      "maximum",
      "items",
      "properties",
      "anyOf",
      "$ref",
      "required",
      "minItems",
      "maxLength",
    );
    const word = fc.constantFrom<unknown>(
      "string",
      "integer",
      "float",
      "boolean",
      "array",
      "object",
      "image_uris",
      "#/properties/a",
      null,
      0,
      -1,
      1.5,
      true,
      "",
    );
    const property = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: "small" },
        word,
        fc.dictionary(keyword, tie("node")),
        fc.array(tie("node"), { maxLength: 3 }),
      ),
    })).node;
    const key = fc.constantFrom("prompt", "image_url_1", "image_url_2", "seed", "a", "169_valuex170_value");
    fc.assert(
      fc.property(fc.dictionary(key, fc.oneof(fc.dictionary(keyword, property), property)), (properties) => {
        const fields = compileFields({ properties });
        expect(fields.map(({ name }) => name)).toEqual(Object.keys(properties));
        const checked = createValidator(fields).parse(initialValues(fields));
        if (!checked.ok) {
          const ofForm = checked.issues.filter(({ field }) => fields.some(({ name }) => name === field));
          expect(ofForm.filter(({ code }) => code !== "required")).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
