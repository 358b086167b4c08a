import type { PublicShare } from "./public-view";

export type LinkTag = { property: string; content: string } | { name: string; content: string };

const MAX_DESCRIPTION_CHARS = 200;

/** What other programs show of a link before it is opened. Addresses are whole: `origin` comes before every path. */
export function linkTags(
  { takes }: PublicShare,
  { origin, path, title }: { origin: string; path: string; title: string },
): LinkTag[] {
  const [take] = takes;
  const output = take?.outputs[0];
  const text = take?.texts?.[0]?.value;
  const picture = output?.kind === "image" ? output.url : output?.posterUrl;
  const video = output?.kind === "video" ? output : undefined;
  return [
    ...tags("property", {
      "og:title": title,
      "og:description": text && shortened(text),
      "og:type": video ? "video.other" : "website",
      "og:url": origin + path,
      "og:image": picture && origin + picture,
      "og:video": video && origin + video.url,
      "og:video:type": video?.mediaType,
      "og:video:width": video?.width?.toString(),
      "og:video:height": video?.height?.toString(),
    }),
    ...tags("name", {
      description: text && shortened(text),
      "twitter:card": video ? "player" : "summary_large_image",
      "twitter:title": title,
      "twitter:description": text && shortened(text),
      "twitter:image": picture && origin + picture,
      "twitter:player": video && origin + video.url,
      "twitter:player:width": video?.width?.toString(),
      "twitter:player:height": video?.height?.toString(),
      "twitter:player:stream": video && origin + video.url,
      "twitter:player:stream:content_type": video?.mediaType,
    }),
  ];
}

function tags(kind: "property" | "name", contents: Record<string, string | null | undefined>): LinkTag[] {
  return Object.entries(contents).flatMap(([key, content]) => {
    if (!content) return [];
    return [kind === "property" ? { property: key, content } : { name: key, content }];
  });
}

function shortened(text: string): string {
  const chars = [...text.replace(/\s+/g, " ").trim()];
  return chars.length > MAX_DESCRIPTION_CHARS
    ? `${chars.slice(0, MAX_DESCRIPTION_CHARS - 1).join("")}…`
    : chars.join("");
}
