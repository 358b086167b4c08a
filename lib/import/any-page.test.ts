import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "@/lib/json";
import { commandText, type Noise, type PageParts, pageText } from "@/tests/support/page-text";
import { sharedTexts } from "@/tests/support/shared-texts";
import { readModels } from "./read-models";

const RUNS = 60;
/** Words of any language with the signs that make a text hard to read: apostrophes that nobody escaped, quotes, braces, backslashes. */
const hardText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.constantFrom(
        "it's",
        "a dog's day",
        '"slowly"',
        "{draft}",
        "}{",
        "\\",
        "프롬프트",
        "提示詞",
        "プロンプト",
        "\n",
        "#1",
        "/*",
        "'",
      ),
    ),
    { maxLength: 6 },
  )
  .map((words) => words.join(" "));
/** What stands between the parts: the same without braces, which would be objects, and without addresses. */
const noiseText = hardText.map((text) => text.replace(/[{}]|[$^]['"]?|https?:/g, " "));
const noise: fc.Arbitrary<Noise> = fc.tuple(noiseText, noiseText, noiseText, noiseText);

const key = fc.oneof(
  fc.constantFrom("prompt", "image_url", "image_url_1", "163_frame_rate", "143_image", "promptText", "loras", "길이"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 10 }).filter((one) => one !== "__proto__" && one !== "output"),
);
const property: fc.Arbitrary<JsonValue> = fc.record(
  {
    type: fc.constantFrom("string", "integer", "float", "boolean", "array"),
    title: hardText,
    description: hardText,
    default: fc.oneof(hardText, fc.integer(), fc.boolean(), fc.constant(null)),
    enum: fc.array(fc.oneof(hardText, fc.integer()), { maxLength: 4 }),
    maxLength: fc.nat(),
  },
  { requiredKeys: ["type"] },
);
const parts: fc.Arbitrary<PageParts> = fc.record({
  modelId: fc.constantFrom("acme/reel", "acme/reel-2.1/image-to-video", "maker/Model.Name/pro/edit/fast"),
  schema: fc
    .dictionary(key, property, { minKeys: 1, maxKeys: 8, noNullPrototype: true })
    .map((properties): JsonObject => ({ type: "object", title: "schema_input", required: [], properties })),
  output: fc.constant<JsonObject>({ output: { type: "object", properties: { video: { type: "string" } } } }),
  example: fc.dictionary(key, fc.oneof(hardText, fc.integer(), fc.boolean()), {
    minKeys: 1,
    maxKeys: 6,
    noNullPrototype: true,
  }),
});

function wholeOf({ modelId, schema, example }: PageParts) {
  return { modelId, inputSchema: schema, example, derived: false };
}

describe("the page of any model", () => {
  it("gives id, schema in its order and example, whatever stands before, between and after, in both layouts", () => {
    fc.assert(
      fc.property(parts, noise, fc.boolean(), (model, around, flat) => {
        const reading = readModels(pageText(model, around, flat));
        expect(reading).toEqual({ kind: "models", models: [wholeOf(model)], skipped: [] });
        const [found] = reading.kind === "models" ? reading.models : [];
        expect(JSON.stringify(found?.inputSchema)).toBe(JSON.stringify(model.schema));
      }),
      { numRuns: RUNS },
    );
  });

  it("that is cut at its beginning, its end or both is whole or refused, and its example is whole or none", () => {
    fc.assert(
      fc.property(parts, noise, fc.boolean(), fc.nat(), fc.nat(), (model, around, flat, from, to) => {
        const text = pageText(model, around, flat);
        const [start, end] = [from % text.length, to % text.length];
        for (const part of [text.slice(0, end), text.slice(start), text.slice(start, start + end)]) {
          const reading = readModels(part);
          if (reading.kind !== "models") continue;
          const [found] = reading.models;
          // What was cut out may be its command, to the letter: that is whole, too, and known for a guess.
          const isCommand = part.trim().replace(/^[$>%]\s*/, "") === commandText(model, flat);
          if (isCommand) expect(found).toMatchObject({ modelId: model.modelId, derived: true });
          else expect([wholeOf(model), { ...wholeOf(model), example: {} }]).toContainEqual(found);
        }
      }),
      { numRuns: RUNS * 5 },
    );
  });
});

const PAGES = sharedTexts().filter(({ file }) => file.endsWith(".txt"));

describe.skipIf(PAGES.length === 0)("real pages (skipped where ../shared is absent)", () => {
  it.each(PAGES)("say the same with any words in the place of their own: $file", ({ text, file }) => {
    const {
      model_id: modelId,
      input_schema: schema,
      example_request: example,
    } = JSON.parse(readFileSync(file.replace(/txt$/, "json"), "utf8"));
    const pieces = piecesOf(text);
    expect(pieces.filter(isForeign).length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.array(noiseText, { minLength: 1, maxLength: 30 }), (words) => {
        const said = pieces.map((piece, at) => (isForeign(piece) ? (words[at % words.length] ?? "") : piece)).join("");
        expect(readModels(said)).toEqual({
          kind: "models",
          models: [{ modelId, inputSchema: schema, example, derived: false }],
          skipped: [],
        });
      }),
      { numRuns: RUNS },
    );
  });
});

/** Runs of foreign words outside of objects, and what stands between them. */
function piecesOf(text: string): string[] {
  const pieces = [""];
  let depth = 0;
  for (const char of text) {
    depth += char === "{" ? 1 : char === "}" ? -1 : 0;
    const last = pieces.at(-1) ?? "";
    const isSame = isForeign(char) && depth === 0 ? isForeign(last) : !isForeign(last);
    if (isSame) pieces[pieces.length - 1] = last + char;
    else pieces.push(char);
  }
  return pieces;
}

/** Told by its first character; a piece that holds an object begins with what stands before it. */
function isForeign(piece: string): boolean {
  return piece > "\x7e";
}
