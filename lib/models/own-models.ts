import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { byRank, listModels, readModel } from "./catalog";
import { modelFields } from "./localize";
import type { Model } from "./model";

export type Catalog = {
  /** By `rank` and then by id. */
  list(): readonly Model[];
  find(id: string): Model | undefined;
  /** True for a model that no other can take the place of: a shipped one, or one of a file. */
  isFixed(id: string): boolean;
  /** Adds a model, or takes the place of an added one. */
  put(model: Model): void;
  /** Takes an added model out. */
  remove(id: string): void;
};

/**
 * The shipped models, those in a folder of the user's, and those that are added while the studio runs. A file of the user's that cannot be used, or that has the id of another
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
  const fixed = new Set(byId.keys());
  const inOrder = () => [...byId.values()].sort(byRank);
  let models = inOrder();
  return {
    list: () => models,
    find: (id) => byId.get(id),
    isFixed: (id) => fixed.has(id),
    put(model) {
      if (fixed.has(model.id)) return;
      byId.set(model.id, model);
      models = inOrder();
    },
    remove(id) {
      if (!fixed.has(id) && byId.delete(id)) models = inOrder();
    },
  };
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
