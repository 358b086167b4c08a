import type { WireLineage } from "@/lib/api/lineage-contract";
import type { Locale } from "@/lib/i18n/locales";
import type { LineageStore } from "@/lib/lineage/ports";
import { readLineage } from "@/lib/lineage/read-lineage";
import type { Models } from "./models";

/** What came from what; see `lib/lineage` for what it guarantees and throws. */
export type LineageService = { readLineage(id: string, locale: Locale): Promise<WireLineage> };

export function createLineageService({ lineage, models }: { lineage: LineageStore; models: Models }): LineageService {
  return {
    readLineage: (id, locale) =>
      readLineage(id, { lineage, modelName: (modelId) => models.modelName(modelId, locale) ?? modelId }),
  };
}
