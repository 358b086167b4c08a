import type { Asset } from "./asset";
import type { Picture } from "./encode-picture";
import { grabFrame } from "./ffmpeg-frame";
import { makePoster } from "./image";
import { withMedia } from "./open-media";

type Media = Pick<Asset, "kind" | "mediaType" | "durationMs">;

/** Past a fade from black, before anything has ended. */
const POSTER_SHARE = 0.1;

/** The picture that a media file carries as its cover, in whatever format it is; `undefined` where there is none. */
export async function coverOf(path: string): Promise<Uint8Array | undefined> {
  const tags = await withMedia(path, (media) => media.getMetadataTags()).catch(() => undefined);
  const images = tags?.images ?? [];
  return (images.find(({ kind }) => kind === "coverFront") ?? images[0])?.data;
}

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
  return (await asPoster(frame)) ?? (await asPoster(await coverOf(path)));
}

async function frameOf(path: string, media: Media, ffmpegPath: string): Promise<Buffer | undefined> {
  const atMs = Math.round((media.durationMs ?? 0) * POSTER_SHARE);
  const grab = (time: number) => grabFrame(path, { ffmpegPath, mediaType: media.mediaType, atMs: time });
  return (await grab(atMs)) ?? (await grab(0));
}

function asPoster(picture: Uint8Array | undefined): Promise<Picture | undefined> {
  return picture === undefined ? Promise.resolve(undefined) : makePoster(picture).catch(() => undefined);
}
