import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { JsonObject } from "@/lib/json";
import type { Model } from "@/lib/models/model";

/** Schemas of the service's catalogue and pages; they lie beside the project where it is developed, and are not part of it. */
const SHARED = path.resolve("../shared");

type SharedSchema = { model_id: string; language?: string; input_schema: JsonObject; example_request?: JsonObject };

/** Every schema of the catalogue and of the pages as a model of one's own; none where `../shared` is absent. */
export function sharedModels(): Model[] {
  const catalogue = readFolder("models").map((shared) => toModel(shared, "catalogue"));
  return [...catalogue, ...readFolder("seeds").map((shared) => toModel(shared, `page-${shared.language}`))];
}

function readFolder(name: string): SharedSchema[] {
  const folder = path.join(SHARED, name);
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".json")) : [];
  return files.sort().map((file) => JSON.parse(readFileSync(path.join(folder, file), "utf8")));
}

/** The shipped models are made of some of these, so all stand under ids of their own. */
function toModel(shared: SharedSchema, group: string): Model {
  const { model_id: id, input_schema: inputSchema, example_request: example = {} } = shared;
  const name = { en: `${id} (${group})` };
  return { id: `${group}/${id}`, name, summary: name, output: outputOf(id), inputSchema, notes: {}, example };
}

function outputOf(id: string): Model["output"] {
  if (/-to-audio|audio-inpaint/.test(id)) return "audio";
  return /-to-image|image.*edit|banana|wan-2.7\/edit/.test(id) ? "image" : "video";
}

/** What the catalogue has no case of: every kind of field, and every look of one. */
export const EVERY_KIND: Model = {
  id: "studio/forms/every-kind",
  name: { en: "Every kind of field" },
  summary: { en: "One field of each kind and look" },
  output: "image",
  example: {},
  notes: {
    steps: { sample: true, advanced: false },
    loras: { advanced: false },
    camera: { advanced: false },
    extra: { advanced: false },
    turbo: { advanced: false },
    sharpen: { advanced: false },
    strength: { advanced: false },
    style: { advanced: false },
  },
  inputSchema: {
    type: "object",
    required: ["prompt", "model_version"],
    properties: {
      prompt: { type: "string", default: "A lighthouse at dusk.", maxLength: 500 },
      style: { type: "string", description: "A few words. Leave it empty for the model's own style." },
      model_version: { type: "string", enum: ["v2"] },
      size: {
        type: "string",
        enum: ["auto", "1024*1024", "1280*720", "512*512", "720*1280", "1024x1536", "1920*1080"],
      },
      aspect_ratio: { type: "string", enum: ["auto", "21:9", "16:9", "4:3", "1:1", "3:4", "9:16", "8:1", "1:8"] },
      resolution: { type: "string", enum: ["4k", "480p", "1080p", "720p", "2k"], default: "720p" },
      duration: { type: "string", enum: ["auto", "4", "5", "6", "7", "8", "9", "10"] },
      num_images: { type: "integer", minimum: 1, maximum: 4, default: 1 },
      steps: { type: "integer", minimum: 1, maximum: 50, default: 28, description: "More steps, finer detail." },
      strength: { type: "number", minimum: 0, maximum: 1 },
      turbo: { type: "boolean", default: true },
      sharpen: { type: "boolean" },
      seed: { type: "integer", minimum: 0, maximum: 4294967295 },
      loras: {
        type: "array",
        maxItems: 3,
        items: {
          type: "object",
          required: ["path"],
          properties: { path: { type: "string" }, scale: { type: "number", minimum: 0, maximum: 2, default: 1 } },
        },
      },
      camera: {
        type: "object",
        properties: {
          motion: { type: "string", enum: ["dolly_in", "dolly_out", "static"] },
          speed: { type: "number", minimum: 0, maximum: 10 },
        },
      },
      extra: { description: "Anything else that the service takes." },
    },
  },
};

/** Puts models where a studio with this data folder reads its own. */
export async function writeModels(dataDir: string, models: readonly Model[]): Promise<void> {
  const folder = path.join(dataDir, "models");
  await mkdir(folder, { recursive: true });
  const write = (model: Model) =>
    writeFile(path.join(folder, `${model.id.replace(/[^\w.-]+/g, "__")}.json`), JSON.stringify(model, null, 2));
  await Promise.all(models.map(write));
}
