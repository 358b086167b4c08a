import type { CaptionCue } from "./caption-plan";
import { clamp } from "./ease";
import { createRandom, type Random } from "./random";

export type MoveKind = "push" | "pull" | "drift" | "tilt";

/** One uncut piece of the film. `endFrame` is excluded. */
export type Shot = {
  index: number;
  startFrame: number;
  endFrame: number;
  /** Frames at its start in which it is blended over the shot before; 0 is a hard cut. */
  dissolveFrames: number;
  /** Which reference it shows; undefined where the request has none. */
  reference: number | undefined;
  /** 0 for the first shot of its reference, 1 for the second look at it, and so on. */
  look: number;
  move: MoveKind;
  direction: 1 | -1;
};

export type ShotPlanOptions = {
  frameCount: number;
  fps: number;
  seed: number;
  referenceCount: number;
  /** Cuts are drawn towards the starts of captions. */
  cues: readonly CaptionCue[];
};

const IDEAL_SECONDS = 2.7;
const MIN_SHOT_FRAMES = 6;
const SNAP_SECONDS = 0.4;
const DISSOLVE_SECONDS = 0.4;
const DISSOLVE_CHANCE = 0.3;

/**
 * Cuts a film into shots that follow each other without a gap from frame 0 to the end. References come in their slots' order, each at least once
 * as long as there are six frames for it; a long film looks at some of them again from closer. Everything else is the seed's choice.
 */
export function planShots(options: ShotPlanOptions): Shot[] {
  const random = createRandom(options.seed, "shots");
  const references = shareReferences(options, random);
  const cuts = placeCuts(references.length, options, random);
  const moves = chooseMoves(references.length, random);
  const seen = new Map<number | undefined, number>();
  return references.map((reference, index) => {
    const startFrame = cuts[index] ?? 0;
    const endFrame = cuts[index + 1] ?? options.frameCount;
    const look = seen.get(reference) ?? 0;
    seen.set(reference, look + 1);
    const dissolve = index > 0 && random.chance(DISSOLVE_CHANCE) ? Math.round(DISSOLVE_SECONDS * options.fps) : 0;
    const dissolveFrames = Math.min(dissolve, Math.floor((endFrame - startFrame) / 3));
    const direction = random.chance(0.5) ? 1 : -1;
    return { index, startFrame, endFrame, dissolveFrames, reference, look, move: moves[index] ?? "push", direction };
  });
}

/** The reference of every shot, in slot order. */
function shareReferences(options: ShotPlanOptions, random: Random): (number | undefined)[] {
  const seconds = options.frameCount / options.fps;
  const wanted = Math.round((seconds / IDEAL_SECONDS) * random.between(0.85, 1.2));
  const most = Math.max(1, Math.floor(options.frameCount / MIN_SHOT_FRAMES));
  const count = clamp(Math.max(wanted, options.referenceCount), 1, most);
  if (options.referenceCount === 0) return Array.from({ length: count }, () => undefined);
  const shown = Math.min(options.referenceCount, count);
  const firstAgain = random.integer(0, shown - 1);
  return Array.from({ length: shown }, (_, reference) => {
    const again = (reference - firstAgain + shown) % shown < count % shown ? 1 : 0;
    return Array.from({ length: Math.floor(count / shown) + again }, () => reference);
  }).flat();
}

/** Start frames: even lengths loosened by the seed, then drawn to a caption's start where one is near. */
function placeCuts(count: number, { frameCount, fps, cues }: ShotPlanOptions, random: Random): number[] {
  const lengths = Array.from({ length: count }, () => random.between(0.75, 1.3));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const snap = Math.min(SNAP_SECONDS * fps, frameCount / count / 3);
  const cuts = [0];
  let passed = 0;
  for (let index = 1; index < count; index += 1) {
    passed += lengths[index - 1] ?? 0;
    const free = Math.round((frameCount * passed) / total);
    const near = cues.find((cue) => Math.abs(cue.startFrame - free) <= snap && cue.startFrame > 0);
    const lead = random.integer(-2, 3);
    const earliest = (cuts[index - 1] ?? 0) + Math.min(MIN_SHOT_FRAMES, Math.floor(frameCount / count));
    const latest = frameCount - (count - index) * Math.min(MIN_SHOT_FRAMES, Math.floor(frameCount / count));
    cuts.push(clamp(near === undefined ? free : near.startFrame + lead, earliest, latest));
  }
  return cuts;
}

function chooseMoves(count: number, random: Random): MoveKind[] {
  const moves: MoveKind[] = [];
  const kinds: [MoveKind, ...MoveKind[]] = ["push", "pull", "drift", "tilt", "push"];
  while (moves.length < count) {
    const move = random.pick(kinds);
    if (move !== moves.at(-1)) moves.push(move);
  }
  return moves;
}
