import { rm } from "node:fs/promises";
import { ArchiveError } from "@/lib/jobs/archive-error";
import type { ArchiveFailure } from "@/lib/jobs/event";
import type { RemoteOutput, UpstreamName } from "@/lib/jobs/job";
import type { OutputFiles } from "@/lib/jobs/ports";
import { GuardedFetchError, type GuardedFetchErrorCode } from "@/lib/net/guarded-fetch-error";
import { storeOutput } from "@/lib/storage/archive-file";
import {
  DownloadError,
  type DownloadFailure,
  downloadTo,
  type OpenedDownload,
  type ResumeAt,
} from "@/lib/storage/download";
import { discardFiles } from "@/lib/storage/place";
import type { AssetMakers, FileStore } from "@/lib/storage/ports";
import { isAppError } from "./problem";

export const MAX_OUTPUT_BYTES = 2_000_000_000;

export type OpenOutput = (url: string, upstream: UpstreamName, resumeAt?: ResumeAt) => Promise<OpenedDownload>;
export type OutputFilesDeps = {
  files: FileStore;
  makers: AssetMakers;
  /** Asks for an output where its upstream keeps it. */
  open: OpenOutput;
};

/** Outputs by HTTP (or in process from the sandbox) into the file store. */
export function createOutputFiles({ files, makers, open }: OutputFilesDeps): OutputFiles {
  return {
    async download(output: RemoteOutput, upstream: UpstreamName) {
      let path: string | undefined;
      try {
        path = await files.temporaryPath();
        await downloadTo({
          open: (resumeAt) => open(output.url, upstream, resumeAt),
          path,
          maxBytes: MAX_OUTPUT_BYTES,
        });
        return path;
      } catch (error) {
        if (path !== undefined) await rm(path, { force: true });
        throw archiveError(error);
      }
    },

    async place(path, _output, isLastTry) {
      const keepsUnread = (error: unknown) => isLastTry(archiveError(error).reason);
      try {
        return await storeOutput({ path, files, keepsUnread, ...makers });
      } catch (error) {
        throw archiveError(error);
      }
    },

    discard: (asset) => discardFiles(asset, files),
  };
}

const BY_DOWNLOAD: Record<DownloadFailure, ArchiveFailure> = {
  badStatus: "unavailable",
  incomplete: "unavailable",
  tooLarge: "refused",
};
const BY_FETCH: Record<GuardedFetchErrorCode, ArchiveFailure> = {
  badAddress: "refused",
  hostNotAllowed: "refused",
  notPublic: "refused",
  tooManyRedirects: "refused",
  tooLarge: "refused",
  timedOut: "unavailable",
  unreachable: "unavailable",
};

/** What is not known to be hopeless is tried again: the output was paid for. */
function archiveError(cause: unknown): ArchiveError {
  // A body that our own rules end says more than that it ended.
  if (cause instanceof DownloadError && cause.cause instanceof GuardedFetchError) return archiveError(cause.cause);
  if (cause instanceof DownloadError) return new ArchiveError(BY_DOWNLOAD[cause.failure], cause.message, { cause });
  if (cause instanceof GuardedFetchError) return new ArchiveError(BY_FETCH[cause.code], cause.message, { cause });
  if (!isAppError(cause)) return new ArchiveError("unavailable", "the file could not be saved", { cause });
  const reason = String(cause.facts.reason ?? cause.code);
  if (cause.code === "unsupportedType") return new ArchiveError("noMedia", `it is ${cause.facts.found}`, { cause });
  const isBad = cause.code === "unreadableFile" && reason !== "notRead";
  return new ArchiveError(isBad ? "unusable" : "unavailable", reason, { cause });
}
