import { readFileSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import type { Messages } from "@/lib/i18n/messages";

/** The interface's own words. Read from disk: Playwright's loader does not import JSON without an attribute. */
export function wordsOf(browserLocale: string) {
  const language = browserLocale.startsWith("zh") ? "zh-TW" : browserLocale.slice(0, 2);
  const locale: Locale = isLocale(language) ? language : "en";
  const messages: Messages = JSON.parse(readFileSync(`lib/i18n/messages/${locale}.json`, "utf8"));
  return createTranslator({ locale, messages, timeZone: "UTC" });
}

export type Words = ReturnType<typeof wordsOf>;
