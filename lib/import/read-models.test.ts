import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/json";
import { type Noise, pageText } from "@/tests/support/page-text";
import type { FoundModel } from "./found-model";
import { readModels } from "./read-models";

const ID = "acme/reel-2.1/image-to-video";
const SCHEMA: JsonObject = {
  type: "object",
  title: "schema_input",
  required: ["prompt"],
  properties: {
    prompt: { title: "문장", type: "string", default: "A dog's day {draft}", maxLength: 5000 },
    image_url: { title: "圖片", type: "string" },
    duration: { type: "integer", enum: [3, 4, 5], default: 5 },
  },
};
const OUTPUT = { output: { type: "object", properties: { video: { type: "string", format: "uri" } } } };
const EXAMPLE = {
  image_url: "https://files.example/a.webp",
  prompt: "The boy's kite climbs, \"slowly\"; it doesn't fall.",
};

const PARTS = { modelId: ID, schema: SCHEMA, output: OUTPUT, example: EXAMPLE };
function page({ noise = ["", "", "", ""], flat = false }: { noise?: Noise; flat?: boolean } = {}): string {
  return pageText(PARTS, noise, flat);
}

function only(text: string): FoundModel {
  const reading = readModels(text);
  if (reading.kind === "refused") throw new Error(reading.reason);
  expect(reading.models).toHaveLength(1);
  const [model] = reading.models;
  if (!model) throw new Error("nothing found");
  return model;
}

const WHOLE = { modelId: ID, inputSchema: SCHEMA, example: EXAMPLE, derived: false };
/** What stands on pages beside the model: words of any language, and braces that are no object. */
const noiseText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("입력 스키마", "輸入結構", "modelApiDoc_submitBody", "{request_id}"),
    ),
  )
  .map((words) => words.join(" ").replace(/[{}'"“”„‘’`]|https?:/g, (found) => (found === "{" ? "(" : " ")));

describe("the text of a page", () => {
  it.each([false, true])("gives id, schema in its printed order and example (flat: %s)", (flat) => {
    const model = only(page({ flat }));
    expect(model).toEqual(WHOLE);
    expect(JSON.stringify(model.inputSchema)).toBe(JSON.stringify(SCHEMA));
  });

  it("gives the same whatever stands before, between and after, in any language", () => {
    fc.assert(
      fc.property(fc.tuple(noiseText, noiseText, noiseText, noiseText), fc.boolean(), (noise, flat) => {
        expect(only(page({ noise, flat }))).toEqual(WHOLE);
      }),
    );
  });

  it("gives the same as the source of a web page writes it", () => {
    const source = page().replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
    expect(only(source)).toEqual(WHOLE);
  });

  it.each([
    ["lines that end as Windows ends them", (text: string) => text.replaceAll("\n", "\r\n")],
    ["spaces that do not break", (text: string) => text.replaceAll("  ", "\u00a0\u00a0")],
    ["a mark of its encoding", (text: string) => `\ufeff${text}`],
  ])("gives the same with %s", (_what, written) => {
    expect(only(written(page()))).toEqual(WHOLE);
  });

  it("that is cut at its end is whole or refused, wherever the cut is", () => {
    for (const flat of [false, true]) {
      const text = page({ noise: ["목차", "인증", "출력 스키마", "SNS"], flat });
      for (let end = 0; end < text.length; end++) {
        const reading = readModels(text.slice(0, end));
        if (reading.kind === "models") expect(reading.models).toEqual([WHOLE]);
      }
    }
  });

  it("that is cut at its beginning is whole or refused, wherever the cut is", () => {
    const text = page({ noise: ["목차", "인증", "출력 스키마", "SNS"] });
    for (let start = 0; start < text.length; start++) {
      const reading = readModels(text.slice(start));
      if (reading.kind === "models") expect(reading.models).toEqual([WHOLE]);
    }
  });
});

describe("other texts", () => {
  const command = `curl -X POST https://model-api.runcomfy.net/v1/models/${ID} -H "Authorization: Bearer x" -d '{"prompt":"it's late","seed":4,"fps":0.5,"loop":true,"refs":["a"],"parts":[{"text":"b"}]}'`;
  it.each([command, `$ ${command}\n`, command.replaceAll(" -", " \\\n  -")])(
    "a command alone gives the fields that it has, as a guess",
    (text) => {
      const { modelId, inputSchema, example, derived } = only(text);
      expect({ modelId, derived }).toEqual({ modelId: ID, derived: true });
      expect(example).toMatchObject({ prompt: "it's late", seed: 4 });
      expect(inputSchema).toEqual({
        type: "object",
        properties: {
          prompt: { type: "string" },
          seed: { type: "integer" },
          fps: { type: "number" },
          loop: { type: "boolean" },
          refs: { type: "array", items: { type: "string" } },
          parts: { type: "array", items: { type: "object", properties: { text: { type: "string" } } } },
        },
      });
    },
  );

  it.each([
    ["two of them", `${command}\n${command}`],
    ["one whose quotation does not end", command.slice(0, -1)],
  ])("a command gives nothing where it is %s", (_, text) => {
    expect(readModels(text)).toMatchObject({ kind: "refused", reason: "noSchema" });
  });

  it("a schema alone is found without an id", () => {
    expect(only(`\ufeff${JSON.stringify(SCHEMA)}`)).toEqual({ inputSchema: SCHEMA, example: {}, derived: false });
  });

  it.each([
    ["a file with one model", { model_id: ID, input_schema: SCHEMA, example_request: EXAMPLE }],
    ["a model file of ours", { id: ID, name: { en: "Reel" }, inputSchema: SCHEMA, example: EXAMPLE, notes: {} }],
    ["a catalogue's answer", { models: [{ model_id: ID, display_name: "Reel", input_schema: SCHEMA }], total: 1 }],
    ["a bare list", [{ model_id: ID, input_schema: SCHEMA }]],
  ])("%s gives its model", (_form, value) => {
    expect(only(JSON.stringify(value))).toMatchObject({ modelId: ID, inputSchema: SCHEMA, derived: false });
  });

  it("a list gives what can be used, and names what cannot", () => {
    const list = [{ model_id: ID, input_schema: SCHEMA }, 5, { input_schema: SCHEMA }, { model_id: "a/b" }];
    expect(readModels(JSON.stringify({ models: list }))).toMatchObject({
      kind: "models",
      models: [{ modelId: ID }],
      skipped: [
        { entry: "2", reason: "noSchema" },
        { entry: "3", reason: "noModelId" },
        { entry: "a/b", reason: "noSchema" },
      ],
    });
  });

  it.each([
    [
      { base_price_usd: 0.05, price_unit: "second" },
      { usd: 0.05, unit: "second" },
    ],
    [
      { base_price_usd: 0.4, price_unit: "image" },
      { usd: 0.4, unit: "output" },
    ],
    [{ price: { usd: 2, unit: "output" } }, { usd: 2, unit: "output" }],
    [{ base_price_usd: 1, price_unit: "fortnight" }, undefined],
    [{ base_price_usd: "1", price_unit: "second" }, undefined],
    [{ base_price_usd: -1, price_unit: "second" }, undefined],
  ])("an entry with %j has the price %j", (priced, price) => {
    expect(only(JSON.stringify({ model_id: ID, input_schema: SCHEMA, ...priced })).price).toEqual(price);
  });

  it.each([
    ["nothing", ""],
    ["nothing", "Dear all, see you on Monday."],
    ["nothing", "[]"],
    ["noSchema", '{"prompt": "a dog"}'],
    ["noSchema", `${command}\n\n2. Authentication\n\nSet the variable.`],
    ["noSchema", `https://model-api.runcomfy.net/v1/models/${ID}`],
    ["noModelId", page().replaceAll("/v1/models/", "/v2/")],
    ["noModelId", page().replaceAll(ID, "acme/../requests")],
    ["noModelId", page().replaceAll(ID, `acme/${"long".repeat(200)}`)],
    ["outputSchema", JSON.stringify(OUTPUT)],
    ["severalModels", `${page()}\n${page().replaceAll("acme/", "other/")}`],
    ["severalModels", page().replace(JSON.stringify(OUTPUT, null, 2), JSON.stringify({ ...SCHEMA, required: [] }))],
    ["cut", page().slice(0, page().indexOf('"duration"'))],
    ["notJson", page().replace('"type": "object"', '"type": object oriented')],
    ["notJson", `{"modelId": "${ID}", "inputSchema": ${'{"properties":'.repeat(20_000)}{}${"}".repeat(20_001)}`],
    ["tooLong", "a".repeat(1_000_001)],
  ])("is refused as %s", (reason, text) => {
    expect(readModels(text)).toMatchObject({ kind: "refused", reason });
  });

  it("no text makes it fail", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."{}[]\"':,\\ \naA1", "/v1/models/a/b", "https://x") }),
        (text) => {
          expect(["models", "refused"]).toContain(readModels(text).kind);
        },
      ),
    );
  });
});

