import { resolve } from "node:path";
import type { WireUsage } from "@/lib/api/usage-contract";
import { databaseBytes } from "@/lib/db/database-bytes";
import type { Env } from "@/lib/env";
import type { UpstreamName } from "@/lib/jobs/job";
import type { JobStore } from "@/lib/jobs/ports";
import type { Room } from "@/lib/jobs/room";
import type { StorageUse } from "@/lib/storage/ports";
import type { Quota } from "@/lib/storage/quota";
import type { Limits } from "./limits";

export type UsageService = {
  /** As `client` sees it: what others have taken of their limits is not told. */
  readUsage(client: string): Promise<WireUsage>;
};

export function createUsageService(deps: {
  use: Pick<StorageUse, "byKind">;
  quota: Quota;
  room: Room;
  store: Pick<JobStore, "countInFlight" | "countWaiting">;
  limits: Limits;
  settings: Pick<Env, "mode" | "maxInFlight" | "maxWaiting" | "dataDir">;
  databasePath: string;
  /** Whether nobody signs in, so that only who sits at this machine can ask. */
  isOpen: boolean;
}): UsageService {
  const { use, quota, room, store, limits, settings } = deps;
  // Anybody else would learn the names of this machine's folders and users from it.
  const folder = deps.isOpen ? resolve(settings.dataDir) : null;
  const upstreams: UpstreamName[] = settings.mode === "runcomfy" ? ["runcomfy", "sandbox"] : ["sandbox"];

  async function jobsAt(upstream: UpstreamName) {
    const [inFlight, waiting] = await Promise.all([store.countInFlight(upstream), store.countWaiting(upstream)]);
    return { upstream, inFlight, maxInFlight: settings.maxInFlight, waiting, maxWaiting: settings.maxWaiting };
  }

  return {
    async readUsage(client) {
      const [kinds, free, database, jobs] = await Promise.all([
        use.byKind(),
        room.freeBytes(),
        databaseBytes(deps.databasePath),
        Promise.all(upstreams.map(jobsAt)),
      ]);
      const used = Object.values(kinds).reduce((total, bytes) => total + bytes, 0);
      const limitOf = (name: "jobs" | "uploads") => {
        const { max, windowMs } = limits[name];
        return { max, windowS: windowMs / 1000, used: limits[name].used(client) };
      };
      return {
        storage: { ...kinds, used, quota: quota.maxBytes ?? null, free, database, folder },
        jobs,
        limits: { jobs: limitOf("jobs"), uploads: limitOf("uploads") },
      };
    },
  };
}
