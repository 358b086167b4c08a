import type { Locale } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import { isAppError } from "./problem";
import { withRequestId } from "./request-id";

/** What a browser shows of a page under a name that is not the studio's: the way in, as plain text. */
export function hostRefusal(error: unknown, locale: Locale): Response {
  if (!isAppError(error)) throw error;
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  const said = translatorFor(locale)("problems.wrongHost", error.facts);
  return withRequestId(new Response(`${said}\n`, { status: 421, headers }));
}
