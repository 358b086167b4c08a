import type { Visit } from "@/lib/shares/open-share";
import { TICKET_MS } from "@/lib/shares/unlock-share";

const TICKET_COOKIE = "share_ticket";

export function visitOf(token: string, headers: Headers): Visit {
  const cookies = headers.get("cookie")?.split(";") ?? [];
  const found = cookies.map((cookie) => cookie.trim()).find((cookie) => cookie.startsWith(`${TICKET_COOKIE}=`));
  return { token, ...(found !== undefined && { ticket: found.slice(TICKET_COOKIE.length + 1) }) };
}

/** For the browser that gave the right password, and for this share's addresses alone. */
export function ticketCookie(visit: { token: string; ticket: string; secure: boolean }): string {
  const path = `/s/${encodeURIComponent(visit.token)}`;
  const parts = [`${TICKET_COOKIE}=${visit.ticket}`, `Path=${path}`, `Max-Age=${TICKET_MS / 1000}`, "HttpOnly"];
  return [...parts, "SameSite=Strict", ...(visit.secure ? ["Secure"] : [])].join("; ");
}

/** The address that the nearest proxy, or Next itself, saw; good enough to count guesses by. */
export function callerOf(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
}
