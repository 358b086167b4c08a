import type { Job, UpstreamName } from "./job";
import type { JobStore } from "./ports";
import { isTerminal } from "./status";

/** A median moves slowly, so that reading a job need not compute it each time. */
const KEPT_MS = 30_000;

export type UsualTimes = {
  /** How long jobs like these usually run, by `usualKey`, in milliseconds; only for jobs that go on. */
  of(jobs: readonly Job[]): Promise<ReadonlyMap<string, number>>;
};

/** The median running time of the newest successes of a model at an upstream, at most half a minute old. */
export function createUsualTimes(store: JobStore, now: () => number): UsualTimes {
  const known = new Map<string, { ms: number | undefined; atMs: number }>();

  return {
    async of(jobs) {
      const going = new Map(jobs.filter((job) => !isTerminal(job.status)).map((job) => [usualKey(job), job]));
      const missing = [...going].filter(
        ([key]) => now() - (known.get(key)?.atMs ?? Number.NEGATIVE_INFINITY) > KEPT_MS,
      );
      if (missing.length > 0) {
        const times = await store.recentRunTimes(missing.map(([, { modelId, upstream }]) => ({ modelId, upstream })));
        for (const [key] of missing) {
          const ran = times.filter((time) => usualKey(time) === key).map((time) => time.ranMs);
          known.set(key, { ms: median(ran), atMs: now() });
        }
      }
      const found = [...going.keys()].flatMap((key): [string, number][] => {
        const ms = known.get(key)?.ms;
        return ms === undefined ? [] : [[key, ms]];
      });
      return new Map(found);
    },
  };
}

export function usualKey({ upstream, modelId }: { upstream: UpstreamName; modelId: string }): string {
  return `${upstream}/${modelId}`;
}

/** The middle value, or the rounded mean of the two in the middle; undefined of nothing. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return upper === undefined || lower === undefined ? undefined : Math.round((lower + upper) / 2);
}
