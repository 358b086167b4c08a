import type { JsonValue } from "@/lib/json";
import type { Property } from "./dialect";
import type { MediaKind } from "./field";
import { wordsOf } from "./words";

export type MediaShape = { media: MediaKind; list: boolean };

const ENDINGS: Record<MediaKind, RegExp> = {
  image: /\.(png|jpe?g|webp|gif|bmp|tiff?|avif|heic)$/i,
  video: /\.(mp4|mov|webm|mkv|avi|m4v)$/i,
  audio: /\.(mp3|wav|flac|ogg|opus|m4a|aac)$/i,
};

/** Words that name a medium by themselves, and words that do so only beside `url`. */
const NOUNS: Record<string, MediaKind> = {
  image: "image",
  images: "image",
  img: "image",
  photo: "image",
  photos: "image",
  picture: "image",
  pictures: "image",
  mask: "image",
  video: "video",
  videos: "video",
  audio: "audio",
  audios: "audio",
};
const NOUNS_BESIDE_URL: Record<string, MediaKind> = {
  frame: "image",
  face: "image",
  portrait: "image",
  avatar: "image",
  clip: "video",
  movie: "video",
  music: "audio",
  song: "audio",
  voice: "audio",
  speech: "audio",
  sound: "audio",
};
const ADDRESS_WORDS = new Set(["url", "urls", "uri", "uris", "file", "files", "path", "paths", "link", "src"]);
const PLACE_WORDS = new Set([
  "start",
  "end",
  "first",
  "last",
  "tail",
  "reference",
  "ref",
  "input",
  "source",
  "upload",
  "driving",
]);
/** What turns a medium's name into a question about it: `num_images`, `generate_audio`. */
const OTHER_MEANINGS = new Set([
  "num",
  "number",
  "generate",
  "enable",
  "keep",
  "with",
  "max",
  "min",
  "output",
  "return",
]);

/**
 * Whether a property takes files: by its format, else by what its default or example looks like, else by its name.
 * Switches, numbers and choices never do, whatever they are called (`generate_audio`, `num_images`, `image_size`).
 */
export function recogniseMedia(property: Property): MediaShape | undefined {
  const { type, choices, items } = property;
  if (choices !== undefined || type === "boolean" || type === "integer" || type === "number") return undefined;
  if (type === "object" || (items !== undefined && items.type !== "string" && items.type !== "unknown"))
    return undefined;
  if (items?.choices !== undefined) return undefined;
  const media =
    byFormat(property.format) ??
    byFormat(items?.format) ??
    byValue(property.default) ??
    byValue(property.example) ??
    byName(property);
  return media === undefined ? undefined : { media, list: type === "array" };
}

function byFormat(format: string | undefined): MediaKind | undefined {
  return asMediaKind(/^(image|video|audio)_uris?$/.exec(format ?? "")?.[1]);
}

/** The kind that an address, a file name or a data URI shows by itself. Text that merely mentions a file shows none. */
function byValue(value: JsonValue | undefined): MediaKind | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first !== "string" || /\s/.test(first)) return undefined;
  const named = /^data:(image|video|audio)\//i.exec(first)?.[1]?.toLowerCase();
  if (named !== undefined) return asMediaKind(named);
  const path = first.replace(/[?#].*$/, "");
  return MEDIA_KINDS.find((kind) => ENDINGS[kind].test(path));
}

const MEDIA_KINDS: readonly MediaKind[] = ["image", "video", "audio"];

function asMediaKind(word: string | undefined): MediaKind | undefined {
  return MEDIA_KINDS.find((kind) => kind === word);
}

function byName(property: Property): MediaKind | undefined {
  const { words, from } = wordsOf(property);
  if (words.some((word) => OTHER_MEANINGS.has(word))) return undefined;
  const besideUrl = words.some((word) => ADDRESS_WORDS.has(word));
  const rest = words.filter((word) => !ADDRESS_WORDS.has(word));
  // What the name is about stands last in English, after places in the clip: `mask_image`, `image_start`, `audio_setting`.
  const telling = rest.filter((word) => !PLACE_WORDS.has(word));
  const noun = telling.at(-1) ?? "";
  if (from === "title" && telling.length > 1) return undefined;
  if (noun === "frame" && rest.length > telling.length) return "image";
  if (Object.hasOwn(NOUNS, noun)) return NOUNS[noun];
  return besideUrl && Object.hasOwn(NOUNS_BESIDE_URL, noun) ? NOUNS_BESIDE_URL[noun] : undefined;
}
