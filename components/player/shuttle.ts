/** What can be chosen; 1 is as it was made. */
export const SPEEDS = [0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2] as const;

const FASTEST = 8;

/**
 * The speed after one more press of J (-1) or L (1): against the present direction, or from a stand, it sets out anew (forwards at
 * `start`); in the same direction it doubles. 0 stands still, less than 0 goes backwards.
 */
export function shuttled(speed: number, direction: 1 | -1, start = 1): number {
  if (Math.sign(speed) !== direction) return direction === 1 ? start : -1;
  return direction * Math.min(Math.abs(speed) * 2, FASTEST);
}
