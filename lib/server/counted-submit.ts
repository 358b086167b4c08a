import { AppError } from "@/lib/errors";
import type { JobStore, RequestKind } from "@/lib/jobs/ports";
import { type Limits, takeTurn } from "./limits";

type Submitted = { id: string; isNew: boolean };
export type CountedSubmitDeps = {
  limits: Limits;
  store: Pick<JobStore, "isKnownRequest">;
  /** True from the signal on that ends the process: what is stored then might not be sent by it. */
  isStopping: () => boolean;
};
type Asked = { client: string; kind: RequestKind; jobs: number; clientRequestId?: string | undefined };

/**
 * Counts the jobs of a submit for its client before anything is looked at, and gives the places back where none was made. A request
 * that is known already makes nothing new, and is answered also at the limit, and while the studio stops.
 * @throws AppError `tooMany`, `stopping`, and what `submit` throws
 */
export async function countedSubmit<T extends Submitted>(
  { client, kind, jobs, clientRequestId }: Asked,
  submit: () => Promise<T>,
  { limits, store, isStopping }: CountedSubmitDeps,
): Promise<T> {
  if (clientRequestId !== undefined && (await store.isKnownRequest(clientRequestId, kind))) return submit();
  if (isStopping()) throw new AppError("stopping");
  const turn = takeTurn(limits, "jobs", client, jobs);
  const submitted = await submit().catch((error) => {
    turn.giveBack();
    throw error;
  });
  if (!submitted.isNew) turn.giveBack();
  return submitted;
}
