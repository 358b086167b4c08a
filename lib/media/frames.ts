/** The frame that is shown at a time; half a frame of slack absorbs the rounding of media clocks. */
export function frameAt(seconds: number, fps: number): number {
  return Math.max(0, Math.floor(seconds * fps + 0.01));
}

/** A time inside a frame, so that seeking to it shows exactly that frame. */
export function timeOfFrame(frame: number, fps: number): number {
  return (frame + 0.5) / fps;
}

/** Frames per second of a file whose frames and length are known; undefined where either is not. */
export function frameRate(file: { frameCount: number | null; durationMs: number | null }): number | undefined {
  if (!file.frameCount || !file.durationMs) return undefined;
  const rate = (file.frameCount * 1000) / file.durationMs;
  const whole = Math.round(rate);
  return Math.abs(rate - whole) < 0.02 ? whole : rate;
}
