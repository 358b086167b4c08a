/** The frames between which a video goes round, both included; an end that is not set is the video's own. */
export type LoopRange = { in?: number; out?: number };

/** Begins at this frame; an end before it is given up. */
export function withIn({ out }: LoopRange, frame: number): LoopRange {
  return out !== undefined && out > frame ? { in: frame, out } : { in: frame };
}

/** Ends at this frame; a beginning behind it is given up. */
export function withOut(range: LoopRange, frame: number): LoopRange {
  return range.in !== undefined && range.in < frame ? { in: range.in, out: frame } : { out: frame };
}

export function isSet(range: LoopRange): boolean {
  return range.in !== undefined || range.out !== undefined;
}

/** Where to go on when `frame` is reached while playing; undefined where the video goes on by itself. */
export function jumpAfter(frame: number, range: LoopRange): number | undefined {
  return range.out !== undefined && frame > range.out ? (range.in ?? 0) : undefined;
}

/** As `jumpAfter`, backwards. */
export function jumpBefore(frame: number, range: LoopRange, last: number): number | undefined {
  return frame <= (range.in ?? 0) && isSet(range) ? (range.out ?? last) : undefined;
}
