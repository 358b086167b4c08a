import { createTranslator } from "use-intl/core";
import { onTestFinished, vi } from "vitest";
import type { WireJob } from "@/lib/api/contract";
import messages from "@/lib/i18n/messages/en.json";
import type { JobErrorCode } from "@/lib/jobs/job";
import { START_MS } from "@/tests/support/jobs/job";
import { openStudio } from "@/tests/support/jobs/open-studio";
import { countRequests } from "@/tests/support/upstream/ledger";
import type { Script, Verb } from "@/tests/support/upstream/script";

const ENDS = ["succeeded", "failed", "cancelled", "unconfirmed", "lost"];
const say = createTranslator({ locale: "en", messages, namespace: "jobErrors" });

/** The whole studio against a scripted service, at a time that stands still unless a test moves it. */
export async function openFaultBench(script: Partial<Script> = {}, settings: Record<string, string> = {}) {
  vi.useFakeTimers({ toFake: ["Date"], now: START_MS });
  onTestFinished(() => void vi.useRealTimers());
  const studio = await openStudio(script, settings);
  const { ledger } = studio.upstream;

  const read = async (id: string): Promise<WireJob> => (await studio.call("GET", `/api/jobs/${id}`)).body.job;
  /** Lets time go by, then what is due take one step. */
  const elapse = async (ms: number) => {
    vi.setSystemTime(Date.now() + ms);
    await studio.container.tick();
  };
  return {
    ...studio,
    read,
    elapse,
    /** Submits, and waits for the service's answer however long that takes. */
    async send(over: object = {}): Promise<WireJob> {
      const { id } = await studio.submit(over);
      await studio.container.settle();
      return read(id);
    },
    /** The job once it has ended, or after `forMs` as it is then. */
    async follow(id: string, { stepMs = 2_000, forMs = 10 * 60_000 } = {}): Promise<WireJob> {
      const untilMs = Date.now() + forMs;
      while (Date.now() < untilMs && !ENDS.includes((await read(id)).status)) await elapse(stepMs);
      return read(id);
    },
    count: (verb: Verb) => countRequests(ledger, verb),
    paid: () => ledger.submits.length,
  };
}
export type FaultBench = Awaited<ReturnType<typeof openFaultBench>>;

/** What a person reads about a job that ended badly. */
export function saidOf(job: WireJob): string {
  return job.error ? say(job.error.code as JobErrorCode, { upstream: job.upstream }) : "";
}

const SHORTENED_FROM_MS = 400;

/** Every time limit is over 50 times sooner until the test ends; pauses and short timers stay. */
export function shortenTimeLimits(): void {
  const real = globalThis.setTimeout;
  const shortened = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
    real(run, ms < SHORTENED_FROM_MS ? ms : ms / 50, ...args);
  globalThis.setTimeout = Object.assign(shortened, real) as typeof setTimeout;
  onTestFinished(() => {
    globalThis.setTimeout = real;
  });
}
