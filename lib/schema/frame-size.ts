/** Reading of the words by which schemas name sizes. Pixels everywhere. */
export type Size = { width: number; height: number };

/** Presets of `image_size` as image services commonly define them; the service's own pages name no pixels. */
const PRESETS: Record<string, Size> = {
  square_hd: { width: 1024, height: 1024 },
  square: { width: 512, height: 512 },
  portrait_4_3: { width: 768, height: 1024 },
  portrait_16_9: { width: 576, height: 1024 },
  landscape_4_3: { width: 1024, height: 768 },
  landscape_16_9: { width: 1024, height: 576 },
};

/** What is commonly meant by "2k" and its like, as the shorter side. */
const SHORT_SIDES: Record<string, number> = {
  "1k": 1024,
  "2k": 1440,
  "4k": 2160,
  "8k": 4320,
  sd: 480,
  hd: 720,
  fhd: 1080,
};

/** `720x1280 (9:16)`, `1024*576` or a preset such as `portrait_16_9`. */
export function readPixels(value: string): Size | undefined {
  const [, width, height] = /^\s*(\d{2,5})\s*[x×*]\s*(\d{2,5})\b/i.exec(value) ?? [];
  if (width !== undefined && height !== undefined) return sizeOf(Number(width), Number(height));
  const preset = value.trim().toLowerCase();
  return Object.hasOwn(PRESETS, preset) ? PRESETS[preset] : undefined;
}

/** The shorter side that `720P`, `1080`, or `2k` asks for. */
export function readShortSide(value: string): number | undefined {
  const word = value.trim().toLowerCase();
  if (Object.hasOwn(SHORT_SIDES, word)) return SHORT_SIDES[word];
  const lines = /^(\d{3,4})p?$/.exec(word)?.[1];
  return lines === undefined ? undefined : Number(lines);
}

/** Width divided by height of `16:9`; `undefined` for words such as `auto` and `adaptive`. */
export function readRatio(value: string): number | undefined {
  const [, width, height] = /^\s*(\d+(?:\.\d+)?)\s*[:/]\s*(\d+(?:\.\d+)?)/.exec(value) ?? [];
  const ratio = Number(width) / Number(height);
  return Number.isFinite(ratio) && ratio > 0 ? ratio : undefined;
}

function sizeOf(width: number, height: number): Size | undefined {
  return width > 0 && height > 0 ? { width, height } : undefined;
}
