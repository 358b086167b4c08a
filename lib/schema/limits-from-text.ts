import { defined } from "./defined";
import type { MediaKind, MediaLimits } from "./field";

/** File types that descriptions name. `pcm` and others without a MIME type of their own are left out. */
const TYPES: Record<MediaKind, readonly (readonly [name: RegExp, mime: string])[]> = {
  image: [
    [/\bjpe?g(?![a-z])/i, "image/jpeg"],
    [/\bpng(?![a-z])/i, "image/png"],
    [/\bwebp(?![a-z])/i, "image/webp"],
    [/\bbmp(?![a-z])/i, "image/bmp"],
    [/\btiff?(?![a-z])/i, "image/tiff"],
    [/\bgif(?![a-z])/i, "image/gif"],
  ],
  video: [
    [/\bmp4(?![a-z])/i, "video/mp4"],
    [/\bmov(?![a-z])/i, "video/quicktime"],
    [/\bwebm(?![a-z])/i, "video/webm"],
  ],
  audio: [
    [/\bmp3(?![a-z])/i, "audio/mpeg"],
    [/\bwav(?![a-z])/i, "audio/wav"],
    [/\bflac(?![a-z])/i, "audio/flac"],
    [/\bogg(?![a-z])/i, "audio/ogg"],
    [/\bm4a(?![a-z])/i, "audio/mp4"],
  ],
};

/** No description says as much; whoever writes more writes no limits. */
const MAX_CHARACTERS = 5_000;
const UNIT_BYTES: Record<string, number> = { KB: 1e3, MB: 1e6, GB: 1e9 };
const AT_LEAST = `(?:≥|>=|at least|min(?:imum)?|최소|最小|至少)`;
const SHORT_SIDE = String.raw`(?:short(?:er)?\s*(?:side|edge)|짧은\s*[면변쪽]|短[辺邊边])`;
const NUMBER = String.raw`((?<!\d)\d{1,6}(?:\.\d{1,6})?)`;
const RATIO = String.raw`${NUMBER}\s*:\s*${NUMBER}`;
const TO = String.raw`\s*(?:and|to|-|–|—|~|\uFF5E|〜|と|から|和|至|到|에서)\s*`;
const SECONDS = String.raw`\s*(?:seconds?|secs?|s|초|秒)(?![a-z])`;

const SIZE = new RegExp(String.raw`(?=\d)(?<!${AT_LEAST}\s*)(?<![\d.])${NUMBER}\s*(KB|MB|GB)\b`, "i");
const SHORT_SIDE_LEAST = new RegExp(
  String.raw`${SHORT_SIDE}[^\d.,;]{0,12}(\d{2,5})\s*(?:px|pixels?|픽셀|ピクセル|像素)?`,
  "i",
);
const SIDE_LEAST = new RegExp(String.raw`${AT_LEAST}\s*(\d{2,5})\s*(?:px|pixels?|픽셀|ピクセル|像素)`, "i");
const RATIOS = new RegExp(`${RATIO}${TO}${RATIO}`, "i");
const SPAN = new RegExp(`${NUMBER}(?:${SECONDS})?${TO}${NUMBER}${SECONDS}`, "i");
const LONGEST = new RegExp(
  String.raw`(?:up to|max(?:imum)?|≤|<=|under|less than|최대|最大|最長|最长|最多)\s*${NUMBER}${SECONDS}`,
  "i",
);

/**
 * The limits that a description states in its prose. Built on digits, units and signs, so that it reads most sentences in
 * English, Korean, Japanese and Chinese; what it does not recognise is left to the service to refuse.
 */
export function limitsFromText(description: string, media: MediaKind): MediaLimits {
  const text = description.slice(0, MAX_CHARACTERS);
  const types = TYPES[media].filter(([name]) => name.test(text)).map(([, mime]) => mime);
  return {
    ...defined({ types: types.length > 0 ? types : undefined, maxBytes: bytesIn(text) }),
    ...(media === "audio" ? {} : { ...sidesIn(text), ...ratiosIn(text) }),
    ...(media === "image" ? {} : secondsIn(text)),
  };
}

function bytesIn(text: string): number | undefined {
  const [, amount, unit = ""] = SIZE.exec(text) ?? [];
  return amount === undefined ? undefined : Number(amount) * (UNIT_BYTES[unit.toUpperCase()] ?? 1);
}

function sidesIn(text: string): MediaLimits {
  const shortSide = SHORT_SIDE_LEAST.exec(text)?.[1];
  if (shortSide !== undefined) return { minShortSide: Number(shortSide) };
  const side = SIDE_LEAST.exec(text)?.[1] ?? undefined;
  return side === undefined ? {} : { minSide: Number(side) };
}

/** Two ratios in rising order; "16:9 and 9:16" lists two shapes and bounds nothing. */
function ratiosIn(text: string): MediaLimits {
  const [, a, b, c, d] = (RATIOS.exec(text) ?? []).map(Number);
  if (!a || !b || !c || !d || a / b >= c / d) return {};
  return { minRatio: a / b, maxRatio: c / d };
}

function secondsIn(text: string): MediaLimits {
  const [, from, to] = SPAN.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return { minSeconds: Number(from), maxSeconds: Number(to) };
  const longest = LONGEST.exec(text)?.[1];
  return longest === undefined ? {} : { maxSeconds: Number(longest) };
}
