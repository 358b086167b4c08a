import type { SignedIn } from "@/lib/access/sign-in";
import type { Visitor } from "@/lib/access/visitor";
import { env } from "@/lib/env";
import type { AccessService } from "./access-service";
import { createLogger } from "./logger";
import { isEncrypted, publicOrigin } from "./public-origin";
import { browserCookie, endedSessionCookie, nextSessionCookie, sessionCookie } from "./session-cookie";

/** The way on after the sign-in form: where the visitor wanted to go, or the form again, which says what is wrong. */
export function answerSignIn(signedIn: SignedIn, { request, next }: { request: Request; next: string }): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  createLogger().info("sign-in", { reason: signedIn.kind });
  if (signedIn.kind === "session") {
    const secure = isEncrypted(request.headers, publicOrigin(request.headers, env().publicUrl));
    headers.append("set-cookie", sessionCookie(signedIn, { secure }));
    // One of the other kind, from another way in, would be asked before it.
    headers.append("set-cookie", endedSessionCookie({ secure: !secure }));
    headers.append("set-cookie", browserCookie(signedIn.browser, { secure }));
    headers.set("location", ownPath(next));
  } else {
    const problem = signedIn.kind === "wrong" ? "wrong" : `wait=${Math.ceil(signedIn.waitMs / 1000)}`;
    headers.set("location", `/login?${problem}&${new URLSearchParams({ next: ownPath(next) })}`);
  }
  return new Response(null, { status: 303, headers });
}

/**
 * With the new word of the visitor's session, where that is due. Not on what changes something, which nothing may make look undone
 * afterwards, and not on what a cache may keep, because it would keep the word too.
 */
export async function answerWithNewWord(
  answer: Response,
  {
    request,
    visitor,
    access,
  }: { request: Request; visitor: Visitor | undefined; access: Pick<AccessService, "exchange"> },
): Promise<Response> {
  const mayBeKept = /max-age|immutable|public/.test(answer.headers.get("cache-control") ?? "");
  const isDue = visitor?.kind === "session" && visitor.isWordDue;
  if (!isDue || request.method !== "GET" || mayBeKept) return answer;
  const given = await access.exchange(request.headers);
  if (given) answer.headers.append("set-cookie", nextSessionCookie(given, request.headers));
  return answer;
}

export function answerSignOut(): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  for (const secure of [true, false]) headers.append("set-cookie", endedSessionCookie({ secure }));
  return new Response(null, { status: 204, headers });
}

/** A path of this studio; whatever else an address may lead to is its first page. */
export function ownPath(next: string): string {
  const base = "http://studio.invalid";
  if (!next.startsWith("/") || !URL.canParse(next, base)) return "/";
  const { origin, pathname, search } = new URL(next, base);
  return origin === base && !pathname.startsWith("//") ? pathname + search : "/";
}
