import type { Field, MediaKind } from "./field";
import { isSingleMedia } from "./series";

/** The words by which descriptions tell people to name a reference of each kind in the prompt. */
const WORDS: Record<MediaKind, string> = {
  image: "image|picture|character|element|subject|reference",
  video: "video|clip",
  audio: "audio|voice",
};

/**
 * Gives lists and numbered series the tags that the descriptions ask for ("refer to them as Image 1, Image 2"): in their own help,
 * else in that of the prompt. A list's `tag` is that of its first entry; a series gets one a member. What has a tag keeps it.
 */
export function withTags(fields: readonly Field[]): Field[] {
  const prompt = fields.find((field) => field.kind === "prompt")?.help ?? "";
  return fields.map((field) => {
    if (field.kind === "mediaList") {
      const tag = field.tag ?? firstTag(field.media, field.help) ?? firstTag(field.media, prompt);
      return tag === undefined ? field : { ...field, tag };
    }
    if (!isSingleMedia(field) || field.series === undefined || field.tag !== undefined) return field;
    const tag = firstTag(field.kind, prompt);
    return tag === undefined ? field : { ...field, tag: tag.replace(/\d+$/, String(field.series.index)) };
  });
}

/** A tag is a word with the number 1 that the text goes on to count ("Image 1, Video 1" or "@Audio1, @Audio2"). */
function firstTag(media: MediaKind, help = ""): string | undefined {
  return new RegExp(`@?\\b(?:${WORDS[media]})[ _]?1\\b(?!\\s*(?:-|–|to)\\s*\\d|[.:]\\d)`, "i").exec(help)?.[0];
}
