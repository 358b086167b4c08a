import { localeOf } from "@/lib/i18n/resolve";
import type { FoundShare } from "@/lib/shares/open-share";
import { getContainer } from "./container";
import { guardHost } from "./guard";
import type { HandlerContext } from "./handler";
import { routeOf } from "./log/route-of";
import { createLogger } from "./logger";
import { isOwnFault } from "./problem";
import { newRequestId, withRequestId } from "./request-id";
import { asPublic, shareRefusal } from "./share-answers";
import type { SharedFile } from "./share-files";
import { visitOf } from "./share-visit";

type Params = { token: string };
type Context = Omit<HandlerContext<Params>, "client">;

/** Makes a public route handler of `answer`. Whatever that has no answer for, or fails at, is refused in one and the same way. */
export function publicHandler(answer: (context: Context) => Promise<Response | undefined>) {
  return async (request: Request, route: { params: Promise<Params> }): Promise<Response> => {
    const requestId = newRequestId();
    const locale = localeOf(request.headers);
    try {
      // Whoever has the link may do all that it allows, from wherever they come.
      guardHost(request.headers);
      const [params, container] = await Promise.all([route.params, getContainer()]);
      const given = (await answer({ request, params, container, locale })) ?? shareRefusal(locale);
      return withRequestId(given, requestId);
    } catch (error) {
      if (isOwnFault(error)) {
        const facts = { requestId, method: request.method, route: routeOf(request.url, await route.params) };
        createLogger().error("share-failed", facts, error);
      }
      return withRequestId(shareRefusal(locale), requestId);
    }
  };
}

/** The same for what only those get who may see the share. */
export function shareHandler(answer: (context: Context & { found: FoundShare }) => Promise<Response | undefined>) {
  return publicHandler(async (context) => {
    const { container, params, request } = context;
    const found = await container.openShare(visitOf(params.token, request.headers));
    const given = found && !found.isLocked && (await answer({ ...context, found }));
    if (!given) return undefined;
    container.noteShareUse(found, false);
    return asPublic(given);
  });
}

export function shareFileHandler(file: SharedFile) {
  return shareHandler(({ container, found, request }) => container.serveShared(file, found, request));
}
