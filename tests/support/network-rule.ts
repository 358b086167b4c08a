import type { SourceFile } from "./architecture";
import { importsOf, withoutComments } from "./imports";

/** Everything by which code can open a connection or start a program that does. */
const PACKAGES = ["undici", "net", "tls", "dns", "dns/promises", "http", "https", "http2", "dgram", "child_process"];
const CALLS: Record<string, RegExp> = {
  fetch: /(?<![.\w])fetch\s*\(|\b(globalThis|window|self)\s*(\.\s*fetch\b|\[\s*["']fetch)|=\s*fetch\s*[;,)]/,
  socket: /\bnew\s+(XMLHttpRequest|WebSocket|EventSource)\b|\bsendBeacon\b/,
  "mediabunny's addresses": /\b(UrlSource|HLS)\b/,
  loadImage: /\bloadImage\(/,
};

/** The only files that do, and why. */
const MAY_REACH: Record<string, readonly string[]> = {
  // The guarded fetch itself, for every address from outside.
  "lib/net/guarded-fetch.ts": ["undici"],
  "lib/net/guarded-connector.ts": ["undici", "dns/promises", "net"],
  "lib/net/pinned-dial.ts": ["undici"],
  // The service, under the one address that the settings name.
  "lib/runcomfy/http-fetch.ts": ["undici"],
  // Asks only whether a text is an address.
  "lib/access/hosts.ts": ["net"],
  // ffmpeg, with the protocol of files and nothing else.
  "lib/storage/run-ffmpeg.ts": ["child_process"],
  "lib/sandbox/render/encode/ffmpeg-encoder.ts": ["child_process"],
  "lib/sandbox/render/encode/find-ffmpeg.ts": ["child_process"],
  // Gets bytes, never an address.
  "lib/sandbox/render/draw/prepare-shot.ts": ["loadImage"],
  // A program that is shown to people, as text.
  "lib/request/write-request.ts": ["fetch"],
  // In the browser, the studio's own interface.
  "lib/api/client.ts": ["fetch", "socket"],
};

/** Where a file reaches out of the process that is not named above. What the browser asks is held by the content policy. */
export function networkProblems({ path, source }: SourceFile): string[] {
  const isInBrowser = path.startsWith("components/");
  return waysOf(source)
    .filter((way) => !MAY_REACH[path]?.includes(way) && !(isInBrowser && way === "fetch"))
    .map((way) => `${path} reaches out by ${way}`);
}

/** Named files that no longer do what they are named for. */
export function needlessExceptions(files: readonly SourceFile[]): string[] {
  const ways = new Map(files.map(({ path, source }) => [path, waysOf(source)]));
  return Object.entries(MAY_REACH).flatMap(([path, names]) =>
    names.filter((name) => !ways.get(path)?.includes(name)).map((name) => `${path} does not use ${name}`),
  );
}

function waysOf(source: string): string[] {
  const code = withoutComments(source);
  const imports = importsOf(source).filter(({ typeOnly }) => !typeOnly);
  const specifiers = imports.map(({ specifier }) => specifier.replace(/^node:/, ""));
  return [
    ...new Set(PACKAGES.filter((name) => specifiers.includes(name))),
    ...Object.keys(CALLS).filter((name) => CALLS[name]?.test(code)),
  ];
}
