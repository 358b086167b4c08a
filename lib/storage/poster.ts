import type { Asset } from "./asset";
import type { Picture } from "./encode-picture";
import { grabFrame } from "./ffmpeg-frame";
import { makePoster } from "./image";
import { readCover } from "./read-media";

type Media = Pick<Asset, "kind" | "mediaType" | "durationMs">;

/** Past a fade from black, before anything has ended. */
const POSTER_SHARE = 0.1;

/**
 * A poster for a video or sound: a frame from a tenth of the way in where there is an ffmpeg, else the embedded cover. `undefined`
 * where neither gives a picture; a missing poster is never a reason to lose a file, so that nothing is thrown.
 */
export async function posterFor(
  path: string,
  media: Media,
  { ffmpegPath }: { ffmpegPath?: string } = {},
): Promise<Picture | undefined> {
  const frame = media.kind === "video" && ffmpegPath !== undefined ? await frameOf(path, media, ffmpegPath) : undefined;
  return (await asPoster(frame)) ?? (await asPoster(await readCover(path, media.mediaType).catch(() => undefined)));
}

async function frameOf(path: string, media: Media, ffmpegPath: string): Promise<Buffer | undefined> {
  const atMs = Math.round((media.durationMs ?? 0) * POSTER_SHARE);
  const grab = (time: number) => grabFrame(path, { ffmpegPath, mediaType: media.mediaType, atMs: time });
  return (await grab(atMs)) ?? (await grab(0));
}

function asPoster(picture: Uint8Array | undefined): Promise<Picture | undefined> {
  return picture === undefined ? Promise.resolve(undefined) : makePoster(picture).catch(() => undefined);
}
