import { followerAction } from "@/lib/compare/follower";

/** One video of the group. */
export type Member = { id: string; element: HTMLVideoElement; seconds: number; fps: number };

/** Less than this of a frame is no other frame. */
const SAME_FRAMES = 0.1;
const HAVE_CURRENT_DATA = 2;
const HAVE_FUTURE_DATA = 3;

/** Whether a video can go on at once; one that rests needs the picture alone. */
export function isReady({ element }: Member, resting: boolean): boolean {
  const needed = resting ? HAVE_CURRENT_DATA : HAVE_FUTURE_DATA;
  return !element.seeking && element.readyState >= needed && element.error === null;
}
export function moveTo({ element, fps }: Member, seconds: number) {
  if (Math.abs(element.currentTime - seconds) * fps > SAME_FRAMES) element.currentTime = seconds;
}

/** Keeps a follower with the time that it should show. */
export function keepUp({ element, fps, seconds }: Member, leaderTime: number, speed: number, loops: boolean) {
  if (element.paused) void element.play().catch(() => undefined);
  const action = followerAction({
    leaderTime,
    followerTime: element.currentTime,
    fps,
    speed,
    rate: element.playbackRate,
    loopSeconds: loops ? seconds : undefined,
  });
  if (action.kind === "rate") element.playbackRate = action.rate;
  if (action.kind === "seek") element.currentTime = action.to;
}
