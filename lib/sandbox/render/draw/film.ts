import { type Canvas, createCanvas, loadImage } from "@napi-rs/canvas";
import type { AnimaticReference, AnimaticSpec } from "@/lib/sandbox/animatic";
import { planMove } from "../camera";
import { smoothstep } from "../ease";
import { findFocus } from "../focus";
import { registerFonts } from "../fonts";
import { chooseLook } from "../look";
import { planShots, type Shot } from "../plan";
import { createRandom } from "../random";
import { prepareCaptions } from "./captions";
import { prepareCard } from "./card";
import { paintChip, paintWatermark } from "./marks";
import { paintOverlay } from "./overlay";
import { readMood } from "./scene/mood";
import { prepareScene } from "./scene/scene";
import { preparePicture, type ShotPicture } from "./shot-picture";
import { prepareSlate } from "./slate";
import { typeScaleFor } from "./type-scale";

/** An animatic's frames. Frames may be asked for in any order; in order is cheapest, since one or two shots are held at a time. */
export interface Film {
  /** Paints frame `index` of `spec.frameCount` and returns the canvas, which the next call paints over. */
  frame(index: number): Promise<Canvas>;
  /** A still without captions and slate. */
  poster(): Promise<Canvas>;
}

type PreparedShot = { picture: ShotPicture; chip: Canvas | undefined };

const CHIP_FADE_FRAMES = 6;
/** Into the first shot: far enough that its move shows. */
const POSTER_MOMENT = 0.4;

/** Equal specs give equal frames. @throws Error when a shipped font is missing. */
export function createFilm(spec: AnimaticSpec): Film {
  registerFonts();
  const scale = typeScaleFor(spec);
  const look = chooseLook(spec.seed);
  const mood = readMood(spec.prompt, createRandom(spec.seed, "mood"));
  const labels = spec.references.map(({ label }) => label);
  const captions = prepareCaptions({ ...spec, labels, scale });
  const shots = planShots({ ...spec, referenceCount: spec.references.length, cues: captions.cues });
  const slate = prepareSlate({ ...spec, size: spec, scale });
  const overlay = paintOverlay(spec, { vignette: look.vignette, captions: captions.cues.length > 0 });
  const watermark = spec.watermark ? paintWatermark(scale) : undefined;
  const canvas = createCanvas(spec.width, spec.height);
  const context = canvas.getContext("2d");
  const held = new Map<number, Promise<PreparedShot>>();

  return { frame, poster };

  async function frame(index: number): Promise<Canvas> {
    const shot = shotAt(index);
    await paintShots(shot, index);
    context.drawImage(overlay, 0, 0);
    const { chip } = await prepared(shot);
    if (chip !== undefined) {
      context.globalAlpha = smoothstep((index - shot.startFrame + 1) / CHIP_FADE_FRAMES);
      context.drawImage(chip, scale.margin, Math.round(scale.margin + scale.slate * 2.2));
      context.globalAlpha = 1;
    }
    captions.draw(context, index);
    slate.draw(context, index);
    if (watermark !== undefined) paintCorner(watermark);
    return canvas;
  }

  async function poster(): Promise<Canvas> {
    const shot = shotAt(0);
    const { picture } = await prepared(shot);
    picture.draw(context, POSTER_MOMENT);
    context.drawImage(paintOverlay(spec, { vignette: look.vignette, captions: false }), 0, 0);
    if (watermark !== undefined) paintCorner(watermark);
    return canvas;
  }

  async function paintShots(shot: Shot, index: number): Promise<void> {
    const { picture } = await prepared(shot);
    const into = index - shot.startFrame;
    const before = shots[shot.index - 1];
    if (into >= shot.dissolveFrames || before === undefined) {
      picture.draw(context, progress(shot, index));
      return;
    }
    const { picture: leaving } = await prepared(before);
    leaving.draw(context, progress(before, index));
    context.globalAlpha = smoothstep((into + 1) / (shot.dissolveFrames + 1));
    picture.draw(context, progress(shot, index));
    context.globalAlpha = 1;
  }

  function paintCorner(mark: Canvas): void {
    const y = spec.height - scale.margin * 0.8 - mark.height;
    context.drawImage(mark, spec.width - scale.margin - mark.width, Math.round(y));
  }

  function shotAt(index: number): Shot {
    const shot = shots.findLast(({ startFrame }) => startFrame <= index) ?? shots[0];
    if (shot === undefined) throw new Error("a film without shots");
    return shot;
  }

  /** A shot's end reaches into the dissolve of the next one, so that nothing stands still while it leaves. */
  function progress(shot: Shot, index: number): number {
    const overlap = shots[shot.index + 1]?.dissolveFrames ?? 0;
    return (index - shot.startFrame) / (shot.endFrame + overlap - shot.startFrame);
  }

  function lengthOf(shot: Shot): number {
    return (shot.endFrame - shot.startFrame) / spec.fps;
  }

  function prepared(shot: Shot): Promise<PreparedShot> {
    const known = held.get(shot.index);
    if (known !== undefined) return known;
    for (const index of held.keys()) if (Math.abs(index - shot.index) > 1) held.delete(index);
    const made = prepareShot(shot);
    held.set(shot.index, made);
    return made;
  }

  async function prepareShot(shot: Shot): Promise<PreparedShot> {
    const reference = shot.reference === undefined ? undefined : spec.references[shot.reference];
    if (reference !== undefined) {
      const chip = reference.kind === "picture" ? paintChip(reference.label, scale) : undefined;
      return { picture: await pictureOf(reference, shot), chip };
    }
    const random = createRandom(spec.seed, `scene ${shot.index}`);
    return {
      picture: prepareScene({ size: spec, shot, seconds: lengthOf(shot), mood, look, random }),
      chip: undefined,
    };
  }

  async function pictureOf(reference: AnimaticReference, shot: Shot): Promise<ShotPicture> {
    if (reference.kind === "unreadable") return prepareCard(reference, spec);
    const image = await loadImage(reference.bytes).catch(() => undefined);
    if (image === undefined) return prepareCard({ label: reference.label, reason: "The picture cannot be read" }, spec);
    const picture = { width: image.width, height: image.height, focus: findFocus(image) };
    const random = createRandom(spec.seed, `move ${shot.index}`);
    const move = planMove({ picture, aspect: spec.width / spec.height, shot, seconds: lengthOf(shot), random });
    return preparePicture(image, move, { size: spec, look });
  }
}
