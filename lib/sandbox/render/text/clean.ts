/** ASCII, Latin-1, Hangul syllables and kana are in the shipped fonts for certain; everything else is asked for. */
const SURE = /^[\u0020-\u007e\u00a1-\u00ff\u3041-\u3096\u30a1-\u30fe\uac00-\ud7a3]$/u;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\ufe0e|\ufe0f|\u20e3/gu;
const CONTROL = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;
/** Above this share of missing letters, what is left of a text says something else. */
const MAX_MISSING_SHARE = 0.2;

/**
 * A text as the shipped fonts can draw it: white space collapsed, emoji and control characters left out, and characters without a
 * glyph dropped. Empty where so many are missing that the rest would mislead.
 */
export function cleanText(text: string, hasGlyph: (character: string) => boolean): string {
  const plain = text
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .replace(/[©®™]/gu, (mark) => ({ "©": "(c)", "®": "(r)" })[mark] ?? "(tm)")
    .replace(EMOJI, "")
    .replace(CONTROL, "");
  const characters = Array.from(plain);
  const drawable = characters.filter((character) => SURE.test(character) || hasGlyph(character));
  if (characters.length - drawable.length > characters.length * MAX_MISSING_SHARE) return "";
  return drawable.join("").replace(/ +/g, " ").trim();
}
