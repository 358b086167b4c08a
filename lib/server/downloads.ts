import { Readable } from "node:stream";
import type { UpstreamName } from "@/lib/jobs/job";
import type { GuardedFetch } from "@/lib/net/guarded-fetch";
import type { OpenedDownload } from "@/lib/storage/download";
import { MAX_OUTPUT_BYTES } from "./output-files";

const MAX_DOWNLOAD_MS = 30 * 60_000;

/** Asks for an output where its upstream keeps it: over the network from known hosts only, or from the sandbox in process. */
export function createOutputOpener(deps: {
  guardedFetch: GuardedFetch;
  sandboxFetch: (url: string) => Promise<Response>;
}): (url: string, upstream: UpstreamName) => Promise<OpenedDownload> {
  return async (url, upstream) => {
    if (upstream === "runcomfy") {
      return deps.guardedFetch(url, { maxBytes: MAX_OUTPUT_BYTES, timeoutMs: MAX_DOWNLOAD_MS });
    }
    const { status, headers, body } = await deps.sandboxFetch(url);
    return { status, headers: Object.fromEntries(headers), body: Readable.from(body ?? [], { objectMode: false }) };
  };
}
