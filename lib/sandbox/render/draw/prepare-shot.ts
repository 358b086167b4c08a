import { type Canvas, type Image, loadImage } from "@napi-rs/canvas";
import type { AnimaticReference, AnimaticSpec } from "@/lib/sandbox/animatic";
import { planMove } from "../camera";
import { findFocus } from "../focus";
import type { Look } from "../look";
import type { Shot } from "../plan";
import { createRandom } from "../random";
import { prepareCard } from "./card";
import { paintChip } from "./marks";
import type { Mood } from "./scene/mood";
import { prepareScene } from "./scene/scene";
import { preparePicture, type ShotPicture } from "./shot-picture";
import type { TypeScale } from "./type-scale";

/** What one shot shows, and the tag that names it. */
export type PreparedShot = { picture: ShotPicture; chip: Canvas | undefined };

export type ShotOptions = { spec: AnimaticSpec; look: Look; mood: Mood; scale: TypeScale };

/**
 * A function that prepares shots, each once while it is needed: only the last one asked for and its neighbours are held, since one shot is a
 * picture larger than the frame.
 */
export function createShotShelf(options: ShotOptions): (shot: Shot) => Promise<PreparedShot> {
  const held = new Map<number, Promise<PreparedShot>>();
  return (shot) => {
    const known = held.get(shot.index);
    if (known !== undefined) return known;
    for (const index of held.keys()) if (Math.abs(index - shot.index) > 1) held.delete(index);
    const made = prepareShot(shot, options);
    held.set(shot.index, made);
    return made;
  };
}

async function prepareShot(shot: Shot, options: ShotOptions): Promise<PreparedShot> {
  const reference = shot.reference === undefined ? undefined : options.spec.references[shot.reference];
  if (reference === undefined) return { picture: sceneOf(shot, options), chip: undefined };
  const { label } = reference;
  const image = await imageOf(reference);
  if (image !== undefined) return { picture: pictureOf(image, shot, options), chip: paintChip(label, options.scale) };
  const reason = reference.kind === "unreadable" ? reference.reason : "The picture cannot be read";
  return { picture: prepareCard({ label, reason }, options.spec), chip: undefined };
}

async function imageOf(reference: AnimaticReference): Promise<Image | undefined> {
  if (reference.kind === "unreadable") return undefined;
  return await loadImage(reference.bytes).catch(() => undefined);
}

function pictureOf(image: Image, shot: Shot, { spec, look }: ShotOptions): ShotPicture {
  const picture = { width: image.width, height: image.height, focus: findFocus(image) };
  const random = createRandom(spec.seed, `move ${shot.index}`);
  const move = planMove({ picture, aspect: spec.width / spec.height, shot, seconds: secondsOf(shot, spec), random });
  return preparePicture(image, move, { size: spec, look });
}

function sceneOf(shot: Shot, { spec, look, mood }: ShotOptions): ShotPicture {
  const random = createRandom(spec.seed, `scene ${shot.index}`);
  return prepareScene({ size: spec, shot, seconds: secondsOf(shot, spec), mood, look, random });
}

function secondsOf(shot: Shot, { fps }: AnimaticSpec): number {
  return (shot.endFrame - shot.startFrame) / fps;
}
