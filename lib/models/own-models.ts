import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { byRank, listModels, readModel } from "./catalog";
import { modelFields } from "./localize";
import type { Model } from "./model";

export type Catalog = {
  /** By `rank` and then by id. */
  list(): readonly Model[];
  find(id: string): Model | undefined;
};

/**
 * The shipped models and those in a folder of the user's. A file of the user's that cannot be used, or that has the id of another
 * model, is left out, and `onSkipped` is told why: one slip must not stop the studio.
 */
export function createCatalog(folder: string, onSkipped: (reason: string) => void): Catalog {
  const byId = new Map(listModels().map((model) => [model.id, model]));
  for (const file of modelFilesIn(folder, onSkipped)) {
    try {
      const model = readModel(file);
      if (byId.has(model.id))
        throw new Error(`The model file ${file} cannot be used: there is a model ${model.id} already`);
      // Compiled once here: a schema that cannot be is found now and not by whoever opens the page.
      modelFields(model, "en");
      byId.set(model.id, model);
    } catch (error) {
      onSkipped(error instanceof Error ? error.message : String(error));
    }
  }
  const models = [...byId.values()].sort(byRank);
  return { list: () => models, find: (id) => byId.get(id) };
}

function modelFilesIn(folder: string, onSkipped: (reason: string) => void): string[] {
  if (!existsSync(folder)) return [];
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
    return names.sort().map((name) => path.join(folder, name));
  } catch (error) {
    onSkipped(`The folder ${folder} cannot be read: ${String(error)}`);
    return [];
  }
}
