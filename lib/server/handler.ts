import { clientOf } from "@/lib/access/client-of";
import type { Need, Visitor } from "@/lib/access/visitor";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locales";
import { localeOf } from "@/lib/i18n/resolve";
import { translatorFor } from "@/lib/i18n/translator";
import { type Container, getContainer } from "./container";
import { admit, guardRequest, isRead } from "./guard";
import { takeTurn } from "./limits";
import { routeOf } from "./log/route-of";
import { createLogger } from "./logger";
import { isAppError, problemResponse } from "./problem";
import { newRequestId, withRequestId } from "./request-id";
import { answerWithNewWord } from "./sign-in-answers";

export type HandlerContext<P> = {
  request: Request;
  params: P;
  container: Container;
  locale: Locale;
  /** Undefined only where nobody has to be known. */
  visitor?: Visitor | undefined;
  /** Whose limits the request counts against. */
  client: string;
};

/**
 * Makes a route handler of `answer`, behind the guard: what it throws becomes problem details in the language of the request. An
 * error that is not ours is logged with the request's id and answered without a word about it. `need` is what its callers must be
 * allowed to do: to read, for what changes nothing, else to manage.
 */
export function apiHandler<P extends object = object>(
  answer: (context: HandlerContext<P>) => Promise<Response>,
  { need }: { need?: Need | "nothing" } = {},
) {
  return (request: Request, route: { params: Promise<P> }): Promise<Response> =>
    guarded(request, route, async (locale) => {
      const [container, params] = await Promise.all([getContainer(), route.params]);
      const visitor = await admit(request, container.access, need);
      const client = clientOf(visitor);
      // Who is not known yet is held by the limits on guesses, so that strangers use up nobody's places.
      if (visitor && !isRead(request.method)) takeTurn(container.limits, "changes", client);
      const given = await answer({ request, params, container, locale, visitor, client });
      return answerWithNewWord(given, { request, visitor, access: container.access });
    });
}

/** For what a script with a token for submitting may do, too. */
export function submitHandler<P extends object = object>(answer: (context: HandlerContext<P>) => Promise<Response>) {
  return apiHandler(answer, { need: "submit" });
}

/** The same for a handler that needs no more than the request. Every failure of ours, thrown or answered, has a line in the log. */
export async function guarded(
  request: Request,
  route: { params: Promise<object> },
  answer: (locale: Locale) => Promise<Response>,
): Promise<Response> {
  const requestId = newRequestId();
  const locale = localeOf(request.headers);
  let cause: unknown;
  let response: Response;
  try {
    guardRequest(request);
    response = await answer(locale);
  } catch (error) {
    cause = error;
    const problem = isAppError(error) ? error : new AppError("internal", { requestId });
    response = problemResponse(problem, { requestId, t: translatorFor(locale) });
  }
  const { status } = response;
  if (status >= 500) {
    const facts = { requestId, method: request.method, route: routeOf(request.url, await route.params), status };
    createLogger().error("request-failed", facts, cause);
  }
  return withRequestId(response, requestId);
}
