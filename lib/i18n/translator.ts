import { createTranslator } from "use-intl/core";
import type { Locale } from "./locales";
import { messagesFor } from "./messages";

/**
 * Text on the server, in one language. The interface in the browser uses `useTranslations` over the same messages.
 * Keys are whole paths, such as `problems.notFound`.
 */
export function translatorFor(locale: Locale) {
  return createTranslator({ locale, messages: messagesFor(locale), timeZone: "UTC" });
}

export type Translator = ReturnType<typeof translatorFor>;
