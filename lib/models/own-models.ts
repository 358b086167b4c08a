import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { byRank, listModels, readModel } from "./catalog";
import { modelFields } from "./localize";
import type { Model } from "./model";

export type Catalog = {
  /** By `rank` and then by id. */
  list(): readonly Model[];
  find(id: string): Model | undefined;
  /** The model that comes with the studio or stands in a file, also where an added one has taken its place. */
  shipped(id: string): Model | undefined;
  /** Adds a model, or takes the place of the one with its id. */
  put(model: Model): void;
  /** Takes an added model out; the one whose place it had taken is back. */
  remove(id: string): void;
};

/**
 * The shipped models, those in a folder of the user's, and those that are added while the studio runs. A file of the user's that
 * cannot be used, or that has the id of another model, is left out, and `onSkipped` is told why: one slip must not stop the studio.
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
  const shipped = new Map(byId);
  const inOrder = () => [...byId.values()].sort(byRank);
  let models = inOrder();
  return {
    list: () => models,
    find: (id) => byId.get(id),
    shipped: (id) => shipped.get(id),
    put(model) {
      byId.set(model.id, model);
      models = inOrder();
    },
    remove(id) {
      const before = shipped.get(id);
      if (before) byId.set(id, before);
      else byId.delete(id);
      models = inOrder();
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
