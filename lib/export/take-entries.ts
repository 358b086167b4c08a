import { type DownloadDeps, extensionFor, takeEntries, takeStem } from "@/lib/gallery/download";
import { settingsOf } from "@/lib/gallery/settings-file";
import { textEntry } from "@/lib/gallery/text-entry";
import { uniqueNames } from "@/lib/gallery/unique-names";
import type { ZipEntry } from "@/lib/gallery/zip";
import type { MissingFile } from "./manifest";
import { allPages } from "./pages";
import type { ExportedTake, ExportRows } from "./ports";
import { takeFacts } from "./take-facts";

export type TakeExportDeps = Pick<DownloadDeps, "files" | "withTags" | "modelName"> & {
  rows: Pick<ExportRows, "takes">;
  onMissing: (file: MissingFile) => void;
};

/** Every take's files as the gallery's download has them, and the settings alone of a take without a file. */
export async function* allTakeEntries(deps: TakeExportDeps): AsyncGenerator<ZipEntry> {
  const names = { takes: uniqueNames(), trash: uniqueNames() };
  const takes = allPages<ExportedTake>((last, limit) => deps.rows.takes({ afterId: last?.job.id ?? "", limit }));
  for await (const take of takes) {
    const folder = take.job.deletedAtMs === undefined ? "takes" : "trash";
    for await (const entry of entriesOf(take, { ...deps, folder, unique: names[folder] })) {
      yield { ...entry, name: `${folder}/${entry.name}` };
    }
  }
}

function entriesOf(
  take: ExportedTake,
  deps: TakeExportDeps & { folder: string; unique: (stem: string) => string },
): AsyncIterable<ZipEntry> | Iterable<ZipEntry> {
  const { folder, unique, modelName } = deps;
  const facts = takeFacts(take);
  if (take.outputs.length === 0) return [settingsAlone(take, facts, { unique, modelName })];
  const onMissing: Parameters<typeof takeEntries>[1]["onMissing"] = (stem, output) => {
    const { id: assetId, bytes, sha256 } = output;
    deps.onMissing({ path: `${folder}/${stem}.${extensionFor(output)}`, assetId, bytes, sha256 });
  };
  return takeEntries(take, { ...deps, onMissing }, facts);
}

function settingsAlone(
  { job }: ExportedTake,
  facts: object,
  { unique, modelName }: { unique: (stem: string) => string; modelName: (modelId: string) => string },
): ZipEntry {
  const settings = { ...settingsOf(job, { modelName: modelName(job.modelId) }), ...facts };
  return textEntry(`${unique(takeStem(job, modelName))}.json`, JSON.stringify(settings, null, 2), job.createdAtMs);
}
