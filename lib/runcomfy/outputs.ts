import type { RemoteOutput } from "@/lib/jobs/job";

type Kind = NonNullable<RemoteOutput["kindHint"]>;

const ENDINGS: Readonly<Record<string, Kind>> = {
  mp4: "video",
  m4v: "video",
  mov: "video",
  webm: "video",
  mkv: "video",
  gif: "image",
  png: "image",
  jpg: "image",
  jpeg: "image",
  webp: "image",
  avif: "image",
  mp3: "audio",
  wav: "audio",
  flac: "audio",
  ogg: "audio",
  m4a: "audio",
};

/** More outputs than any model makes; keeps a strange answer from filling the store. */
const MAX_OUTPUTS = 100;

/**
 * Every http(s) address in a result's `output`, in its order and once each. Documented are an address, a list of addresses and
 * an object with `image`, `video`, `images`, `videos`; other shapes are walked the same way.
 */
export function collectOutputs(output: unknown): RemoteOutput[] {
  const found = new Map<string, RemoteOutput>();
  // A stack of its own: an answer may be nested deeper than the call stack.
  const pending: { value: unknown; key: string }[] = [{ value: output, key: "" }];
  for (let next = pending.pop(); next && found.size < MAX_OUTPUTS; next = pending.pop()) {
    const { value, key } = next;
    if (typeof value === "string") {
      const remote = remoteOutput(value.trim(), key);
      if (remote && !found.has(remote.url)) found.set(remote.url, remote);
    } else if (Array.isArray(value)) {
      pending.push(...value.map((item) => ({ value: item, key })).reverse());
    } else if (typeof value === "object" && value !== null) {
      pending.push(
        ...Object.entries(value)
          .map(([name, item]) => ({ value: item, key: kindOfKey(name) ? name : key }))
          .reverse(),
      );
    }
  }
  return [...found.values()];
}

function remoteOutput(text: string, key: string): RemoteOutput | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const kindHint = kindOfKey(key) ?? ENDINGS[/\.([a-z0-9]+)$/i.exec(new URL(text).pathname)?.[1]?.toLowerCase() ?? ""];
  return kindHint === undefined ? { url: text } : { url: text, kindHint };
}

function kindOfKey(key: string): Kind | undefined {
  if (/video/i.test(key)) return "video";
  if (/image/i.test(key)) return "image";
  return /audio/i.test(key) ? "audio" : undefined;
}
