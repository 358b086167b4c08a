import { localeOf } from "@/lib/i18n/resolve";
import type { FoundShare } from "@/lib/shares/open-share";
import { getContainer } from "./container";
import type { HandlerContext } from "./handler";
import { createLogger } from "./logger";
import { isAppError } from "./problem";
import { asPublic, shareRefusal } from "./share-answers";
import type { SharedFile } from "./share-files";
import { visitOf } from "./share-visit";

type Params = { token: string };
type Context = HandlerContext<Params> & { found: FoundShare };

/**
 * Makes a public route handler of `answer`, which is asked only for a share that this visitor may see. Everything else, and
 * everything that it has no answer for, is refused in one and the same way.
 */
export function shareHandler(answer: (context: Context) => Promise<Response | undefined>) {
  return async (request: Request, route: { params: Promise<Params> }): Promise<Response> => {
    const locale = localeOf(request.headers);
    try {
      const [params, container] = await Promise.all([route.params, getContainer()]);
      const found = await container.openShare(visitOf(params.token, request.headers));
      const given = found && !found.isLocked && (await answer({ request, params, container, locale, found }));
      if (!given) return shareRefusal(locale);
      container.noteShareUse(found, false);
      return asPublic(given);
    } catch (error) {
      // Without the address: it holds the token.
      if (!isAppError(error)) createLogger().error("share-failed", { method: request.method }, error);
      return shareRefusal(locale);
    }
  };
}

export function shareFileHandler(file: SharedFile) {
  return shareHandler(({ container, found, request }) => container.serveShared(file, found, request));
}
