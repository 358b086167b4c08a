import { AppError } from "@/lib/errors";
import type { ListedJob } from "@/lib/jobs/ports";
import { extensionOf, isMediaType } from "@/lib/media/media-types";
import { takeName } from "@/lib/media/take-name";
import type { Asset } from "@/lib/storage/asset";
import type { FileStore, FileTags, OpenedFile } from "@/lib/storage/ports";
import { settingsOf } from "./settings-file";
import { settingsTags } from "./settings-tags";
import type { ZipEntry } from "./zip";

export type DownloadDeps = {
  files: Pick<FileStore, "read" | "size">;
  /** An output with its settings in it, undefined where it is added as it is. */
  withTags: (output: Asset, tags: FileTags) => Promise<OpenedFile | undefined>;
  modelName: (modelId: string) => string;
  now: () => number;
  /** The name of the list of what is missing, without its extension, and its first line. */
  words: { missing: string; missingHead: string };
};

/**
 * The outputs of these jobs, each with its settings beside it, and a list of what could not be added: a file that is gone spoils
 * neither the zip nor the others.
 */
export async function* downloadEntries(
  jobs: AsyncIterable<ListedJob>,
  { files, withTags, modelName, now, words }: DownloadDeps,
): AsyncGenerator<ZipEntry> {
  const unique = uniqueNames();
  const missing: string[] = [];
  for await (const { job, outputs } of jobs) {
    const name = modelName(job.modelId);
    const createdAt = new Date(job.createdAtMs).toISOString();
    const stem = takeName({ id: job.id, modelName: name, createdAt, input: job.input });
    if (outputs.length === 0) missing.push(`${stem} (${job.id})`);
    for (const output of outputs) {
      const own = unique(stem);
      const file = await opened(output, files, (asset) => withTags(asset, settingsTags(job, own)));
      if (!file) missing.push(`${own} (${job.id})`);
      else yield { name: `${own}.${extensionFor(output)}`, atMs: job.createdAtMs, ...file };
      yield textEntry(
        `${own}.json`,
        JSON.stringify(settingsOf(job, { modelName: name, output }), null, 2),
        job.createdAtMs,
      );
    }
  }
  if (missing.length > 0) {
    yield textEntry(`${unique(words.missing)}.txt`, [words.missingHead, "", ...missing, ""].join("\n"), now());
  }
}

async function opened(
  output: Asset,
  files: DownloadDeps["files"],
  tagged: (output: Asset) => Promise<OpenedFile | undefined>,
): Promise<Pick<ZipEntry, "bytes" | "content"> | undefined> {
  try {
    const instead = await tagged(output);
    if (instead) return { bytes: instead.bytes, content: await instead.read() };
    return { bytes: output.bytes, content: await files.read(output.fileKey) };
  } catch (error) {
    if (error instanceof AppError && error.code === "notFound") return undefined;
    throw error;
  }
}

function extensionFor({ mediaType }: Asset): string {
  return isMediaType(mediaType) ? extensionOf(mediaType) : "bin";
}

function textEntry(name: string, text: string, atMs: number): ZipEntry {
  const bytes = Buffer.from(text);
  return { name, atMs, bytes: bytes.length, content: inOnePiece(bytes) };
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Names that stay apart also where letter case does not count. */
function uniqueNames(): (stem: string) => string {
  const taken = new Set<string>();
  return (stem) => {
    let name = stem;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${stem}_${count}`;
    taken.add(name.toLowerCase());
    return name;
  };
}
