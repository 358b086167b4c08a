import { hashPassword, hashToken, newToken } from "@/lib/access/secrets";
import type { WireShare } from "@/lib/api/share-contract";
import { checkShare, type NewShare } from "./check-share";
import { endOf } from "./expiry";
import type { Share } from "./share";
import type { ShareDeps } from "./share-deps";
import { shareToWire } from "./share-wire";

/**
 * Makes a link. Its token is returned here and can never be read again.
 * @throws AppError `invalidInput` naming what is wrong
 */
export async function createShare(request: NewShare, deps: ShareDeps): Promise<{ share: WireShare; token: string }> {
  const { shares, jobs, newId, now, random } = deps;
  const nowMs = now();
  const expiresAtMs = endOf(request.expires, nowMs);
  const views = await Promise.all(request.jobIds.map((id) => jobs.view(id)));
  checkShare(request, { views, endsAtMs: expiresAtMs, nowMs });
  const token = newToken(random);
  const title = request.title?.replace(/\s+/g, " ").trim();
  const share: Share = {
    id: newId(),
    tokenHash: hashToken(token),
    jobIds: [...request.jobIds],
    ...(title && { title }),
    shown: request.shown,
    ...(request.password !== undefined && { password: await hashPassword(request.password, random) }),
    createdAtMs: nowMs,
    ...(expiresAtMs !== undefined && { expiresAtMs }),
    views: 0,
  };
  await shares.insert(share);
  return { share: shareToWire(share, views, nowMs), token };
}
