const POLL_MS = 1000;
const SLOW_MS = 15_000;
const LONGEST_BACK_OFF_MS = 30_000;

/** How long until the next look; undefined: not before somebody asks for one. */
export function pauseMs(state: { failures: number; isUnderWay: boolean; isVisible: boolean }): number | undefined {
  if (!state.isUnderWay && !state.isVisible) return undefined;
  if (state.failures > 0) return Math.min(POLL_MS * 2 ** (state.failures - 1), LONGEST_BACK_OFF_MS);
  return state.isUnderWay ? POLL_MS : SLOW_MS;
}
