import type { NextRequest } from "next/server";
import { NextResponse } from "next/server";
import { localeOf } from "@/lib/i18n/resolve";
import { getContainer } from "@/lib/server/container";
import { publicHeaders, shareRefusal } from "@/lib/server/share-answers";

/**
 * Stands before every public address. A link that leads nowhere is refused here: a page that refuses by itself has no content
 * without scripts. What is behind a link looks it up again, and says what it shows.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const [, , token = "", ...rest] = request.nextUrl.pathname.split("/");
  const container = await getContainer();
  const found = await container.openShare({ token });
  if (!found) return shareRefusal(localeOf(request.headers));
  // A page cannot set headers; every other answer has its own, which these would replace.
  return rest.length === 0 ? NextResponse.next({ headers: publicHeaders() }) : NextResponse.next();
}

export const config = { matcher: "/s/:token/:path*" };
