import { AppError } from "@/lib/errors";
import type { UpstreamName } from "./job";
import type { JobStore, RequestKind } from "./ports";

/** The disk that results are archived to. */
export interface Room {
  /** @throws AppError `folderGone` */
  freeBytes(): Promise<number>;
  /** Why so much more may not be stored, where the studio was given a quota. */
  overQuota?(bytes: number): Promise<AppError | undefined>;
}

type RoomDeps = { room: Room; store: Pick<JobStore, "countResultsToCome" | "isKnownRequest"> };

/** Left free for one result, with what is made of it; an animatic is a few megabytes. */
const FOR_A_RESULT: Record<UpstreamName, number> = { runcomfy: 200_000_000, sandbox: 20_000_000 };

/** Why there is no room for one more result beside those that are still to come; undefined where there is. */
export async function whyNoRoom(upstream: UpstreamName, { room, store }: RoomDeps): Promise<AppError | undefined> {
  const free = await room.freeBytes();
  const needed = FOR_A_RESULT[upstream] * (1 + (await store.countResultsToCome(upstream)));
  if (free < needed) return new AppError("noRoom", { free: megabytes(free), needed: megabytes(needed) });
  return room.overQuota?.(needed);
}

/**
 * A request that is known already makes nothing new, and is answered also on a full disk: what it made may have been paid for.
 * @throws AppError `noRoom`, `quotaFull`, `folderGone`
 */
export async function requireRoom(
  { upstream, clientRequestId }: { upstream: UpstreamName; clientRequestId?: string },
  kind: RequestKind,
  deps: RoomDeps,
): Promise<void> {
  const refusal = await whyNoRoom(upstream, deps);
  if (!refusal || (clientRequestId !== undefined && (await deps.store.isKnownRequest(clientRequestId, kind)))) return;
  throw refusal;
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1_000_000);
}
