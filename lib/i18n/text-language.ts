import type { Locale } from "./locales";

/** Characters that are written otherwise in the other of the two, among the commonest of what pages say. */
const TRADITIONAL = /[們這國說時會為對學發實圖長頻視輸種應數據選擇設畫質將與個從無動態開關點擊編輯]/gu;
const SIMPLIFIED = /[们这国说时会为对学发实图长频视输种应数据选择设画质将与个从无动态开关点击编辑]/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const ENGLISH = /\b(the|of|and|with)\b/i;

/**
 * The language that a text is written in, told by its script, as a tag of BCP 47; undefined where that does not tell. `around` is
 * more of the same text: Chinese characters by themselves may be Japanese.
 */
export function languageOf(text: string, around = text): string | undefined {
  if (/\p{Script=Hangul}/u.test(text)) return "ko";
  if (KANA.test(text)) return "ja";
  if (/\p{Script=Han}/u.test(text)) return ofCharacters(around);
  return /[A-Za-z]/.test(text) && ENGLISH.test(`${text} ${around}`) ? "en" : undefined;
}

/** The same, and undefined too where it is the reader's own. */
export function foreignLanguageOf(text: string, locale: Locale, around = text): string | undefined {
  const language = languageOf(text, around);
  return language === (locale === "zh-TW" ? "zh-Hant" : locale) ? undefined : language;
}

function ofCharacters(around: string): string {
  if (KANA.test(around)) return "ja";
  const count = (characters: RegExp) => around.match(characters)?.length ?? 0;
  return count(SIMPLIFIED) > count(TRADITIONAL) ? "zh-Hans" : "zh-Hant";
}
