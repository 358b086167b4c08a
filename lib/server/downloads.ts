import { Readable } from "node:stream";
import type { GuardedFetch } from "@/lib/net/guarded-fetch";
import { MAX_OUTPUT_BYTES, type OpenOutput } from "./output-files";

const MAX_DOWNLOAD_MS = 30 * 60_000;

/** Asks for an output where its upstream keeps it: over the network from known hosts only, or from the sandbox in process. */
export function createOutputOpener(deps: {
  guardedFetch: GuardedFetch;
  sandboxFetch: (url: string) => Promise<Response>;
}): OpenOutput {
  return async (url, upstream, resumeAt) => {
    if (upstream === "runcomfy") {
      const headers = resumeAt && { range: `bytes=${resumeAt.byte}-`, "if-range": resumeAt.etag };
      const limits = { maxBytes: MAX_OUTPUT_BYTES, timeoutMs: MAX_DOWNLOAD_MS };
      return deps.guardedFetch(url, { ...limits, ...(headers && { headers }) });
    }
    const { status, headers, body } = await deps.sandboxFetch(url);
    return { status, headers: Object.fromEntries(headers), body: Readable.from(body ?? [], { objectMode: false }) };
  };
}
