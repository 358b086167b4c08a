import { fileURLToPath } from "node:url";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";

const FILES = {
  DailiesSans: "Geist-SemiBold.woff2",
  DailiesMono: "GeistMono-Medium.woff2",
  DailiesKorean: "noto-sans-kr-korean-700-normal.woff2",
  DailiesJapanese: "noto-sans-jp-japanese-700-normal.woff2",
  DailiesChinese: "noto-sans-tc-chinese-traditional-700-normal.woff2",
} as const;

/** Fonts of the machine, used only for characters that the shipped ones lack (Simplified Chinese above all). */
const SYSTEM_FALLBACK = `"PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "Noto Sans", sans-serif`;

/** Registers the shipped fonts with the canvas; a second call does nothing. @throws Error when a file cannot be read. */
export function registerFonts(): void {
  for (const [family, file] of Object.entries(FILES)) {
    if (GlobalFonts.has(family)) continue;
    const path = fileURLToPath(new URL(`./fonts/${file}`, import.meta.url));
    if (!GlobalFonts.registerFromPath(path, family)) throw new Error(`the font ${file} cannot be read`);
  }
}

/**
 * Font families for a text. One Han character has a Japanese, a Chinese and a Korean shape, and no font tells which is meant:
 * kana speak for Japanese, Hangul for Korean, and Han alone is drawn in the Traditional Chinese shape.
 */
export function familiesFor(text: string): string {
  return `DailiesSans, ${cjkOrder(text)}, ${SYSTEM_FALLBACK}`;
}

export const MONO_FAMILIES = "DailiesMono, DailiesSans, DailiesChinese, DailiesJapanese, DailiesKorean";

function cjkOrder(text: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return "DailiesJapanese, DailiesChinese, DailiesKorean";
  if (/\p{Script=Hangul}/u.test(text)) return "DailiesKorean, DailiesChinese, DailiesJapanese";
  return "DailiesChinese, DailiesJapanese, DailiesKorean";
}

/** Told apart by its picture, since the canvas has no other way to ask: a missing glyph looks like a noncharacter's. */
export function createGlyphCheck(families: string): (character: string) => boolean {
  const context = createCanvas(24, 24).getContext("2d");
  context.font = `16px ${families}`;
  const picture = (character: string) => {
    context.clearRect(0, 0, 24, 24);
    context.fillText(character, 2, 18);
    return Buffer.from(context.getImageData(0, 0, 24, 24).data.buffer);
  };
  const missing = picture("\u{fdd0}");
  const known = new Map<string, boolean>();
  return (character) => {
    const seen = known.get(character) ?? !picture(character).equals(missing);
    known.set(character, seen);
    return seen;
  };
}
