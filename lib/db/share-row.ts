import { z } from "zod";
import { OWNER } from "@/lib/access/owner";
import type { Share } from "@/lib/shares/share";
import type { ShareRow } from "./schema";

const jobIdsSchema = z.array(z.string());
const shownSchema = z.object({
  prompt: z.boolean(),
  settings: z.boolean(),
  references: z.boolean(),
  download: z.boolean(),
});

/** @throws Error for a row that this version cannot have written */
export function shareFrom(row: ShareRow): Share {
  return {
    id: row.id,
    tokenHash: row.token_hash,
    jobIds: jobIdsSchema.parse(JSON.parse(row.job_ids)),
    ...(row.title !== null && { title: row.title }),
    shown: shownSchema.parse(JSON.parse(row.shown)),
    ...(row.password !== null && { password: row.password }),
    createdAtMs: row.created_at,
    ...(row.expires_at !== null && { expiresAtMs: row.expires_at }),
    views: row.views,
    ...(row.last_used_at !== null && { lastUsedAtMs: row.last_used_at }),
  };
}

export function shareRowOf(share: Share): ShareRow {
  return {
    id: share.id,
    owner_id: OWNER,
    token_hash: share.tokenHash,
    job_ids: JSON.stringify(share.jobIds),
    title: share.title ?? null,
    shown: JSON.stringify(share.shown),
    password: share.password ?? null,
    created_at: share.createdAtMs,
    expires_at: share.expiresAtMs ?? null,
    views: share.views,
    last_used_at: share.lastUsedAtMs ?? null,
  };
}
