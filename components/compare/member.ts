import { followerAction } from "@/lib/compare/follower";

/** One video of the group. */
export type Member = { id: string; element: HTMLVideoElement; seconds: number; fps: number };

/** Less than this of a frame is no other frame. */
const SAME_FRAMES = 0.1;
/** What is loaded for so long from where a video stands is enough to go on. */
const AHEAD_SECONDS = 0.25;
/** Sound and picture of a file end at slightly different times. */
const END_SECONDS = 0.1;
const HAVE_CURRENT_DATA = 2;
const HAVE_FUTURE_DATA = 3;

/** Whether a video can go on at once; one that rests needs the picture alone. */
export function isReady({ element }: Member, resting: boolean): boolean {
  const needed = resting ? HAVE_CURRENT_DATA : HAVE_FUTURE_DATA;
  return !element.seeking && element.readyState >= needed && element.error === null;
}

/** Whether what comes next is loaded, however little of it the browser has decoded. */
export function isLoaded({ element, seconds }: Member): boolean {
  const { buffered, currentTime } = element;
  const until = Math.min(currentTime + AHEAD_SECONDS, seconds - END_SECONDS);
  return Array.from({ length: buffered.length }, (_, at) => at).some(
    (at) => buffered.start(at) <= currentTime && buffered.end(at) >= until,
  );
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
