/** What keeps one follower with its leader. `rate` also leads back to the group's own speed. */
export type FollowerAction = { kind: "none" } | { kind: "rate"; rate: number } | { kind: "seek"; to: number };

/** Farther away than this many frames, catching up by speed takes longer than a seek. */
const SEEK_FRAMES = 3;
/** Nearer than this many frames a follower is left alone. */
const CLOSE_FRAMES = 0.25;
/** A change of speed of 5 % is neither seen nor heard. */
const MAX_NUDGE = 0.05;
/** What a follower is behind is made good in this time, as far as the nudge reaches. */
const CATCH_UP_SECONDS = 0.5;
/** Setting a speed costs the browser something: only whole steps are set. */
const RATE_STEP = 0.005;

/**
 * What a follower has to do so that it shows what it should at `leaderTime`, both in seconds of the follower's own file. A
 * follower that loops by itself gives the length of its loop: then the shorter way round counts.
 */
export function followerAction(clock: {
  leaderTime: number;
  followerTime: number;
  fps: number;
  /** The group's speed. */
  speed: number;
  /** The speed that the follower has now. */
  rate: number;
  loopSeconds?: number | undefined;
}): FollowerAction {
  const behind = shortWay(clock.leaderTime - clock.followerTime, clock.loopSeconds);
  const frames = Math.abs(behind) * clock.fps;
  if (frames > SEEK_FRAMES) return { kind: "seek", to: clock.leaderTime };
  const nudge = frames < CLOSE_FRAMES ? 0 : clamp(behind / CATCH_UP_SECONDS, MAX_NUDGE);
  const rate = clock.speed * (1 + Math.round(nudge / RATE_STEP) * RATE_STEP);
  return Math.abs(rate - clock.rate) < (clock.speed * RATE_STEP) / 2 ? { kind: "none" } : { kind: "rate", rate };
}

function shortWay(seconds: number, loopSeconds: number | undefined): number {
  return loopSeconds ? seconds - Math.round(seconds / loopSeconds) * loopSeconds : seconds;
}

function clamp(value: number, limit: number): number {
  return Math.min(Math.max(value, -limit), limit);
}
