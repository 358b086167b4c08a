import { ApiError } from "@/lib/api/client";
import type { WireImport } from "@/lib/api/import-contract";
import { modelsApi } from "@/lib/api/models-client";
import type { CorrectedKind } from "@/lib/schema/corrected-kind";

/** A text and what it is called: a file's name, or nothing for what was pasted. */
export type Source = { name: string; text: string };
type Said = { modelId?: string; kinds?: Record<string, CorrectedKind> };
type Looked = { sources: Source[]; preview: WireImport; unusable: { name: string; why: string }[] };

/**
 * What one text would add, or several files together. A file that cannot be used is named with why not, and the others stay; one by
 * itself is refused.
 * @throws ApiError
 */
export async function previewSources(
  sources: readonly Source[],
  { wordsOf, modelId, kinds = {} }: Said & { wordsOf: (error: unknown) => string },
): Promise<Looked> {
  const [only, another] = sources;
  if (only && !another) {
    const preview = await modelsApi.previewImport({ text: only.text, kinds, ...(modelId && { modelId }) });
    return { sources: [only], preview, unusable: [] };
  }
  const looked: Looked = { sources: [], preview: { models: [], skipped: [] }, unusable: [] };
  let refusal: unknown;
  for (const source of sources) {
    try {
      const { models, skipped } = await modelsApi.previewImport({ text: source.text });
      // A schema that stands alone has to be named, which is asked of one at a time.
      if (models.some((model) => model.modelId === undefined)) {
        looked.preview.skipped.push({ entry: source.name, reason: "noModelId" });
        continue;
      }
      looked.sources.push(source);
      looked.preview.models.push(...models);
      looked.preview.skipped.push(...skipped.map((one) => ({ ...one, entry: `${source.name}: ${one.entry}` })));
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem === undefined) throw error;
      refusal = error;
      looked.unusable.push({ name: source.name, why: wordsOf(error) });
    }
  }
  if (looked.sources.length === 0 && refusal) throw refusal;
  return looked;
}
