import compile from "icu-minify/compile";
import formatMessage from "use-intl/format-message";
import type { Locale } from "./locales";
import en from "./messages/en.json";
import ja from "./messages/ja.json";
import ko from "./messages/ko.json";
import zhTW from "./messages/zh-TW.json";

export type Messages = typeof en;

declare module "use-intl/core" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

const MESSAGES: Record<Locale, Messages> = { en, ko, ja, "zh-TW": zhTW };

/**
 * The messages of a language as the formatter in use reads them: the build puts one in place that knows compiled messages only (see
 * `next.config.ts`), so that the browser need not load a parser.
 */
export function messagesFor(locale: Locale): Messages {
  return formatMessage.raw === false ? compiledMessages(locale) : MESSAGES[locale];
}

const compiled = new Map<Locale, Messages>();

function compiledMessages(locale: Locale): Messages {
  // The compiler's objects have no prototype, and only plain ones can be handed to the browser.
  const messages = compiled.get(locale) ?? JSON.parse(JSON.stringify(compileAll(MESSAGES[locale])));
  compiled.set(locale, messages);
  return messages;
}

type Tree = { [key: string]: string | Tree };

function compileAll(messages: Tree): object {
  const entries = Object.entries(messages).map(([key, value]) => [
    key,
    typeof value === "string" ? compile(value) : compileAll(value),
  ]);
  return Object.fromEntries(entries);
}
