// Reads what a media file says of itself, on a thread of its own: `read-media.ts` ends it where it takes too much time or memory.
import { parentPort } from "node:worker_threads";
import { ADTS, FilePathSource, FLAC, Input, MATROSKA, MP3, MP4, OGG, QTFF, WAVE, WEBM } from "mediabunny";

/** More than an hour of film has. */
const MAX_FRAMES = 250_000;
const MAX_COVER_BYTES = 10_000_000;

const ISO = [MP4, QTFF];
/**
 * A file is read as what it is served as. The formats that name other addresses (HLS) are left out, so that reading one cannot
 * fetch anything.
 * @type {Record<string, import("mediabunny").InputFormat[]>}
 */
const FORMATS = {
  "video/mp4": ISO,
  "video/quicktime": ISO,
  "audio/mp4": ISO,
  "video/webm": [WEBM, MATROSKA],
  "video/x-matroska": [WEBM, MATROSKA],
  "audio/mpeg": [MP3],
  "audio/wav": [WAVE],
  "audio/ogg": [OGG],
  "audio/flac": [FLAC],
  "audio/aac": [ADTS],
};

parentPort?.on("message", async (/** @type {import("./read-media").MediaQuestion} */ question) => {
  try {
    parentPort?.postMessage({ answer: await answerTo(question) });
  } catch (error) {
    parentPort?.postMessage({ failure: String(error) });
  }
});

/** @param {import("./read-media").MediaQuestion} question */
async function answerTo({ path, mediaType, want }) {
  const source = new FilePathSource(path, { handleUnhandledError: () => undefined });
  const media = new Input({ source, formats: FORMATS[mediaType] ?? [] });
  try {
    return await (want === "cover" ? cover(media) : tracks(media));
  } finally {
    media.dispose();
  }
}

/** @param {Input} media @returns {Promise<import("./ports").Probe | undefined>} */
async function tracks(media) {
  const durationMs = Math.round((await media.computeDuration()) * 1000);
  const video = await media.getPrimaryVideoTrack();
  if (video === null) {
    const audio = await media.getPrimaryAudioTrack();
    return audio === null || durationMs <= 0 ? undefined : { durationMs };
  }
  const { packetCount: frameCount } = await video.computePacketStats(MAX_FRAMES);
  if (frameCount >= MAX_FRAMES) return undefined;
  const [width, height] = [await video.getDisplayWidth(), await video.getDisplayHeight()];
  return frameCount > 0 && width > 0 && height > 0 ? { width, height, durationMs, frameCount } : undefined;
}

/** @param {Input} media @returns {Promise<Uint8Array | undefined>} */
async function cover(media) {
  const { images = [] } = await media.getMetadataTags();
  const data = (images.find(({ kind }) => kind === "coverFront") ?? images[0])?.data;
  return data && data.length <= MAX_COVER_BYTES ? data : undefined;
}
