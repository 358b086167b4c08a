import type { JobStore } from "@/lib/jobs/ports";
import { type Limits, takeTurn } from "./limits";

type Submitted = { id: string; isNew: boolean };
type Asked = { client: string; jobs: number; clientRequestId?: string | undefined };

/**
 * Counts the jobs of a submit for its client before anything is looked at, and gives the places back where none was made. A request
 * that is known already makes nothing new, and is answered also at the limit.
 * @throws AppError `tooMany`, and what `submit` throws
 */
export async function countedSubmit<T extends Submitted>(
  { client, jobs, clientRequestId }: Asked,
  submit: () => Promise<T>,
  { limits, store }: { limits: Limits; store: Pick<JobStore, "isKnownRequest"> },
): Promise<T> {
  if (clientRequestId !== undefined && (await store.isKnownRequest(clientRequestId))) return submit();
  const turn = takeTurn(limits, "jobs", client, jobs);
  const submitted = await submit().catch((error) => {
    turn.giveBack();
    throw error;
  });
  if (!submitted.isNew) turn.giveBack();
  return submitted;
}
