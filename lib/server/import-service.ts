import type { AddModelsRequest, WireAddedModel, WireImport } from "@/lib/api/import-contract";
import type { CatalogStore } from "@/lib/catalog/ports";
import type { Locale } from "@/lib/i18n/locales";
import {
  addModels,
  correctModel,
  exportModels,
  listAdded,
  type ModelCorrections,
  makeKnown,
  previewImport,
  removeModel,
} from "@/lib/import/added-models";
import type { AddedModelStore } from "@/lib/import/ports";
import type { Catalog } from "@/lib/models/own-models";

/** Models that somebody adds; see the use-cases in `lib/import` for what each throws. */
export type ImportService = {
  previewImport(request: AddModelsRequest, locale: Locale): Promise<WireImport>;
  /** The ids of what was added. `readAtMs`: when the text was read, where that is not now. */
  addModels(request: AddModelsRequest, readAtMs?: number): Promise<string[]>;
  listAddedModels(locale: Locale): Promise<WireAddedModel[]>;
  correctModel(id: string, corrections: ModelCorrections): Promise<void>;
  removeModel(id: string): Promise<void>;
  exportModels(ids?: readonly string[]): Promise<object>;
};

type Parts = { store: AddedModelStore; catalog: Catalog; list: Pick<CatalogStore, "source">; now: () => number };

export function createImportService({ store, catalog, list, now }: Parts): ImportService {
  const deps = { store, known: catalog, listed: list.source, now };
  return {
    previewImport: (request, locale) => previewImport(request, locale, deps),
    addModels: (request, readAtMs) => addModels(request, deps, readAtMs),
    listAddedModels: (locale) => listAdded(locale, deps),
    correctModel: (id, corrections) => correctModel(id, corrections, deps),
    removeModel: (id) => removeModel(id, deps),
    exportModels: (ids) => exportModels(ids, deps),
  };
}

/** Makes the models that were added earlier known. */
export async function loadAddedModels({ store, catalog }: Pick<Parts, "store" | "catalog">): Promise<void> {
  for (const added of await store.list()) makeKnown(added, catalog);
}
