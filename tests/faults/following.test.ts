import { describe, expect, it } from "vitest";
import type { WireJob } from "@/lib/api/contract";
import { type FaultBench, openFaultBench, saidOf } from "@/tests/support/faults/bench";
import type { Fault, Script } from "@/tests/support/upstream/script";

const MINUTE_MS = 60_000;
const MONTH_MS = 30 * 86_400_000;
const LONG = { pace: { by: "polls", queued: 0, running: 999 } } as const;
const QUEUED = { pace: { by: "polls", queued: 999, running: 0 } } as const;
const GONE = { status: 404, json: { error_code: 404001, error_message: "Request not found" } };

const looks = (...words: string[]): Fault[] =>
  words.map((status) => ({ verb: "status", answer: { json: { status } } }));

/** A bench with one job that the service has accepted. */
async function withJob(script: Partial<Script>): Promise<{ bench: FaultBench; job: WireJob }> {
  const bench = await openFaultBench(script);
  return { bench, job: await bench.send() };
}

describe("following a job", () => {
  it("keeps looking at a state that nobody knows, and shows the service's word", async () => {
    const { bench, job } = await withJob({ faults: looks("warming_up", "warming_up") });
    await bench.elapse(0);
    expect(await bench.read(job.id)).toMatchObject({ status: "queued", statusDetail: "warming_up" });
    const done = await bench.follow(job.id);
    expect(done.status).toBe("succeeded");
    expect(done).not.toHaveProperty("statusDetail");
    expect(bench.paid()).toBe(1);
  });

  it("believes states that go backwards, and takes the output in the end", async () => {
    const { bench, job } = await withJob({ faults: looks("in_progress", "in_queue", "in_progress", "in_queue") });
    const seen: string[] = [];
    for (let look = 0; look < 4; look++) {
      await bench.elapse(2_000);
      seen.push((await bench.read(job.id)).status);
    }
    expect(seen).toEqual(["running", "queued", "running", "queued"]);
    expect((await bench.follow(job.id)).outputs).toHaveLength(1);
    expect(bench.paid()).toBe(1);
  });

  it("outlasts 5xx for ten minutes", async () => {
    const { bench, job } = await withJob({ faults: [{ verb: "status", times: 999, answer: { status: 503 } }] });
    const still = await bench.follow(job.id, { stepMs: 30_000, forMs: 10 * MINUTE_MS });
    expect(still).toMatchObject({ status: "queued", statusDetail: "unreachable", actions: { canCancel: true } });
    bench.upstream.setScript({ faults: [] });
    expect((await bench.follow(job.id, { stepMs: MINUTE_MS })).status).toBe("succeeded");
    expect(bench.paid()).toBe(1);
  });

  it("gives up after a day of refusals, says so, and looks again when asked without paying", async () => {
    const refusal = { status: 403, json: { error_code: 403001, error_message: "Not your request" } };
    const { bench, job } = await withJob({ faults: [{ verb: "status", times: 9_999, answer: refusal }] });
    const lost = await bench.follow(job.id, { stepMs: 5 * MINUTE_MS, forMs: MONTH_MS / 15 });
    expect(lost).toMatchObject({
      status: "lost",
      error: { code: "requestUnanswered", message: expect.stringContaining("403001") },
      actions: { canLookAgain: true, canDelete: true },
    });
    expect(saidOf(lost)).toMatch(/no usable answer.*Check that the key/);
    bench.upstream.setScript({ faults: [] });
    expect((await bench.call("POST", `/api/jobs/${job.id}/look-again`)).status).toBe(200);
    expect((await bench.follow(job.id)).status).toBe("succeeded");
    expect(bench.paid()).toBe(1);
  });

  it("takes 404001 right after the submit for a service that lags behind", async () => {
    const { bench, job } = await withJob({ faults: [{ verb: "status", times: 3, answer: GONE }] });
    await bench.elapse(2_000);
    expect((await bench.read(job.id)).status).toBe("queued");
    expect((await bench.follow(job.id)).status).toBe("succeeded");
    expect(bench.paid()).toBe(1);
  });

  it("takes 404001 after a month for lost, says so, and looks again when asked without paying", async () => {
    const { bench, job } = await withJob({ faults: [{ verb: "status", answer: GONE }] });
    await bench.elapse(MONTH_MS);
    const lost = await bench.read(job.id);
    expect(lost).toMatchObject({
      status: "lost",
      error: { code: "requestLost" },
      actions: { canLookAgain: true, canRetry: true },
    });
    expect(saidOf(lost)).toMatch(/deleted or has expired at the service/);
    expect((await bench.call("POST", `/api/jobs/${job.id}/look-again`)).status).toBe(200);
    expect((await bench.follow(job.id)).status).toBe("succeeded");
    expect(bench.paid()).toBe(1);
  });

  it("asks nothing for anybody while a 429 holds, then ends every job", async () => {
    const busy = { status: 429, json: {}, headers: { "retry-after": "60" } };
    const bench = await openFaultBench({ faults: [{ verb: "status", answer: busy }] });
    const first = await bench.send();
    await bench.elapse(0);
    const others = [await bench.send({ input: { prompt: "two" } }), await bench.send({ input: { prompt: "three" } })];
    const asked = bench.upstream.ledger.requests.length;
    for (let second = 0; second < 59; second += 5) await bench.elapse(5_000 - (second === 55 ? 1 : 0));
    expect(bench.upstream.ledger.requests).toHaveLength(asked);
    expect((await bench.read(first.id)).statusDetail).toBe("retryAt:2026-01-01T00:01:00.000Z");
    for (const { id } of [first, ...others]) expect((await bench.follow(id)).status).toBe("succeeded");
    expect(bench.paid()).toBe(3);
  });
});

