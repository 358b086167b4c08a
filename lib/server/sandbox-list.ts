import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { modelFrom } from "@/lib/import/model-from";
import { readModels } from "@/lib/import/read-models";
import type { Model } from "@/lib/models/model";

let models: Promise<Model[]> | undefined;

/** More models for the sandbox's list, so that choosing from one can be tried without a key: what their schemas say, without prose. */
export function sandboxListModels(): Promise<Model[]> {
  // A read that failed is tried again.
  models ??= readList().catch((error) => {
    models = undefined;
    throw error;
  });
  return models;
}

async function readList(): Promise<Model[]> {
  const file = join(/* turbopackIgnore: true */ process.cwd(), "lib", "models", "data", "sandbox-list", "models.json");
  const reading = readModels(await readFile(file, "utf8"));
  if (reading.kind === "refused") throw new Error(`${file} cannot be read: ${reading.reason}`);
  return reading.models.flatMap((found) => (found.modelId ? [modelFrom({ ...found, modelId: found.modelId })] : []));
}
