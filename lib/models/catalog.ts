import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Model } from "./model";
import { modelSchema } from "./model-schema";

const loaded = new Map<string, readonly Model[]>();

/**
 * All models of a folder, one JSON file each, by `rank` and then by id. Read once per folder and process, at the first call.
 * @throws Error naming the file and what is wrong in it; a model file is the project's own, so none is skipped.
 */
export function listModels(dataDir: string = defaultDataDir()): readonly Model[] {
  const known = loaded.get(dataDir);
  if (known !== undefined) return known;
  const models = readModels(dataDir);
  loaded.set(dataDir, models);
  return models;
}

/** @throws Error as `listModels` */
export function findModel(id: string, dataDir: string = defaultDataDir()): Model | undefined {
  return listModels(dataDir).find((model) => model.id === id);
}

/** Taken from the working directory, because bundled code has no address of its own beside the data. */
function defaultDataDir(): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), "lib", "models", "data");
}

function readModels(dataDir: string): Model[] {
  const names = readdirSync(dataDir).filter((name) => name.endsWith(".json"));
  const models = names.map((name) => readModel(path.join(dataDir, name)));
  for (const [place, { id }] of models.entries()) {
    if (models.findIndex((other) => other.id === id) < place) throw new Error(`Two model files have the id ${id}`);
  }
  return models.sort(byRank);
}

/** @throws Error naming the file and what is wrong in it */
export function readModel(file: string): Model {
  try {
    return modelSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`The model file ${file} cannot be used: ${reason}`, { cause: error });
  }
}

export function byRank(a: Model, b: Model): number {
  const difference = (a.rank ?? Infinity) - (b.rank ?? Infinity);
  return difference < 0 || difference > 0 ? difference : a.id < b.id ? -1 : 1;
}
