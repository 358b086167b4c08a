import { passwordFormSchema } from "@/lib/api/access-contract";
import { readForm } from "@/lib/server/form-body";
import { isEncrypted } from "@/lib/server/public-origin";
import { publicHeaders } from "@/lib/server/share-answers";
import { publicHandler } from "@/lib/server/share-handler";
import { callerOf, ticketCookie } from "@/lib/server/share-visit";

/** What the password's form sends. Answers with the way back to the page, which is open now or says what is wrong. */
export const POST = publicHandler(async ({ container, params: { token }, request }) => {
  const { headers } = request;
  const { password } = await readForm(request, passwordFormSchema);
  const unlocked = await container.unlockShare({ token, password, caller: callerOf(headers) });
  if (!unlocked) return undefined;
  const answer = publicHeaders();
  answer.set("cache-control", "private, no-store");
  const page = `/s/${encodeURIComponent(token)}`;
  if (unlocked.kind === "ticket") {
    const secure = isEncrypted(headers, container.publicOrigin(headers));
    answer.set("set-cookie", ticketCookie({ token, ticket: unlocked.ticket, secure }));
    answer.set("location", page);
  } else if (unlocked.kind === "wrong") {
    answer.set("location", `${page}?wrong`);
  } else {
    answer.set("location", `${page}?wait=${Math.ceil(unlocked.waitMs / 1000)}`);
  }
  return new Response(null, { status: 303, headers: answer });
});
