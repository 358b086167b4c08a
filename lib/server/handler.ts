import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locales";
import { localeOf } from "@/lib/i18n/resolve";
import { translatorFor } from "@/lib/i18n/translator";
import { type Container, getContainer } from "./container";
import { createLogger } from "./logger";
import { isAppError, problemResponse } from "./problem";

export type HandlerContext<P> = { request: Request; params: P; container: Container; locale: Locale };

/**
 * Makes a route handler of `answer`: what it throws becomes problem details in the language of the request. An error that is
 * not ours is logged with the request's id and answered without a word about it.
 */
export function apiHandler<P = object>(answer: (context: HandlerContext<P>) => Promise<Response>) {
  return async (request: Request, route: { params: Promise<P> }): Promise<Response> => {
    const locale = localeOf(request.headers);
    try {
      refuseOtherSites(request);
      const container = await getContainer();
      return await answer({ request, params: await route.params, container, locale });
    } catch (error) {
      return failure(error, request, locale);
    }
  };
}

/** A page of another site must not make or cancel takes with the visitor's browser. */
function refuseOtherSites(request: Request): void {
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (!isRead && request.headers.get("sec-fetch-site") === "cross-site") {
    throw new AppError("invalidRequest", { reason: "otherSite" });
  }
}

function failure(error: unknown, request: Request, locale: Locale): Response {
  const requestId = randomUUID();
  const isOurs = isAppError(error);
  if (!isOurs) {
    const { pathname: path } = new URL(request.url);
    createLogger().error("request-failed", { requestId, method: request.method, path }, error);
  }
  const problem = isOurs ? error : new AppError("internal");
  return problemResponse(problem, { requestId, t: translatorFor(locale) });
}
