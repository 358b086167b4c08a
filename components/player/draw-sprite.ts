import type { WireOutput } from "@/lib/api/contract";
import { timeOfFrame } from "@/lib/media/frames";
import { spriteGeometry, tileInterval } from "@/lib/media/sprite";
import { pictureOf, seekTo } from "./grab-frame";
import { isMade } from "./is-made";

const QUALITY = 0.75;
/** Past a fade from black, as the studio's own posters. */
const POSTER_SHARE = 0.1;
const POSTER_SIDE = 640;

/**
 * Draws the small frames of a video, and its poster where it has none, and gives them to the studio to keep: for a studio without
 * ffmpeg. Answers the address of the sprite in this page.
 */
export async function drawSprite(output: WireOutput, fps: number): Promise<string | undefined> {
  const geometry = spriteGeometry(output);
  if (!geometry || !output.frameCount) return undefined;
  const video = document.createElement("video");
  video.muted = true;
  video.preload = "auto";
  video.src = output.url;
  const { columns, rows, tileWidth, tileHeight, count } = geometry;
  const sheet = canvasOf(columns * tileWidth, rows * tileHeight);
  const pen = sheet.getContext("2d", { alpha: false });
  const interval = tileInterval(output.frameCount, geometry);
  try {
    for (let tile = 0; tile < count; tile += 1) {
      await seekTo(video, timeOfFrame(tile * interval, fps));
      const [left, top] = [(tile % columns) * tileWidth, Math.floor(tile / columns) * tileHeight];
      pen?.drawImage(video, left, top, tileWidth, tileHeight);
    }
    const sprite = await pictureOf(sheet, "image/webp", QUALITY);
    const address = `${output.url}/sprite`;
    if (await isMade(address)) return address;
    await give(address, sprite);
    if (!output.posterUrl) await give(`${output.url}/poster`, await drawPoster(video, output, fps));
    return URL.createObjectURL(sprite);
  } finally {
    video.removeAttribute("src");
    video.load();
  }
}

async function drawPoster(video: HTMLVideoElement, { frameCount }: WireOutput, fps: number): Promise<Blob> {
  await seekTo(video, timeOfFrame(Math.floor((frameCount ?? 0) * POSTER_SHARE), fps));
  const scale = Math.min(1, POSTER_SIDE / Math.max(video.videoWidth, video.videoHeight));
  const poster = canvasOf(Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale));
  poster.getContext("2d")?.drawImage(video, 0, 0, poster.width, poster.height);
  return pictureOf(poster, "image/webp", QUALITY);
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  return Object.assign(document.createElement("canvas"), { width, height });
}

/** A refusal changes nothing here: somebody else was faster, or this page shows what it has drawn until it is closed. */
async function give(address: string, picture: Blob): Promise<void> {
  await fetch(address, { method: "POST", headers: { "content-type": picture.type }, body: picture }).catch(() => {});
}
