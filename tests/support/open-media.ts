import { ADTS, FilePathSource, FLAC, Input, MATROSKA, MP3, MP4, OGG, QTFF, WAVE, WEBM } from "mediabunny";

/** What the tests read of a file, which is one of ours. */
const FORMATS = [MP4, QTFF, WEBM, MATROSKA, MP3, WAVE, OGG, FLAC, ADTS];

/** Opens a media file by its container for the time of `work`; nothing is decoded. */
export async function withMedia<T>(path: string, work: (media: Input) => Promise<T>): Promise<T> {
  const source = new FilePathSource(path, { handleUnhandledError: () => undefined });
  const media = new Input({ source, formats: FORMATS });
  try {
    return await work(media);
  } finally {
    media.dispose();
  }
}
