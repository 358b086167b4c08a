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

export function messagesFor(locale: Locale): Messages {
  return MESSAGES[locale];
}
