import type { WireJob } from "@/lib/api/contract";

/** What a take without a result has cost: a word of `job.money`. */
export type Money = "free" | "none" | "maybe";
type Ended = Pick<WireJob, "upstream" | "status" | "requestId" | "error">;

/** Undefined where the take's own words say it. A request that the service took may be charged, whatever became of it. */
export function moneyOf({ upstream, status, requestId, error }: Ended): Money | undefined {
  if (upstream === "sandbox") return "free";
  if (status === "unconfirmed" || error?.code === "archiveFailed") return undefined;
  return requestId === undefined ? "none" : "maybe";
}

/** Whether the take itself may have been made and paid for, although its file is not here: then the same again may pay twice. */
export function mayBePaid({ upstream, status, error }: Ended): boolean {
  if (upstream === "sandbox") return false;
  return status === "unconfirmed" || status === "lost" || error?.code === "archiveFailed" || error?.code === "noOutput";
}
