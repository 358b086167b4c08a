import { api, refusalOf } from "@/lib/api/client";
import type { WireJobList } from "@/lib/api/contract";
import type { Ask } from "./ledger";

const ACTIVE = "/api/jobs?status=active&limit=200";
/** Longer than any answer takes: a connection that died must not stop the looking. */
const ANSWER_WITHIN_MS = 15_000;

/** The studio, asked with the tag of its last answer: while nothing changes, it answers without a body. */
export function askStudio(): Ask {
  let tag = "";
  let jobs: WireJobList["jobs"] = [];
  return {
    active: async () => {
      const response = await fetch(ACTIVE, {
        headers: tag ? { "if-none-match": tag } : {},
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      if (response.status === 304) return { jobs, isSame: true };
      if (!response.ok) throw refusalOf(response.status);
      jobs = ((await response.json()) as WireJobList).jobs;
      tag = response.headers.get("etag") ?? "";
      return { jobs, isSame: false };
    },
    byIds: async (ids) => (await api.readJobs(ids)).jobs,
  };
}
