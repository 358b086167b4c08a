import { AppError } from "@/lib/errors";
import type { Job } from "@/lib/jobs/job";
import type { JobView, ListedJob } from "@/lib/jobs/ports";
import { extensionOf, isMediaType } from "@/lib/media/media-types";
import { takeName } from "@/lib/media/take-name";
import type { Asset } from "@/lib/storage/asset";
import type { FileStore, FileTags, OpenedFile } from "@/lib/storage/ports";
import { settingsOf } from "./settings-file";
import { settingsTags } from "./settings-tags";
import { textEntry } from "./text-entry";
import { uniqueNames } from "./unique-names";
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

type TakeDeps = Pick<DownloadDeps, "files" | "withTags" | "modelName"> & {
  /** Keeps the names of one folder apart. */
  unique: (stem: string) => string;
  /** A file that is not there: what it would be called, without its extension. */
  onMissing: (stem: string, output: Asset) => void;
};

/**
 * The outputs of these jobs, each with its settings beside it, and a list of what could not be added: a file that is gone spoils
 * neither the zip nor the others.
 */
export async function* downloadEntries(
  jobs: AsyncIterable<ListedJob>,
  { now, words, ...deps }: DownloadDeps,
): AsyncGenerator<ZipEntry> {
  const unique = uniqueNames();
  const missing: string[] = [];
  for await (const { job, outputs } of jobs) {
    const onMissing = (stem: string) => missing.push(`${stem} (${job.id})`);
    if (outputs.length === 0) onMissing(takeStem(job, deps.modelName));
    yield* takeEntries({ job, outputs }, { ...deps, unique, onMissing });
  }
  if (missing.length > 0) {
    yield textEntry(`${unique(words.missing)}.txt`, [words.missingHead, "", ...missing, ""].join("\n"), now());
  }
}

/** The outputs of one job, each with its settings beside it and `facts` among them. */
export async function* takeEntries(
  { job, outputs }: JobView,
  { files, withTags, modelName, unique, onMissing }: TakeDeps,
  facts: object = {},
): AsyncGenerator<ZipEntry> {
  const stem = takeStem(job, modelName);
  for (const output of outputs) {
    const own = unique(stem);
    const file = await opened(output, files, (asset) => withTags(asset, settingsTags(job, own)));
    if (file) yield { name: `${own}.${extensionFor(output)}`, atMs: job.createdAtMs, ...file };
    else onMissing(own, output);
    const settings = { ...settingsOf(job, { modelName: modelName(job.modelId), output }), ...facts };
    yield textEntry(`${own}.json`, JSON.stringify(settings, null, 2), job.createdAtMs);
  }
}

/** What the files of a job are called, without their extension. */
export function takeStem(job: Job, modelName: (modelId: string) => string): string {
  const createdAt = new Date(job.createdAtMs).toISOString();
  return takeName({ id: job.id, modelName: modelName(job.modelId), createdAt, input: job.input });
}

/** A stored file, or what stands for it; undefined where it is gone. */
export async function opened(
  output: Asset,
  files: DownloadDeps["files"],
  tagged: (output: Asset) => Promise<OpenedFile | undefined> = async () => undefined,
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

export function extensionFor({ mediaType }: Asset): string {
  return isMediaType(mediaType) ? extensionOf(mediaType) : "bin";
}
