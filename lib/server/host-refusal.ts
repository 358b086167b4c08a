import type { Locale } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import { isAppError } from "./problem";

/** What a browser shows of a page under a name that is not the studio's: the way in, as plain text. */
export function hostRefusal(error: unknown, locale: Locale): Response {
  if (!isAppError(error)) throw error;
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  return new Response(`${translatorFor(locale)("problems.wrongHost", error.facts)}\n`, { status: 421, headers });
}
