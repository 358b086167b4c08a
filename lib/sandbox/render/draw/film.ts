import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { AnimaticSpec } from "@/lib/sandbox/animatic";
import { smoothstep } from "../ease";
import { registerFonts } from "../fonts";
import { chooseLook } from "../look";
import { planShots, type Shot } from "../plan";
import { createRandom } from "../random";
import { prepareCaptions } from "./captions";
import { paintWatermark } from "./marks";
import { paintOverlay } from "./overlay";
import { createShotShelf, type PreparedShot } from "./prepare-shot";
import { readMood } from "./scene/mood";
import { prepareSlate } from "./slate";
import { type TypeScale, typeScaleFor } from "./type-scale";

/** An animatic's frames. They may be asked for in any order; in order is cheapest, since only neighbouring shots are held. */
export interface Film {
  /** Paints frame `index` of `spec.frameCount` and returns the canvas, which the next call paints over. */
  frame(index: number): Promise<Canvas>;
  /** A still of the first shot without captions and slate, on the same canvas. */
  poster(): Promise<Canvas>;
}

const CHIP_FADE_FRAMES = 6;
/** Into the first shot: far enough that its move shows. */
const POSTER_MOMENT = 0.4;

/** Equal specs give equal frames. @throws Error when a shipped font is missing. */
export function createFilm(spec: AnimaticSpec): Film {
  registerFonts();
  const scale = typeScaleFor(spec);
  const look = chooseLook(spec.seed);
  const mood = readMood(spec.prompt, createRandom(spec.seed, "mood"));
  const captions = prepareCaptions({ ...spec, labels: spec.references.map(({ label }) => label), scale });
  const shots = planShots({ ...spec, referenceCount: spec.references.length, cues: captions.cues });
  const prepared = createShotShelf({ spec, look, mood, scale });
  const slate = prepareSlate({ ...spec, size: spec, scale });
  const overlay = paintOverlay(spec, { vignette: look.vignette, captions: captions.cues.length > 0 });
  const watermark = spec.watermark ? paintWatermark(scale) : undefined;
  const context = createCanvas(spec.width, spec.height).getContext("2d");

  async function frame(index: number): Promise<Canvas> {
    const shot = shotAt(shots, index);
    const before = index < shot.startFrame + shot.dissolveFrames ? shots[shot.index - 1] : undefined;
    const view = await prepared(shot);
    if (before !== undefined) (await prepared(before)).picture.draw(context, progressOf(before, shots, index));
    context.globalAlpha =
      before === undefined ? 1 : smoothstep((index - shot.startFrame + 1) / (shot.dissolveFrames + 1));
    view.picture.draw(context, progressOf(shot, shots, index));
    context.globalAlpha = 1;
    context.drawImage(overlay, 0, 0);
    paintTag(context, view, { since: index - shot.startFrame, scale });
    captions.draw(context, index);
    slate.draw(context, index);
    if (watermark !== undefined) paintInCorner(context, watermark, scale);
    return context.canvas;
  }

  async function poster(): Promise<Canvas> {
    const { picture } = await prepared(shotAt(shots, 0));
    picture.draw(context, POSTER_MOMENT);
    context.drawImage(paintOverlay(spec, { vignette: look.vignette, captions: false }), 0, 0);
    if (watermark !== undefined) paintInCorner(context, watermark, scale);
    return context.canvas;
  }

  return { frame, poster };
}

function shotAt(shots: readonly Shot[], index: number): Shot {
  const shot = shots.findLast(({ startFrame }) => startFrame <= index);
  if (shot === undefined) throw new Error(`no shot shows frame ${index}`);
  return shot;
}

/** From 0 to 1 over a shot and the dissolve in which it leaves: nothing stands still while it fades. */
function progressOf(shot: Shot, shots: readonly Shot[], index: number): number {
  const leaving = shots[shot.index + 1]?.dissolveFrames ?? 0;
  return (index - shot.startFrame) / (shot.endFrame + leaving - shot.startFrame);
}

function paintTag(
  context: SKRSContext2D,
  { chip }: PreparedShot,
  { since, scale }: { since: number; scale: TypeScale },
): void {
  if (chip === undefined) return;
  context.globalAlpha = smoothstep((since + 1) / CHIP_FADE_FRAMES);
  context.drawImage(chip, scale.margin, Math.round(scale.margin + scale.slate * 2.2));
  context.globalAlpha = 1;
}

function paintInCorner(context: SKRSContext2D, mark: Canvas, { margin }: TypeScale): void {
  const { width, height } = context.canvas;
  context.drawImage(mark, width - margin - mark.width, Math.round(height - margin * 0.8 - mark.height));
}
