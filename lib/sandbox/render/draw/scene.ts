import type { Look } from "../look";
import type { Shot } from "../plan";
import type { Random } from "../random";
import type { FrameSize, ShotPicture } from "./shot-picture";

export type SceneOptions = { size: FrameSize; shot: Shot; prompt: string; look: Look; random: Random };

export function prepareScene({ size, random }: SceneOptions): ShotPicture {
  const hue = random.integer(0, 360);
  return {
    draw(target) {
      const sky = target.createLinearGradient(0, 0, 0, size.height);
      sky.addColorStop(0, `hsl(${hue}, 40%, 18%)`);
      sky.addColorStop(1, `hsl(${hue + 40}, 55%, 62%)`);
      target.fillStyle = sky;
      target.fillRect(0, 0, size.width, size.height);
    },
  };
}
