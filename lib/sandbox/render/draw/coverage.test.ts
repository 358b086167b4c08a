import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { disc } from "@/tests/support/render/spec";
import { planMove } from "../camera";
import { findFocus } from "../focus";
import { chooseLook } from "../look";
import type { MoveKind, Shot } from "../plan";
import { createRandom } from "../random";
import { prepareCard } from "./card";
import type { Place } from "./scene/mood";
import { prepareScene } from "./scene/scene";
import { preparePicture, type ShotPicture } from "./shot-picture";

const MOVES: MoveKind[] = ["push", "pull", "drift", "tilt"];
const SIZES = [
  { width: 160, height: 90 },
  { width: 90, height: 160 },
  { width: 64, height: 160 },
  { width: 200, height: 80 },
];
const look = chooseLook(1);
const shotOf = (move: MoveKind): Shot => ({
  ...{ index: 0, startFrame: 0, endFrame: 48, dissolveFrames: 0, reference: 0, look: 0 },
  ...{ move, direction: 1 },
});

/** How many pixels stay transparent when the shot is drawn onto nothing. */
function gaps(picture: ShotPicture, { width, height }: { width: number; height: number }): number {
  let open = 0;
  for (const t of [0, 0.3, 0.7, 1]) {
    const context = createCanvas(width, height).getContext("2d");
    picture.draw(context, t);
    open += context.canvas.data().filter((value, at) => at % 4 === 3 && value < 255).length;
  }
  return open;
}

describe.each(SIZES)("in a frame of $width by $height nothing of the shot before shines through", (size) => {
  it.each([
    { width: 120, height: 150 },
    { width: 300, height: 100 },
    { width: 97, height: 301 },
  ])("a picture of $width by $height", async (pixels) => {
    const reference = disc("", "#335577", pixels);
    const image = await loadImage(reference.kind === "picture" ? reference.bytes : new Uint8Array());
    for (const [seed, move] of [...MOVES, ...MOVES].entries()) {
      const picture = { ...pixels, focus: findFocus(image) };
      const random = createRandom(seed);
      const planned = planMove({ picture, aspect: size.width / size.height, shot: shotOf(move), seconds: 4, random });
      expect(gaps(preparePicture(image, planned, { size, look }), size)).toBe(0);
    }
  });

  it.each<Place>(["mountains", "sea", "city", "forest", "desert"])("a scene of %s", (place) => {
    for (const [seed, move] of MOVES.entries()) {
      const mood = { time: "dusk", place, weather: "clear" } as const;
      const scene = prepareScene({ size, shot: shotOf(move), seconds: 4, mood, look, random: createRandom(seed) });
      expect(gaps(scene, size)).toBe(0);
    }
  });

  it("a card", () => {
    expect(gaps(prepareCard({ label: "character1", reason: "The address answered 404" }, size), size)).toBe(0);
  });
});