/** The pages and schemas that lie beside the project where it is developed, and are not part of it. */
const SHARED = path.resolve("../shared");
const filesIn = (folder: string, ending: string) =>
  existsSync(path.join(SHARED, folder))
    ? readdirSync(path.join(SHARED, folder))
        .filter((name) => name.endsWith(ending))
        .map((name) => path.join(SHARED, folder, name))
    : [];
const seeds = filesIn("seeds", ".txt");

describe.skipIf(seeds.length === 0)("real texts (skipped where ../shared is absent)", () => {
  it.each(seeds)("%s gives what its JSON says, and cut anywhere the same or nothing", (file) => {
    const text = readFileSync(file, "utf8");
    const told = JSON.parse(readFileSync(file.replace(/txt$/, "json"), "utf8"));
    const whole = {
      modelId: told.model_id,
      inputSchema: told.input_schema,
      example: told.example_request,
      derived: false,
    };
    expect(only(text)).toEqual(whole);
    expect(JSON.stringify(only(text).inputSchema)).toBe(JSON.stringify(told.input_schema));
    for (let cut = 0; cut < text.length; cut += 13) {
      for (const part of [text.slice(0, cut), text.slice(cut)]) {
        const reading = readModels(part);
        if (reading.kind === "models") expect(reading.models).toEqual([whole]);
      }
    }
  });

  it.each(filesIn("models", ".json"))("%s gives its model", (file) => {
    const text = readFileSync(file, "utf8");
    const { model_id: modelId, input_schema: inputSchema } = JSON.parse(text);
    expect(only(text)).toMatchObject({ modelId, inputSchema });
  });
});
