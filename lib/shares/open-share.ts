import { hashToken } from "@/lib/access/secrets";
import type { JobView } from "@/lib/jobs/ports";
import { isShowable } from "./check-share";
import { hasExpired } from "./expiry";
import type { Share } from "./share";
import type { ShareDeps } from "./share-deps";

/** What a visitor has: the token of the address, and the ticket that a right password was answered with. */
export type Visit = { token: string; ticket?: string | undefined };
export type FoundShare = { share: Share; isLocked: boolean; takes: JobView[] };

/**
 * The share behind an address. Undefined for one that never was, is revoked, has expired, or whose take is deleted: these are one and
 * the same to a visitor.
 */
export async function openShare(
  { token, ticket }: Visit,
  { shares, jobs, now }: Pick<ShareDeps, "shares" | "jobs" | "now">,
): Promise<FoundShare | undefined> {
  const share = await shares.byToken(hashToken(token));
  if (!share || hasExpired(share, now())) return undefined;
  const views = await Promise.all(share.jobIds.map((id) => jobs.view(id)));
  const takes = views.filter(isShowable);
  if (takes.length < views.length) return undefined;
  const mayEnter =
    share.password === undefined ||
    (ticket !== undefined && (await shares.hasTicket({ shareId: share.id, ticketHash: hashToken(ticket) }, now())));
  return { share, isLocked: !mayEnter, takes };
}
