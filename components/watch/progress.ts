import type { WireJob } from "@/lib/api/contract";
import { summaryOf, type Unseen } from "./unseen";

/** What the title and the icon of the tab say. */
export type Progress = {
  rendering: number;
  waiting: number;
  done: number;
  failed: number;
  /** Of a ring; undefined where there is nothing to go by. Never full before the end. */
  ring: number | undefined;
};

const MOST = 0.95;
const STEPS = 24;
const FEW_STEPS = 4;

export function progressOf(active: readonly WireJob[], unseen: Unseen, now: { ms: number; isCalm: boolean }): Progress {
  const rendering = active.filter(isRendering).length;
  const { done, failed } = summaryOf(unseen);
  return {
    rendering,
    waiting: active.length - rendering,
    done,
    failed,
    ring: ringOf(active, now.ms, now.isCalm ? FEW_STEPS : STEPS),
  };
}

/** The time so far against the usual time, over all takes of which both are known, in steps. */
function ringOf(active: readonly WireJob[], nowMs: number, steps: number): number | undefined {
  const parts = active.flatMap((job) => {
    if (!job.usualMs || (isRendering(job) && !job.startedAt)) return [];
    const elapsedMs = job.startedAt ? Math.max(0, nowMs - Date.parse(job.startedAt)) : 0;
    return [Math.min(elapsedMs / job.usualMs, MOST)];
  });
  if (parts.length === 0) return undefined;
  return Math.floor((parts.reduce((sum, part) => sum + part, 0) / parts.length) * steps) / steps;
}

function isRendering({ status }: WireJob): boolean {
  return status === "running" || status === "archiving";
}
