/** When one page of a caption is in view. `endFrame` is excluded. */
export type CaptionCue = { page: number; startFrame: number; endFrame: number };

type CaptionPlanOptions = { frameCount: number; fps: number };

/** Below this nobody reads two lines. */
const MIN_SECONDS = 0.7;
/** Between two captions, so that the eye sees that the words changed. */
const GAP_SECONDS = 0.08;

/**
 * Shares the film among caption pages in proportion to their length (`weights`), in order and without overlap. Where there are more pages than
 * can be read in the time, the first ones are shown and the rest is left out.
 */
export function planCaptions(weights: readonly number[], { frameCount, fps }: CaptionPlanOptions): CaptionCue[] {
  const minFrames = Math.min(frameCount, Math.ceil(MIN_SECONDS * fps));
  const shown = weights.slice(0, Math.floor(frameCount / minFrames));
  const spare = frameCount - shown.length * minFrames;
  const total = shown.reduce((sum, weight) => sum + weight, 0);
  const gap = Math.round(GAP_SECONDS * fps);
  let used = 0;
  return shown.map((weight, page) => {
    const startFrame = page * minFrames + Math.round((spare * used) / total);
    used += weight;
    const endFrame = (page + 1) * minFrames + Math.round((spare * used) / total);
    return { page, startFrame, endFrame: page === shown.length - 1 ? endFrame : endFrame - gap };
  });
}
