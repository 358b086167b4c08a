import type { Locale } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import { isAppError, statusOf } from "./problem";
import { withRequestId } from "./request-id";

/** What a browser shows of a page that it asked for in a wrong way, such as under a name that is not the studio's: the way in, as plain text. */
export function wayRefusal(error: unknown, locale: Locale): Response {
  if (!isAppError(error)) throw error;
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  const said = translatorFor(locale)(`problems.${error.code}`, error.facts);
  return withRequestId(new Response(`${said}\n`, { status: statusOf(error), headers }));
}
