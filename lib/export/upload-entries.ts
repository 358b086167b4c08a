import { extensionFor, opened } from "@/lib/gallery/download";
import { uniqueNames } from "@/lib/gallery/unique-names";
import type { ZipEntry } from "@/lib/gallery/zip";
import type { Asset } from "@/lib/storage/asset";
import { ASSET_PREFIX } from "@/lib/storage/asset";
import type { FileStore } from "@/lib/storage/ports";
import { listEntry } from "./list-entry";
import type { MissingFile } from "./manifest";
import { allPages } from "./pages";
import type { ExportRows } from "./ports";
import { safeName } from "./safe-name";

type UploadExportDeps = {
  rows: Pick<ExportRows, "filesWithoutTake">;
  files: Pick<FileStore, "read" | "size">;
  now: () => number;
  onMissing: (file: MissingFile) => void;
};

const ID_CHARACTERS = 8;

/** Every upload under its own name, behind a list that says which is which. */
export async function* uploadEntries({ rows, files, now, onMissing }: UploadExportDeps): AsyncGenerator<ZipEntry> {
  yield listEntry("uploads.json", described(namedUploads(rows)), now());
  for await (const { asset, path } of namedUploads(rows)) {
    const file = await opened(asset, files);
    if (file) yield { name: path, atMs: asset.createdAtMs, ...file };
    else onMissing({ path, assetId: asset.id, bytes: asset.bytes, sha256: asset.sha256 });
  }
}

/** The same names each time, as long as nothing is uploaded meanwhile. */
async function* namedUploads(rows: UploadExportDeps["rows"]): AsyncGenerator<{ asset: Asset; path: string }> {
  const unique = uniqueNames();
  const assets = allPages<Asset>((last, limit) => rows.filesWithoutTake({ afterId: last?.id ?? "", limit }));
  for await (const asset of assets) {
    const stem = safeName(asset.name ?? "", asset.kind);
    const name = unique(`${stem}_${asset.id.slice(0, ID_CHARACTERS)}`);
    yield { asset, path: `uploads/${name}.${extensionFor(asset)}` };
  }
}

async function* described(uploads: AsyncIterable<{ asset: Asset; path: string }>): AsyncGenerator<object> {
  for await (const { asset, path } of uploads) {
    const { id, name, mediaType, bytes, sha256, width, height, durationMs, takenFrom, createdAtMs } = asset;
    yield {
      path,
      namedAs: `${ASSET_PREFIX}${id}`,
      ...{ name, mediaType, bytes, sha256, width, height, durationMs, takenFrom },
      uploadedAt: new Date(createdAtMs).toISOString(),
    };
  }
}
