import type { SignedIn } from "@/lib/access/sign-in";
import { env } from "@/lib/env";
import { publicOrigin } from "./public-origin";
import { endedSessionCookies, sessionCookie } from "./session-cookie";

/** The way on after the sign-in form: where the visitor wanted to go, or the form again, which says what is wrong. */
export function answerSignIn(signedIn: SignedIn, { request, next }: { request: Request; next: string }): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  if (signedIn.kind === "session") {
    const secure = publicOrigin(request.headers, env().publicUrl).startsWith("https:");
    headers.set("set-cookie", sessionCookie(signedIn.token, { secure }));
    headers.set("location", ownPath(next));
  } else {
    const problem = signedIn.kind === "wrong" ? "wrong" : `wait=${Math.ceil(signedIn.waitMs / 1000)}`;
    headers.set("location", `/login?${problem}&${new URLSearchParams({ next: ownPath(next) })}`);
  }
  return new Response(null, { status: 303, headers });
}

export function answerSignOut(): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  for (const cookie of endedSessionCookies()) headers.append("set-cookie", cookie);
  return new Response(null, { status: 204, headers });
}

/** A path of this studio; whatever else an address may lead to is its first page. */
export function ownPath(next: string): string {
  const base = "http://studio.invalid";
  if (!next.startsWith("/") || !URL.canParse(next, base)) return "/";
  const { origin, pathname, search } = new URL(next, base);
  return origin === base && !pathname.startsWith("//") ? pathname + search : "/";
}
