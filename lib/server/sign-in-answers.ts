import type { NewWord } from "@/lib/access/exchange-word";
import type { SignedIn } from "@/lib/access/sign-in";
import type { Visitor } from "@/lib/access/visitor";
import { env } from "@/lib/env";
import type { AccessService } from "./access-service";
import { createLogger } from "./logger";
import { publicOrigin } from "./public-origin";
import { browserCookie, endedSessionCookies, sessionCookie } from "./session-cookie";

/** The way on after the sign-in form: where the visitor wanted to go, or the form again, which says what is wrong. */
export function answerSignIn(signedIn: SignedIn, { request, next }: { request: Request; next: string }): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  createLogger().info("sign-in", { reason: signedIn.kind });
  if (signedIn.kind === "session") {
    headers.append("set-cookie", sessionCookieFor(request, signedIn));
    headers.append("set-cookie", browserCookie(signedIn.browser, { secure: isSecure(request) }));
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
  if (given) answer.headers.append("set-cookie", sessionCookieFor(request, given));
  return answer;
}

export function answerSignOut(): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  for (const cookie of endedSessionCookies()) headers.append("set-cookie", cookie);
  return new Response(null, { status: 204, headers });
}

function sessionCookieFor(request: Request, given: NewWord): string {
  return sessionCookie(given, { secure: isSecure(request) });
}

function isSecure({ headers }: Request): boolean {
  return publicOrigin(headers, env().publicUrl).startsWith("https:");
}

/** A path of this studio; whatever else an address may lead to is its first page. */
export function ownPath(next: string): string {
  const base = "http://studio.invalid";
  if (!next.startsWith("/") || !URL.canParse(next, base)) return "/";
  const { origin, pathname, search } = new URL(next, base);
  return origin === base && !pathname.startsWith("//") ? pathname + search : "/";
}
