import { AppError } from "@/lib/errors";
import { localeOf } from "@/lib/i18n/resolve";
import { translatorFor } from "@/lib/i18n/translator";
import { createLogger } from "./logger";
import { isAppError } from "./problem";
import { newRequestId, withRequestId } from "./request-id";

/** What is told where not even the page of errors can be shown: what happened, as plain text, and the number under which the log has it. */
export function pageFailure(error: unknown, { method, headers }: { method: string; headers: Headers }): Response {
  const requestId = newRequestId();
  createLogger().error("page-failed", { requestId, method }, error);
  const { code, facts } = isAppError(error) ? error : new AppError("internal", { requestId });
  const said = translatorFor(localeOf(headers))(`problems.${code}`, facts);
  const answer = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  return withRequestId(new Response(`${said}\n`, { status: 500, headers: answer }), requestId);
}
