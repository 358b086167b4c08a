const KEY = "dailies:note:";

/** A note that the studio did not keep, held by this tab until it does. */
export function keepDraft(jobId: string, note: string | undefined) {
  try {
    if (note === undefined) sessionStorage.removeItem(KEY + jobId);
    else sessionStorage.setItem(KEY + jobId, note);
  } catch {
    // Storage may be switched off: the draft then lasts as long as the page.
  }
}

export function readDraft(jobId: string): string | undefined {
  try {
    return sessionStorage.getItem(KEY + jobId) ?? undefined;
  } catch {
    return undefined;
  }
}