describe("a result", () => {
  it("without an output has failed, says so, and is read once more when a person looks again", async () => {
    const { bench, job } = await withJob({ output: {} });
    const ended = await bench.follow(job.id);
    expect(ended).toMatchObject({ status: "failed", error: { code: "noOutput" }, actions: { canRetry: true } });
    expect(saidOf(ended)).toMatch(/done but gave no file/);
    bench.upstream.setScript({ output: { video: `${bench.upstream.url}/outputs/${job.id}/late.mp4` } });
    expect((await bench.call("POST", `/api/jobs/${job.id}/look-again`)).body).toMatchObject({ asked: true });
    expect((await bench.follow(job.id)).status).toBe("succeeded");
    expect(bench.paid()).toBe(1);
  });

  it.each<[string, (at: string) => Script["output"], number]>([
    ["several outputs", (at) => ({ video: `${at}/a.mp4`, videos: [`${at}/b.mp4`, `${at}/c.mp4`] }), 3],
    ["its output as a string", (at) => `${at}/a.mp4`, 1],
    ["its outputs as a list", (at) => [`${at}/a.mp4`, `${at}/b.mp4`], 2],
  ])("with %s is saved whole, in the service's order", async (_form, outputAt, count) => {
    const { bench, job } = await withJob({});
    bench.upstream.setScript({ output: outputAt(`${bench.upstream.url}/outputs/1`) ?? null });
    const done = await bench.follow(job.id);
    expect(done).toMatchObject({ status: "succeeded" });
    expect(done.outputs).toHaveLength(count);
    const fetched = bench.upstream.ledger.requests.filter(({ verb }) => verb === "output").map(({ path }) => path);
    expect(fetched).toEqual(["a", "b", "c"].slice(0, count).map((name) => `/outputs/1/${name}.mp4`));
    expect(bench.paid()).toBe(1);
  });

  it.each<[string, Script["ending"] & { status: "failed" }, string]>([
    ["with a reason", { status: "failed", error: "the flame went out" }, "the flame went out"],
    ["without one", { status: "failed", error: null }, ""],
  ])("that is failed %s fails the job", async (_with, ending, message) => {
    const { bench, job } = await withJob({ ending });
    const ended = await bench.follow(job.id);
    expect(ended).toMatchObject({ status: "failed", error: { code: "upstreamFailed", message } });
    expect(saidOf(ended)).toMatch(/could not make this take/);
    expect(bench.paid()).toBe(1);
  });

  it.each<[string, Fault["answer"]]>([
    ["by 400005", { status: 400, json: { error_code: 400005, error_message: "not ready" } }],
    ["by its state", { json: { status: "in_progress" } }],
  ])("that is not there yet %s is asked for again", async (_how, answer) => {
    const { bench, job } = await withJob({ faults: [{ verb: "result", times: 3, ...(answer && { answer }) }] });
    expect((await bench.follow(job.id)).status).toBe("succeeded");
    expect([bench.count("result"), bench.paid()]).toEqual([4, 1]);
  });
});

