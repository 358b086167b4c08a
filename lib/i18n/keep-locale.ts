import { LOCALE_COOKIE, type Locale } from "./locales";

const YEAR_S = 31_536_000;

/** Keeps the language in a cookie, so that the server already answers in it. In the browser. */
export function keepLocale(locale: Locale): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari.
  document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${YEAR_S}; samesite=lax`;
}
