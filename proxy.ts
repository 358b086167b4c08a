import type { NextRequest } from "next/server";
import { NextResponse } from "next/server";
import { localeOf } from "@/lib/i18n/resolve";
import { getContainer } from "@/lib/server/container";
import { guardHost } from "@/lib/server/guard";
import { hostRefusal } from "@/lib/server/host-refusal";
import { publicHeaders, shareRefusal } from "@/lib/server/share-answers";

/**
 * Stands before every page, because a page that refuses by itself has no content without scripts: a name that is not the studio's and
 * a link that leads nowhere are answered here in words. Each page asks again, and so nothing depends on this file.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  try {
    guardHost(request.headers);
  } catch (error) {
    return hostRefusal(error, localeOf(request.headers));
  }
  const [, first, token = "", ...rest] = request.nextUrl.pathname.split("/");
  if (first !== "s") return NextResponse.next();
  const found = await (await getContainer()).openShare({ token });
  if (!found) return shareRefusal(localeOf(request.headers));
  // A page cannot set headers; every other answer has its own, which these would replace.
  return rest.length === 0 ? NextResponse.next({ headers: publicHeaders() }) : NextResponse.next();
}

/** Route handlers guard themselves, and the build's files are the same for everyone. */
export const config = { matcher: "/((?!api/|sandbox/|_next/|samples/).*)" };
