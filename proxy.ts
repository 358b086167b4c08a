import { randomBytes } from "node:crypto";
import type { NextRequest } from "next/server";
import { NextResponse } from "next/server";
import { pagePolicy } from "@/lib/access/policies";
import { env } from "@/lib/env";
import { localeOf } from "@/lib/i18n/resolve";
import { type Container, getContainer } from "@/lib/server/container";
import { guardHost, guardOpen } from "@/lib/server/guard";
import { pageFailure, wayRefusal } from "@/lib/server/page-answers";
import { publicHeaders, shareRefusal } from "@/lib/server/share-answers";

/**
 * Stands before every page, because a page that refuses by itself has no content without scripts: a name that is not the studio's, a proxy
 * in front of a studio without a password and a link that leads nowhere are answered here in words, and who has to sign in is led back afterwards. Each page asks again, and so
 * nobody gets more without this file: pages then lack the nonce that their scripts need, and stand still.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  try {
    return await answer(request);
  } catch (error) {
    return pageFailure(error, request);
  }
}

async function answer(request: NextRequest): Promise<Response> {
  const [, first, token = "", ...rest] = request.nextUrl.pathname.split("/");
  const container = await getContainer();
  try {
    guardHost(request.headers);
    // Whoever has a link may come from anywhere.
    if (first !== "s") guardOpen(request.headers, container.access);
  } catch (error) {
    return wayRefusal(error, localeOf(request.headers));
  }
  if (first !== "s") return (await mayEnter(request, container)) ? toPage(request) : toSignIn(request);
  const found = await container.openShare({ token });
  if (!found) return shareRefusal(localeOf(request.headers));
  // A page cannot set headers; every other answer has its own, which these would replace.
  return rest.length === 0 ? toPage(request, publicHeaders()) : NextResponse.next();
}

/** Next puts the nonce that it finds in the request's policy into all scripts and styles of the page. */
function toPage(request: NextRequest, answer = new Headers()): Response {
  const policy = pagePolicy(randomBytes(16).toString("base64"), { isDev: env().isDevelopment });
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  answer.set("content-security-policy", policy);
  return NextResponse.next({ request: { headers }, headers: answer });
}

async function mayEnter({ nextUrl, headers }: NextRequest, { access }: Container): Promise<boolean> {
  return nextUrl.pathname === "/login" || (await access.identify(headers)) !== undefined;
}

function toSignIn({ nextUrl }: NextRequest): Response {
  const next = `${nextUrl.pathname}${nextUrl.search}`;
  return NextResponse.redirect(new URL(`/login?${new URLSearchParams({ next })}`, nextUrl));
}

/** Route handlers guard themselves, and the files of the build and of `public` are the same for everyone. */
export const config = {
  matcher: "/((?!api/|sandbox/|_next/|samples/|example/|icon\\.svg$|favicon\\.ico$|ticker\\.js$).*)",
};
