import type { MediaKind } from "@/lib/schema/field";

type MediaTypeFacts = { kind: MediaKind; extension: string; uploadable: boolean };

/**
 * Every media type that the studio stores. What a model produced is stored whatever of these it is, because it was paid for; an
 * upload has to be of a kind that browsers show and that the service's pages name.
 */
const MEDIA_TYPES = {
  "image/jpeg": { kind: "image", extension: "jpg", uploadable: true },
  "image/png": { kind: "image", extension: "png", uploadable: true },
  "image/webp": { kind: "image", extension: "webp", uploadable: true },
  "video/mp4": { kind: "video", extension: "mp4", uploadable: true },
  "video/webm": { kind: "video", extension: "webm", uploadable: true },
  "audio/mpeg": { kind: "audio", extension: "mp3", uploadable: true },
  "audio/wav": { kind: "audio", extension: "wav", uploadable: true },
  "image/gif": { kind: "image", extension: "gif", uploadable: false },
  "image/avif": { kind: "image", extension: "avif", uploadable: false },
  "image/heic": { kind: "image", extension: "heic", uploadable: false },
  "image/bmp": { kind: "image", extension: "bmp", uploadable: false },
  "image/tiff": { kind: "image", extension: "tiff", uploadable: false },
  "video/quicktime": { kind: "video", extension: "mov", uploadable: false },
  "video/x-matroska": { kind: "video", extension: "mkv", uploadable: false },
  "audio/mp4": { kind: "audio", extension: "m4a", uploadable: false },
  "audio/aac": { kind: "audio", extension: "aac", uploadable: false },
  "audio/flac": { kind: "audio", extension: "flac", uploadable: false },
  "audio/ogg": { kind: "audio", extension: "ogg", uploadable: false },
} as const satisfies Record<string, MediaTypeFacts>;

export type MediaType = keyof typeof MEDIA_TYPES;

/** In the order in which they are told to the user. */
export const UPLOADABLE_TYPES: readonly MediaType[] = mediaTypes().filter((type) => MEDIA_TYPES[type].uploadable);

function mediaTypes(): MediaType[] {
  const known = (name: string): name is MediaType => name in MEDIA_TYPES;
  return Object.keys(MEDIA_TYPES).filter(known);
}

export function isMediaType(name: string): name is MediaType {
  return Object.hasOwn(MEDIA_TYPES, name);
}

export function kindOf(type: MediaType): MediaKind {
  return MEDIA_TYPES[type].kind;
}

export function extensionOf(type: MediaType): string {
  return MEDIA_TYPES[type].extension;
}
