/** The moments of a job's life between which nothing may be lost: where the kill tests end the process. */
export const FAULT_POINTS = [
  "job-stored",
  /** `submitting` is stored, the POST has not left. */
  "before-post",
  /** The answer is there, but not stored. */
  "after-post",
  "job-accepted",
  "output-downloaded",
  /** The file is in its place, no row names it. */
  "output-placed",
  "job-succeeded",
] as const;
export type FaultPoint = (typeof FAULT_POINTS)[number];
export type Reached = (point: FaultPoint) => void;

/** Ends the process as `kill -9` does when it reaches `target`; without one it does nothing. @throws RangeError for no such point */
export function createFaultPoint(target: string | undefined, kill: () => void): Reached {
  if (target !== undefined && !FAULT_POINTS.some((point) => point === target)) {
    throw new RangeError(`FAULT_POINT is none of ${FAULT_POINTS.join(", ")}`);
  }
  return (point) => {
    if (point === target) kill();
  };
}
