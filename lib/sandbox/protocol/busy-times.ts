const REFUSALS = 2;
const MAX_REMEMBERED = 1_000;

/** Says of the same submission twice that the service is busy, then no more; after that it begins anew. */
export function createBusyTimes(): (submission: string) => boolean {
  const refusals = new Map<string, number>();
  return (submission) => {
    const soFar = refusals.get(submission) ?? 0;
    if (soFar >= REFUSALS) {
      refusals.delete(submission);
      return false;
    }
    if (refusals.size >= MAX_REMEMBERED) refusals.clear();
    refusals.set(submission, soFar + 1);
    return true;
  };
}
