import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/json";
import type { Model } from "@/lib/models/model";
import { standInFor } from "./stand-in";

const PROMPT: JsonObject = { type: "string", maxLength: 5000 };
const model = (properties: JsonObject, more: Partial<Model> = {}): Model => ({
  id: "acme/reel",
  name: { en: "Reel" },
  summary: { en: "acme/reel" },
  output: "video",
  inputSchema: { type: "object", properties },
  notes: {},
  example: {},
  ...more,
});
const SHIPPED = model(
  { prompt: PROMPT },
  {
    rank: 1,
    name: { en: "Reel", ja: "リール" },
    notes: { prompt: { title: { en: "Prompt", ja: "プロンプト" }, textLimit: { max: 5000, cjkWeight: 2 } } },
    example: { prompt: "a kite" },
    showcase: { prompt: "a heron" },
    price: { usdMicros: 10, unit: "second" },
  },
);

describe("a model that takes the place of a shipped one", () => {
  it("is the shipped one where the page says the same in other words", () => {
    const page = model({
      prompt: { maxLength: 5000, type: "string", title: "提示", description: "說明", default: "x" },
    });
    expect(standInFor(SHIPPED, page, false)).toEqual({ ...SHIPPED, inputSchema: page.inputSchema });
  });

  it("keeps the words of a field that has changed, and not the limits that were told of it", () => {
    const stood = standInFor(SHIPPED, model({ prompt: { ...PROMPT, maxLength: 200 } }), false);
    expect(stood.notes).toEqual({ prompt: { title: SHIPPED.notes.prompt?.title } });
  });

  it("offers our composition only as long as it has a place for all of it", () => {
    expect(standInFor(SHIPPED, model({ text: PROMPT }), false)).not.toHaveProperty("showcase");
  });

  it("takes the name, the example, the price and the corrections that were given", () => {
    const added = model(
      { prompt: PROMPT },
      {
        name: { en: "Mine" },
        example: { prompt: "a dog" },
        notes: { prompt: { kind: "text" } },
        price: { usdMicros: 20, unit: "output" },
      },
    );
    const { name, example, price } = added;
    expect(standInFor(SHIPPED, added, true)).toMatchObject({ name, example, price, rank: 1 });
    expect(standInFor(SHIPPED, added, false).name).toBe(SHIPPED.name);
    expect(standInFor(SHIPPED, added, false).notes.prompt).toEqual({ ...SHIPPED.notes.prompt, kind: "text" });
  });
});
