import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import type { Field } from "@/lib/schema/field";
import { createValidator } from "@/lib/schema/validator";
import { findModel, listModels } from "./catalog";
import { localize, modelFields, toWireModel, toWireModelSummary } from "./localize";

function fieldsOf(id: string): Field[] {
  const model = findModel(id);
  if (model === undefined) throw new Error(`no model ${id}`);
  return modelFields(model, "en");
}
const REFERENCES = "happyhorse/happyhorse-1.0/reference-to-video";
const IMAGE = "happyhorse/happyhorse-1.0/image-to-video";
const PORTRAIT = "community/fantasy-portrait/image-to-video";
const HUNYUAN = "tencent/hunyuan/text-to-video";
const PICTURES = ["image/jpeg", "image/png", "image/webp"];

describe("modelFields", () => {
  it.each([
    [REFERENCES, [...Array(9).fill("image"), "prompt", "choice", "choice", "choice", "seed", "toggle"]],
    [IMAGE, ["image", "prompt", "choice", "choice", "seed", "toggle"]],
    [
      PORTRAIT,
      ["prompt", "video", "image", "integer", "integer", "choice", "choice", "integer", "number", "seed", "number"],
    ],
    [HUNYUAN, ["prompt", "seed", "toggle", "choice", "choice", "choice"]],
  ])("of %s have their kinds", (id, kinds) => {
    expect(fieldsOf(id).map(({ kind }) => kind)).toEqual(kinds);
  });

  it("hold what the pages say in prose", () => {
    const [first, second] = fieldsOf(REFERENCES);
    const limits = { types: PICTURES, maxBytes: 10_000_000, minShortSide: 400 };
    expect(first).toMatchObject({ required: true, tag: "character1", limits, series: { base: "image_url", index: 1 } });
    expect(second).toMatchObject({ required: false, tag: "character2", limits });
    expect(fieldsOf(IMAGE)).toMatchObject([
      { limits: { types: PICTURES, maxBytes: 10_000_000, minSide: 300, minRatio: 0.4, maxRatio: 2.5 } },
      { limit: { max: 5000, cjkWeight: 2 } },
      {},
      {},
      { randomValue: 0, default: 0 },
      {},
    ]);
    expect(fieldsOf(PORTRAIT).find(({ kind }) => kind === "seed")).toMatchObject({ default: 96860978 });
    expect(fieldsOf(PORTRAIT).find(({ kind }) => kind === "seed")).not.toHaveProperty("randomValue");
  });

  it.each([REFERENCES, IMAGE, PORTRAIT])("of %s accept the page's own request", (id) => {
    expect(createValidator(fieldsOf(id)).parse(findModel(id)?.example)).toMatchObject({ ok: true });
  });

  it("of a model whose page shows an empty prompt ask for one", () => {
    expect(createValidator(fieldsOf(HUNYUAN)).parse(findModel(HUNYUAN)?.example)).toEqual({
      ok: false,
      issues: [{ field: "prompt", code: "required", params: {} }],
    });
  });
});

describe("localize", () => {
  it("falls back to English", () => {
    expect(localize({ en: "Seed", ja: "シード" }, "ja")).toBe("シード");
    expect(localize({ en: "Seed", ja: "シード" }, "ko")).toBe("Seed");
  });
});

describe("toWireModel", () => {
  it.each(LOCALES)("gives every shipped model with labels of its own in %s", (locale) => {
    for (const model of listModels()) {
      const wire = toWireModel(model, locale);
      expect(wire).toMatchObject(toWireModelSummary(model, locale));
      expect(wire.example).toEqual(model.showcase);
      const labels = wire.fields.map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
      if (locale !== "en") expect(labels).not.toEqual(modelFields(model, "en").map(({ label }) => label));
    }
  });

  it("shows the page's request where a model has no composition of ours", () => {
    const [model] = listModels();
    if (model === undefined) throw new Error("no models");
    const { showcase: _, ...bare } = model;
    expect(toWireModel(bare, "en").example).toEqual(model.example);
  });
});
