import { Readable } from "node:stream";
import type { BulkRequest, WireBulkAnswer, WireCollection, WireJobMarks, WireTrash } from "@/lib/api/gallery-contract";
import { type ActDeps, actOnJobs, markJob } from "@/lib/gallery/act-on-jobs";
import {
  addCollection,
  type CollectionDeps,
  changeCollection,
  listCollections,
  orderCollection,
  removeCollection,
} from "@/lib/gallery/collections";
import { downloadEntries } from "@/lib/gallery/download";
import { downloadedJobs } from "@/lib/gallery/downloaded-jobs";
import { emptyTrash, listTrash, purgeExpired, purgeJob, type TrashDeps } from "@/lib/gallery/trash";
import { zipOf } from "@/lib/gallery/zip";
import type { Locale } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import type { JobStore } from "@/lib/jobs/ports";
import { withTags } from "@/lib/storage/tagged-file";
import { toWebStream } from "@/lib/storage/web-stream";
import { wantsPlainFiles } from "./download-setting";
import type { Models } from "./models";

type Page = { cursor?: string | undefined; limit: number };

/** Keeping takes in order; see the use-cases in `lib/gallery` for what each guarantees and throws. */
export type GalleryService = {
  markJob(id: string, marks: WireJobMarks): Promise<void>;
  actOnJobs(request: BulkRequest): Promise<WireBulkAnswer>;
  collectionsOf(jobId: string): Promise<string[]>;
  listTrash(query: Page, locale: Locale): Promise<WireTrash>;
  purgeJob(id: string): Promise<void>;
  emptyTrash(): Promise<number>;
  purgeExpired(): Promise<number>;
  listCollections(): Promise<WireCollection[]>;
  addCollection(collection: Parameters<typeof addCollection>[0]): Promise<WireCollection>;
  changeCollection(id: string, change: Parameters<typeof changeCollection>[1]): Promise<WireCollection>;
  orderCollection(id: string, jobIds: readonly string[]): Promise<WireCollection>;
  removeCollection(id: string): Promise<void>;
  downloadJobs(what: Parameters<typeof downloadedJobs>[0], request: Request, locale: Locale): Promise<Response>;
};

export function createGalleryService(
  deps: ActDeps & CollectionDeps & TrashDeps & { jobs: JobStore; models: Models },
): GalleryService {
  const modelName = (locale: Locale) => (id: string) => deps.models.modelName(id, locale) ?? id;
  return {
    markJob: (id, marks) => markJob(id, marks, deps),
    actOnJobs: (request) => actOnJobs(request, deps),
    collectionsOf: deps.collections.collectionsOf,
    listTrash: (query, locale) => listTrash(query, { ...deps, modelName: modelName(locale) }),
    purgeJob: (id) => purgeJob(id, deps),
    emptyTrash: () => emptyTrash(deps),
    purgeExpired: () => purgeExpired(deps),
    listCollections: () => listCollections(deps),
    addCollection: (collection) => addCollection(collection, deps),
    changeCollection: (id, change) => changeCollection(id, change, deps),
    orderCollection: (id, jobIds) => orderCollection(id, jobIds, deps),
    removeCollection: (id) => removeCollection(id, deps),

    async downloadJobs(what, request, locale) {
      const jobs = await downloadedJobs(what, deps.jobs);
      const t = translatorFor(locale);
      const words = { missing: t("downloads.missing"), missingHead: t("downloads.missingHead") };
      const isPlain = wantsPlainFiles(request.headers);
      const entries = downloadEntries(jobs, {
        files: deps.files,
        withTags: async (output, tags) => (isPlain ? undefined : withTags(output, tags, deps.files)),
        modelName: modelName(locale),
        now: deps.now,
        words,
      });
      const day = new Date(deps.now()).toISOString().slice(0, 10);
      const headers = {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="takes_${day}.zip"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      };
      const zip = Readable.from(zipOf(entries), { objectMode: false });
      return new Response(toWebStream(zip, request.signal), { headers });
    },
  };
}
