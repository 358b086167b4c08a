import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locales";
import { localeOf } from "@/lib/i18n/resolve";
import { translatorFor } from "@/lib/i18n/translator";
import { createLogger } from "./logger";
import { isAppError, statusOf } from "./problem";
import { newRequestId, withRequestId } from "./request-id";

/** What a browser shows of a page that it asked for in a wrong way, such as under a name that is not the studio's: the way in, as plain text. */
export function wayRefusal(error: unknown, locale: Locale): Response {
  if (!isAppError(error)) throw error;
  return inWords(error, locale, newRequestId());
}

/** What is told where not even the page of errors can be shown: what happened, and the number under which the log has it. */
export function pageFailure(error: unknown, { method, headers }: { method: string; headers: Headers }): Response {
  const requestId = newRequestId();
  createLogger().error("page-failed", { requestId, method }, error);
  const problem = isAppError(error) ? error : new AppError("internal", { requestId });
  return inWords(problem, localeOf(headers), requestId);
}

function inWords(problem: AppError, locale: Locale, requestId: string): Response {
  const said = translatorFor(locale)(`problems.${problem.code}`, problem.facts);
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  return withRequestId(new Response(`${said}\n`, { status: statusOf(problem), headers }), requestId);
}
