export function lerp(from: number, to: number, t: number): number {
  return from + (to - from) * t;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

export function smoothstep(t: number): number {
  const x = clamp(t, 0, 1);
  return x * x * (3 - 2 * x);
}

/** Nearly constant speed with soft ends: a move that is already under way at the cut, as a camera's would be. */
export function glide(t: number): number {
  return lerp(clamp(t, 0, 1), smoothstep(t), 0.35);
}
