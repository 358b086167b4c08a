import { readFileSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import type { Messages } from "@/lib/i18n/messages";

/** The studio's language for a browser's locale. */
export function languageOf(browserLocale: string): Locale {
  const language = browserLocale.startsWith("zh") ? "zh-TW" : browserLocale.slice(0, 2);
  return isLocale(language) ? language : "en";
}

/** The interface's own words. Read from disk: Playwright's loader does not import JSON without an attribute. */
export function wordsOf(browserLocale: string) {
  const locale = languageOf(browserLocale);
  const messages: Messages = JSON.parse(readFileSync(`lib/i18n/messages/${locale}.json`, "utf8"));
  return createTranslator({ locale, messages, timeZone: "UTC" });
}

export type Words = ReturnType<typeof wordsOf>;

/** For a placeholder of a message whose value a test does not know; see `like`. */
export const ANY = "\uE000";

/** Finds a message wherever it stands, with anything at the places of `ANY`. */
export function like(message: string): RegExp {
  const parts = message.split(ANY).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(parts.join(".*"));
}
