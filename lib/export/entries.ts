import { textEntry } from "@/lib/gallery/text-entry";
import type { ZipEntry } from "@/lib/gallery/zip";
import type { FileStore } from "@/lib/storage/ports";
import { listEntry, streamedEntry } from "./list-entry";
import { collectionsOf, type ListDeps, linksOf, promptsOf, snippetsOf } from "./lists";
import { type MissingFile, withManifest } from "./manifest";
import type { ExportRows } from "./ports";
import { allTakeEntries, type TakeExportDeps } from "./take-entries";
import { uploadEntries } from "./upload-entries";

export type ExportDeps = ListDeps &
  Pick<TakeExportDeps, "withTags" | "modelName"> & {
    rows: ExportRows;
    files: Pick<FileStore, "read" | "size">;
    /** Added models, as the file that adds them again. */
    models: () => Promise<object>;
    /** The ledger of costs as CSV. */
    costs: () => AsyncIterable<string>;
    readme: string;
    studioVersion: string;
    now: () => number;
  };

/**
 * Everything that a person has here, as files that other programs read. It is read while it is sent, and nothing is held but names and
 * hashes; a file that is gone from the disk is named in the manifest.
 */
export function exportEntries(deps: ExportDeps): AsyncGenerator<ZipEntry> {
  const missing: MissingFile[] = [];
  const onMissing = (file: MissingFile) => void missing.push(file);
  return withManifest(contents(deps, onMissing), missing, {
    studioVersion: deps.studioVersion,
    exportedAtMs: deps.now(),
  });
}

async function* contents(deps: ExportDeps, onMissing: (file: MissingFile) => void): AsyncGenerator<ZipEntry> {
  const atMs = deps.now();
  yield textEntry("README.txt", deps.readme, atMs);
  yield listEntry("collections.json", collectionsOf(deps), atMs);
  yield listEntry("prompts.json", promptsOf(deps), atMs);
  yield listEntry("snippets.json", snippetsOf(deps), atMs);
  yield textEntry("models.json", `${JSON.stringify(await deps.models(), null, 2)}\n`, atMs);
  yield streamedEntry("costs.csv", deps.costs(), atMs);
  yield listEntry("links.json", linksOf(deps), atMs);
  yield* uploadEntries({ ...deps, onMissing });
  yield* allTakeEntries({ ...deps, onMissing });
}
