export type TimeLimit = {
  signal: AbortSignal;
  /** Forgets timer and caller; to be called at the end of the work. */
  release(): void;
};

/**
 * A signal that fires with `reason` after `timeoutMs`, or with the caller's own reason when `signal` fires.
 * By hand, because on Node 20 a signal made by `AbortSignal.any` can be collected before it fires.
 */
export function startTimeLimit(
  timeoutMs: number,
  { reason, signal }: { reason: Error; signal: AbortSignal | undefined },
): TimeLimit {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(reason), timeoutMs);
  const passOn = () => controller.abort(signal?.reason);
  if (signal?.aborted) passOn();
  signal?.addEventListener("abort", passOn);
  return {
    signal: controller.signal,
    release() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", passOn);
    },
  };
}