describe("a cancel", () => {
  const cancel = (bench: FaultBench, { id }: WireJob) => bench.call("POST", `/api/jobs/${id}/cancel`);
  const asked: Fault = { verb: "cancel", answer: { status: 202, json: { outcome: "cancellation_requested" } } };

  it("before the start ends the job", async () => {
    const { bench, job } = await withJob(QUEUED);
    expect((await cancel(bench, job)).body.outcome).toBe("cancelled");
    expect((await bench.follow(job.id)).status).toBe("cancelled");
    expect(bench.count("output")).toBe(0);
  });

  it("after the completion that nobody has seen yet keeps the output", async () => {
    const { bench, job } = await withJob({});
    expect((await cancel(bench, job)).body.outcome).toBe("notCancellable");
    expect((await bench.follow(job.id)).outputs).toHaveLength(1);
  });

  it("after the completion that was seen asks nobody and keeps the output", async () => {
    const { bench, job } = await withJob({});
    await bench.elapse(0);
    expect((await cancel(bench, job)).body).toMatchObject({ outcome: "notCancellable", job: { status: "archiving" } });
    expect((await bench.follow(job.id)).outputs).toHaveLength(1);
    expect(bench.count("cancel")).toBe(0);
  });

  it.each<[string, Partial<Script>, string]>([
    ["that is queued", QUEUED, "cancelled"],
    ["that is complete", {}, "succeeded"],
  ])("at the same moment as a look at a job %s ends as the service says", async (_which, script, status) => {
    const { bench, job } = await withJob(script);
    await Promise.all([cancel(bench, job), bench.elapse(0), cancel(bench, job)]);
    expect((await bench.follow(job.id)).status).toBe(status);
    expect(bench.paid()).toBe(1);
  });

  it.each([
    ["and then carried out", ["cancelled"], "cancelled", "cancelled"],
    ["and overtaken by the completion", ["completed"], "notCancellable", "succeeded"],
    ["and overtaken by the start", ["in_progress"], "notCancellable", "succeeded"],
    ["and carried out late", ["in_queue", "cancelled"], "cancelled", "cancelled"],
  ])("that is only requested %s ends as the service says", async (_then, words, outcome, status) => {
    const { bench, job } = await withJob({ faults: [asked, ...looks(...words)] });
    expect((await cancel(bench, job)).body.outcome).toBe(outcome);
    expect((await bench.follow(job.id)).status).toBe(status);
    expect(bench.paid()).toBe(1);
  });

  it("whose answers are all lost is found out by looking", async () => {
    const { bench, job } = await withJob({
      ...QUEUED,
      faults: [{ verb: "cancel", times: 3, deliver: { how: "reset", after: "nothing" } }],
    });
    const answer = await cancel(bench, job);
    expect([answer.status, answer.body.code]).toEqual([409, "conflict"]);
    expect((await bench.follow(job.id)).status).toBe("cancelled");
  });

  it("whose first answer is lost still ends the job as cancelled", async () => {
    const { bench, job } = await withJob({
      ...QUEUED,
      faults: [{ verb: "cancel", deliver: { how: "reset", after: "nothing" } }],
    });
    await cancel(bench, job);
    expect((await bench.follow(job.id)).status).toBe("cancelled");
    expect(bench.count("cancel")).toBe(2);
  });

  it("that never arrives changes nothing: the job goes on, and nobody says that it was cancelled", async () => {
    const { bench, job } = await withJob({
      faults: [{ verb: "cancel", times: 3, accept: false, deliver: { how: "reset", after: "nothing" } }],
    });
    expect((await cancel(bench, job)).status).toBe(409);
    expect((await bench.follow(job.id)).status).toBe("succeeded");
  });

  it("twice is one cancel, one after the other and at once", async () => {
    const { bench, job } = await withJob(QUEUED);
    const outcomes = [await cancel(bench, job), await cancel(bench, job)].map((answer) => answer.body.outcome);
    expect(outcomes).toEqual(["cancelled", "cancelled"]);
    expect(bench.count("cancel")).toBe(1);
    const other = await bench.send({ input: { prompt: "two" } });
    await Promise.all([cancel(bench, other), cancel(bench, other)]);
    expect((await bench.follow(other.id)).status).toBe("cancelled");
  });

  it("of a job that runs is refused by the service, and the job goes on", async () => {
    const { bench, job } = await withJob(LONG);
    await bench.elapse(0);
    expect((await cancel(bench, job)).body).toMatchObject({ outcome: "notCancellable", job: { status: "running" } });
    bench.upstream.setScript({ pace: { by: "polls", queued: 0, running: 0 } });
    expect((await bench.follow(job.id)).status).toBe("succeeded");
  });
});
