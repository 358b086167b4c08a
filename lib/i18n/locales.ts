export const LOCALES = ["en", "ko", "ja", "zh-TW"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "en";
export const LOCALE_COOKIE = "dailies_locale";
/** Each language in its own words, for the switch. */
export const LOCALE_NAMES: Record<Locale, string> = { en: "English", ko: "한국어", ja: "日本語", "zh-TW": "繁體中文" };

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}
