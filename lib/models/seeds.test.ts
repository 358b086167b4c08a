import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { isJsonObject, type JsonObject } from "@/lib/json";
import { findModel, listModels } from "./catalog";

/** The pages that the models were made from; they lie beside the project where it is developed, and are not part of it. */
const SEEDS = path.resolve("../shared/seeds");
const names = existsSync(SEEDS) ? readdirSync(SEEDS).filter((name) => name.endsWith(".json")) : [];

type Seed = { model_id: string; language: string; input_schema: JsonObject; example_request: JsonObject };
const read = (name: string): Seed => JSON.parse(readFileSync(path.join(SEEDS, name), "utf8"));

/** A schema without its prose. */
function facts(schema: JsonObject): JsonObject {
  const properties = Object.entries(isJsonObject(schema.properties) ? schema.properties : {});
  const bare = properties.map(([key, property]) => {
    const { title: _title, description: _description, ...rest } = isJsonObject(property) ? property : {};
    return [key, rest];
  });
  return { type: "object", required: schema.required ?? [], properties: Object.fromEntries(bare) };
}

describe.skipIf(names.length === 0)(
  "the model files against the pages (skipped where ../shared/seeds is absent)",
  () => {
    it("cover every page, and only those", () => {
      expect(new Set(listModels().map(({ id }) => id))).toEqual(new Set(names.map((name) => read(name).model_id)));
    });

    it.each(names)("hold the facts of %s in the printed order", (name) => {
      const seed = read(name);
      const model = findModel(seed.model_id);
      expect(JSON.stringify(model?.inputSchema)).toBe(JSON.stringify(facts(seed.input_schema)));
      expect(model?.example).toEqual(seed.example_request);
    });

    it.each(names)("share no description with %s", (name) => {
      const seed = read(name);
      const own = JSON.stringify(findModel(seed.model_id)?.notes);
      for (const property of Object.values(
        isJsonObject(seed.input_schema.properties) ? seed.input_schema.properties : {},
      )) {
        const description = isJsonObject(property) ? String(property.description) : "";
        if (description.length > 12) expect(own).not.toContain(description);
      }
    });
  },
);
