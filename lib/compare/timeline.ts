import { timeOfFrame } from "@/lib/media/frames";

/** How long one take is, and where it lies to the others: with offset 3 it shows its frame 3 where one with 0 shows frame 0. */
export type Track = { seconds: number; fps: number; offset: number };
/** What the group is as long as: the part that all takes have, or the longest take. */
export type Span = "common" | "longest";
/** What a take does that is over before the others. */
export type Rest = "hold" | "loop";

export type Timeline = {
  seconds: number;
  /** The finest raster of all takes. */
  fps: number;
  frames: number;
  /** By place: seconds of the take's own file at the beginning of the group. */
  starts: number[];
  /** Who keeps the time: plays from the beginning to the end of the group without a pause. */
  leader: number;
};

/**
 * One time line for all. The group begins where every take has a picture: an offset only says how they lie to each other.
 * `preferred` leads where it can, because the leader's speed is never changed.
 */
export function timelineOf(tracks: readonly Track[], span: Span, preferred?: number): Timeline | undefined {
  if (tracks.length === 0) return undefined;
  const offsets = tracks.map(({ offset, fps }) => offset / fps);
  const first = Math.min(...offsets);
  const starts = offsets.map((offset, place) => Math.min(offset - first, tracks[place]?.seconds ?? 0));
  const lengths = tracks.map(({ seconds }, place) => seconds - (starts[place] ?? 0));
  const seconds = span === "common" ? Math.min(...lengths) : Math.max(...lengths);
  const fps = Math.max(...tracks.map((track) => track.fps));
  const canLead = (place: number) => (lengths[place] ?? 0) >= seconds;
  const leader = preferred !== undefined && canLead(preferred) ? preferred : lengths.findIndex((_, at) => canLead(at));
  return { seconds, fps, frames: Math.max(1, Math.round(seconds * fps)), starts, leader };
}

/** Where a take stands at a time of the group, in seconds of its own file; `resting` where it is over and holds its last frame. */
export function takeTime(
  group: number,
  start: number,
  track: Pick<Track, "seconds" | "fps">,
  rest: Rest,
): { seconds: number; resting: boolean } {
  const seconds = start + group;
  if (seconds < track.seconds) return { seconds, resting: false };
  if (rest === "loop") return { seconds: track.seconds > 0 ? seconds % track.seconds : 0, resting: false };
  const lastFrame = Math.max(0, Math.round(track.seconds * track.fps) - 1);
  return { seconds: timeOfFrame(lastFrame, track.fps), resting: true };
}
