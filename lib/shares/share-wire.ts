import type { WireShare } from "@/lib/api/share-contract";
import type { JobView } from "@/lib/jobs/ports";
import { isShowable } from "./check-share";
import { hasExpired } from "./expiry";
import type { Share } from "./share";

const FINGERPRINT_CHARS = 8;

/** A share for its owner: no token, no hash of anything. `views` are its jobs as far as they are there. */
export function shareToWire(share: Share, views: readonly (JobView | undefined)[], nowMs: number): WireShare {
  const [output] = views[0]?.outputs ?? [];
  return {
    id: share.id,
    fingerprint: share.tokenHash.slice(0, FINGERPRINT_CHARS),
    jobIds: share.jobIds,
    title: share.title ?? null,
    shown: share.shown,
    hasPassword: share.password !== undefined,
    createdAt: iso(share.createdAtMs),
    expiresAt: share.expiresAtMs === undefined ? null : iso(share.expiresAtMs),
    state: hasExpired(share, nowMs) ? "expired" : views.every(isShowable) ? "open" : "takeGone",
    views: share.views,
    lastUsedAt: share.lastUsedAtMs === undefined ? null : iso(share.lastUsedAtMs),
    posterUrl: output?.posterKey === undefined ? null : `/api/assets/${encodeURIComponent(output.id)}/poster`,
  };
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
