import { LOCALES, type Locale } from "@/lib/i18n/locales";

/** What a browser calls each of the studio's languages. */
const BROWSER_LOCALES: Record<Locale, string> = { en: "en-US", ko: "ko-KR", ja: "ja-JP", "zh-TW": "zh-TW" };

/**
 * The locale of the browsers of a run in `language`, which is TEST_LANGUAGE; English where it is not set.
 * @throws Error where the studio does not speak it
 */
export function browserLocale(language = ""): string {
  if (!language) return BROWSER_LOCALES.en;
  const known = LOCALES.find((locale) => locale === language);
  if (!known) throw new Error(`TEST_LANGUAGE is "${language}"; it is one of ${LOCALES.join(", ")}.`);
  return BROWSER_LOCALES[known];
}
