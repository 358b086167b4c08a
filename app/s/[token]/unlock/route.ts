import { localeOf } from "@/lib/i18n/resolve";
import { getContainer } from "@/lib/server/container";
import { publicHeaders, shareRefusal } from "@/lib/server/share-answers";
import { readPassword } from "@/lib/server/share-password";
import { callerOf, ticketCookie } from "@/lib/server/share-visit";

/** What the password's form sends. Answers with the way back to the page, which is open now or says what is wrong. */
export async function POST(request: Request, route: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await route.params;
  const container = await getContainer();
  const { headers } = request;
  const password = await readPassword(request);
  const unlocked = await container.unlockShare({ token, password, caller: callerOf(headers) });
  if (!unlocked) return shareRefusal(localeOf(headers));
  const answer = publicHeaders();
  answer.set("cache-control", "private, no-store");
  const page = `/s/${encodeURIComponent(token)}`;
  if (unlocked.kind === "ticket") {
    const isSecure = container.publicOrigin(headers).startsWith("https:");
    answer.set("set-cookie", ticketCookie({ token, ticket: unlocked.ticket, isSecure }));
    answer.set("location", page);
  } else if (unlocked.kind === "wrong") {
    answer.set("location", `${page}?wrong`);
  } else {
    answer.set("location", `${page}?wait=${Math.ceil(unlocked.waitMs / 1000)}`);
  }
  return new Response(null, { status: 303, headers: answer });
}
