import type { Env } from "@/lib/env";
import type { JobStore } from "@/lib/jobs/ports";
import { version } from "@/package.json";

export type Health = {
  /** `failing` where a user could not work. */
  status: "ok" | "failing";
  upstream: Env["mode"];
  /** `gone`: the data folder was moved or deleted while the studio runs. */
  store: "ok" | "unavailable" | "gone";
  /** Milliseconds since the reconciler last looked; null where none runs in this process. */
  reconciler: { ageMs: number | null };
  version: string;
};

export async function checkHealth(
  { store, mode, isDatabaseThere }: { store: JobStore; mode: Env["mode"]; isDatabaseThere: () => boolean },
  reconcilerAgeMs: number | undefined,
): Promise<Health> {
  const isReadable = await store.countInFlight(mode).then(
    () => true,
    () => false,
  );
  const isThere = isDatabaseThere();
  return {
    status: isReadable && isThere ? "ok" : "failing",
    upstream: mode,
    store: !isThere ? "gone" : isReadable ? "ok" : "unavailable",
    reconciler: { ageMs: reconcilerAgeMs ?? null },
    version,
  };
}
