import type { Env } from "@/lib/env";
import type { JobStore } from "@/lib/jobs/ports";
import { version } from "@/package.json";

export type Health = {
  /** `failing` where a user could not work. */
  status: "ok" | "failing";
  upstream: Env["mode"];
  store: "ok" | "unavailable";
  /** Milliseconds since the reconciler last looked; null where none runs in this process. */
  reconciler: { ageMs: number | null };
  version: string;
};

export async function checkHealth(
  { store, mode }: { store: JobStore; mode: Env["mode"] },
  reconcilerAgeMs: number | undefined,
): Promise<Health> {
  const isReadable = await store.countInFlight(mode).then(
    () => true,
    () => false,
  );
  return {
    status: isReadable ? "ok" : "failing",
    upstream: mode,
    store: isReadable ? "ok" : "unavailable",
    reconciler: { ageMs: reconcilerAgeMs ?? null },
    version,
  };
}
