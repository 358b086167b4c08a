import type { WireJob } from "@/lib/api/contract";

/** What the id of a take begins with that the studio has not answered for yet. */
export const PENDING = "pending:";

export function isPending(job: Pick<WireJob, "id">): boolean {
  return job.id.startsWith(PENDING);
}
