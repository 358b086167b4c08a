import { createTranslator, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import type { Locale } from "./locales";
import { type Messages, messagesFor } from "./messages";

/**
 * Text on the server, in one language. The interface in the browser uses `useTranslations` over the same messages.
 * Keys are whole paths, such as `problems.notFound`.
 */
export function translatorFor(locale: Locale) {
  return createTranslator({ locale, messages: messagesFor(locale), timeZone: "UTC" });
}

export type Translator = ReturnType<typeof translatorFor>;
export type MessageKey = NamespaceKeys<Messages, NestedKeyOf<Messages>>;
