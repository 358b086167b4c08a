import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Job, JobStatus } from "@/lib/jobs/job";
import type { JobListQuery, JobStore, Lease } from "@/lib/jobs/ports";
import { makeAsset } from "@/tests/support/jobs/asset";
import { makeJob, START_MS } from "@/tests/support/jobs/job";

const LEASE: Lease = { owner: "worker-a", untilMs: START_MS + 30_000 };
const OVER: Lease = { owner: "worker-a", untilMs: 0 };

/** What every job store guarantees, whatever database it stands on. */
export function describeJobStore(name: string, open: () => Promise<JobStore>) {
  async function opened(...jobs: Partial<Job>[]): Promise<JobStore> {
    const store = await open();
    for (const job of jobs) await store.insert(makeJob(job), OVER);
    return store;
  }
  const claim = (owner: string, over: { nowMs?: number; limit?: number } = {}) => {
    const nowMs = over.nowMs ?? START_MS;
    return { owner, nowMs, untilMs: nowMs + 30_000, limit: over.limit ?? 10 };
  };

  describe(`${name}: storing`, () => {
    it("gives back a job as it was stored", async () => {
      const job = makeJob({
        clientRequestId: "click-1",
        statusDetail: "limit",
        queuePosition: 0,
        requestId: "r1",
        error: { code: "inputRefused", message: "no", field: "prompt" },
        frame: { width: 1280, height: 720 },
        remoteOutputs: [{ url: "https://x.example/a.mp4", kindHint: "video" }, { url: "https://x.example/b" }],
        input: { prompt: "狐狸", list: [1, null, { a: true }] },
        submittedAtMs: 1,
        startedAtMs: 2,
        finishedAtMs: 3,
        lastCheckedAtMs: 4,
      });
      const store = await opened(job);
      expect(await store.get(job.id)).toEqual(job);
      expect(await store.get("job-2")).toBeUndefined();
    });

    it("gives the job that already has a client's request id, and stores nothing", async () => {
      const store = await opened({ id: "first", clientRequestId: "click-1" });
      const answer = await store.insert(makeJob({ id: "second", clientRequestId: "click-1" }), LEASE);
      expect(answer).toMatchObject({ kind: "taken", job: { id: "first" } });
      expect(await store.get("second")).toBeUndefined();
    });

    it("finds a job by its client's request id, also in the trash", async () => {
      const store = await opened({ id: "first", status: "failed", clientRequestId: "click-1" });
      expect((await store.jobOfRequest("click-1"))?.id).toBe("first");
      await store.update("first", { deletedAtMs: 5 }, { status: "failed" });
      expect(await store.jobOfRequest("click-1")).toMatchObject({ id: "first", deletedAtMs: 5 });
      expect(await store.jobOfRequest("click-2")).toBeUndefined();
    });

    it("stores one of many at once with the same client's request id", async () => {
      const store = await open();
      const jobs = Array.from({ length: 8 }, (_, index) => makeJob({ id: `job-${index}`, clientRequestId: "click-1" }));
      const answers = await Promise.all(jobs.map((job) => store.insert(job, LEASE)));
      expect(answers.filter((answer) => answer.kind === "stored")).toHaveLength(1);
    });

    it("clears what a patch sets to undefined and leaves the rest", async () => {
      const store = await opened({ status: "queued", queuePosition: 3, statusDetail: "limit", requestId: "r1" });
      await store.update("job-1", { queuePosition: undefined, attempts: 2 }, { status: "queued" });
      const job = await store.get("job-1");
      expect(job).toMatchObject({ statusDetail: "limit", requestId: "r1", attempts: 2 });
      expect(job).not.toHaveProperty("queuePosition");
    });
  });

  describe(`${name}: compare and set`, () => {
    it.each<[string, { status: JobStatus; owner?: string }, boolean]>([
      ["the expected status", { status: "queued" }, true],
      ["another status", { status: "running" }, false],
      ["the lease's owner", { status: "queued", owner: "worker-a" }, true],
      ["another owner", { status: "queued", owner: "worker-b" }, false],
    ])("with %s", async (_what, expected, changes) => {
      const store = await opened({ status: "queued" });
      expect(await store.update("job-1", { status: "running" }, expected)).toBe(changes);
      expect((await store.get("job-1"))?.status).toBe(changes ? "running" : "queued");
    });

    it("lets one of many writers win", async () => {
      const store = await opened({ status: "queued" });
      const ends: JobStatus[] = ["cancelled", "failed", "lost", "archiving"];
      const wins = await Promise.all(ends.map((status) => store.update("job-1", { status }, { status: "queued" })));
      expect(wins.filter(Boolean)).toHaveLength(1);
    });

    it("shows every change at once, however often the job was read before", async () => {
      const store = await opened({ status: "queued" });
      for (let attempts = 1; attempts <= 3; attempts++) {
        await store.update("job-1", { attempts }, { status: "queued" });
        expect((await store.get("job-1"))?.attempts).toBe(attempts);
        expect((await store.view("job-1"))?.job.attempts).toBe(attempts);
      }
    });

    it("hides a deleted job and changes it no more", async () => {
      const store = await opened({ status: "failed" });
      await store.update("job-1", { deletedAtMs: START_MS }, { status: "failed" });
      expect(await store.get("job-1")).toBeUndefined();
      expect(await store.list({ limit: 10 })).toEqual([]);
      expect(await store.update("job-1", { attempts: 1 }, { status: "failed" })).toBe(false);
    });
  });

  describe(`${name}: outputs`, () => {
    it("stores files, order and status together", async () => {
      const store = await opened({ status: "archiving" });
      const outputs = [makeAsset("b", { width: 1280, height: 720, durationMs: 5_000 }), makeAsset("a")];
      expect(await store.storeOutputs("job-1", outputs, { status: "succeeded" }, { status: "archiving" })).toBe(true);
      const view = await store.view("job-1");
      expect(view?.outputs).toEqual(outputs);
      expect(view?.job).toMatchObject({ status: "succeeded", outputAssetIds: ["b", "a"] });
      expect((await store.list({ limit: 10 }))[0]?.outputs).toEqual(outputs);
    });

    it("stores none of it where another writer was faster", async () => {
      const store = await opened({ status: "failed" });
      const outputs = [makeAsset("a")];
      expect(await store.storeOutputs("job-1", outputs, { status: "succeeded" }, { status: "archiving" })).toBe(false);
      // The same file can be stored for another job: no trace of it is left.
      await store.insert(makeJob({ id: "job-2", status: "archiving" }), OVER);
      expect(await store.storeOutputs("job-2", outputs, { status: "succeeded" }, { status: "archiving" })).toBe(true);
    });
  });

  describe(`${name}: claims`, () => {
    const FOLLOWED = { statuses: ["queued", "running"], upstreams: ["runcomfy", "sandbox"] } as const;

    it("claims what is due and free, longest due first, up to the limit", async () => {
      const store = await opened(
        { id: "late", status: "queued", nextCheckAtMs: START_MS },
        { id: "latest", status: "running", nextCheckAtMs: START_MS - 1 },
        { id: "future", status: "queued", nextCheckAtMs: START_MS + 1 },
        { id: "waiting", status: "waiting" },
      );
      expect((await store.claimDue(FOLLOWED, claim("worker-a"))).map((job) => job.id)).toEqual(["latest", "late"]);
      expect(await store.claimDue(FOLLOWED, claim("worker-b"))).toEqual([]);
    });

    it("claims for the named upstreams only", async () => {
      const store = await opened({ id: "a", status: "queued" }, { id: "b", status: "queued", upstream: "sandbox" });
      const which = { ...FOLLOWED, upstreams: ["sandbox"] as const };
      expect((await store.claimDue(which, claim("worker-a"))).map((job) => job.id)).toEqual(["b"]);
      expect(await store.claimDue({ ...FOLLOWED, upstreams: [] }, claim("worker-a"))).toEqual([]);
    });

    it("gives each job to one of several workers at once", async () => {
      const store = await opened(
        ...Array.from({ length: 12 }, (_, n) => ({ id: `job-${n}`, status: "queued" }) as const),
      );
      const claims = await Promise.all(
        ["a", "b", "c", "d"].map((owner) => store.claimDue(FOLLOWED, claim(owner, { limit: 4 }))),
      );
      const ids = claims.flat().map((job) => job.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toHaveLength(12);
    });

    it("gives a job to another worker when the lease is over", async () => {
      const store = await opened({ status: "queued" });
      await store.claimDue(FOLLOWED, claim("worker-a"));
      expect(await store.claimDue(FOLLOWED, claim("worker-b", { nowMs: START_MS + 29_999 }))).toEqual([]);
      expect(await store.claimDue(FOLLOWED, claim("worker-b", { nowMs: START_MS + 30_000 }))).toHaveLength(1);
      expect(await store.update("job-1", { status: "running" }, { status: "queued", owner: "worker-a" })).toBe(false);
      expect(await store.renewLease("job-1", { owner: "worker-a", untilMs: START_MS + 99_000 })).toBe(false);
    });

    it("keeps a job for a worker that renews its lease", async () => {
      const store = await opened({ status: "queued" });
      await store.claimDue(FOLLOWED, claim("worker-a"));
      expect(await store.renewLease("job-1", { owner: "worker-a", untilMs: START_MS + 99_000 })).toBe(true);
      expect(await store.claimDue(FOLLOWED, claim("worker-b", { nowMs: START_MS + 60_000 }))).toEqual([]);
    });

    it("frees a job with the write that advances it", async () => {
      const store = await opened({ status: "queued" });
      await store.claimDue(FOLLOWED, claim("worker-a"));
      await store.update("job-1", { nextCheckAtMs: START_MS + 5 }, { status: "queued", owner: "worker-a" });
      expect(await store.claimDue(FOLLOWED, claim("worker-b", { nowMs: START_MS + 5 }))).toHaveLength(1);
    });

    it("frees what dead workers held, at once", async () => {
      const store = await opened(
        { id: "a", status: "queued" },
        { id: "b", status: "queued", nextCheckAtMs: START_MS + 1 },
      );
      await store.claimDue(FOLLOWED, claim("dead"));
      await store.claimDue(FOLLOWED, claim("alive", { nowMs: START_MS + 1 }));
      expect((await store.leaseOwners()).sort()).toEqual(["alive", "dead"]);
      await store.dropLeases(["dead"], START_MS + 2);
      const claimed = await store.claimDue(FOLLOWED, claim("worker-b", { nowMs: START_MS + 2 }));
      expect(claimed.map((job) => job.id)).toEqual(["a"]);
    });

    it("says when there is something to claim next", async () => {
      const store = await opened(
        { id: "a", status: "queued", nextCheckAtMs: START_MS + 10 },
        { id: "b", status: "running", nextCheckAtMs: START_MS },
        { id: "c", status: "waiting", upstream: "sandbox", nextCheckAtMs: START_MS + 7 },
      );
      const dueOf = async (status: JobStatus) => (await store.nextDue()).find((due) => due.status === status)?.atMs;
      expect(await store.nextDue()).toHaveLength(3);
      expect(await store.nextDue()).toContainEqual({ status: "waiting", upstream: "sandbox", atMs: START_MS + 7 });
      expect(await dueOf("running")).toBe(START_MS);
      await store.claimDue(FOLLOWED, claim("worker-a"));
      expect(await dueOf("running")).toBe(START_MS + 30_000);
      await store.update("a", { status: "failed", nextCheckAtMs: undefined }, { status: "queued" });
      expect(await dueOf("queued")).toBeUndefined();
    });
  });

  describe(`${name}: the line of waiting jobs`, () => {
    const SENT = { status: "submitting", nextCheckAtMs: START_MS + 120_000 } as const;
    const room = (maxInFlight: number, owner = "worker-a") => ({
      owner,
      maxInFlight,
      nowMs: START_MS,
      untilMs: START_MS + 120_000,
    });

    it("claims the oldest of one upstream first", async () => {
      const store = await opened(
        { id: "c", createdAtMs: START_MS - 1 },
        { id: "b", createdAtMs: START_MS - 2 },
        { id: "a", createdAtMs: START_MS - 2 },
        { id: "s", upstream: "sandbox", createdAtMs: START_MS - 9 },
        { id: "later", createdAtMs: START_MS - 9, nextCheckAtMs: START_MS + 1 },
      );
      const claimed = await store.claimWaiting("runcomfy", claim("worker-a", { limit: 2 }));
      expect(claimed.map((job) => job.id)).toEqual(["a", "b"]);
    });

    it("lets a job be sent once, by the worker that holds it", async () => {
      const store = await opened({});
      const [job] = await store.claimWaiting("runcomfy", claim("worker-a"));
      if (!job) throw new Error("nothing was claimed");
      expect(await store.beginSubmit(job, SENT, room(4, "worker-b"))).toBe(false);
      expect(await store.beginSubmit(job, SENT, room(4))).toBe(true);
      expect(await store.beginSubmit(job, SENT, room(4))).toBe(false);
      expect((await store.get(job.id))?.status).toBe("submitting");
    });

    it("sends no more than the limit at once, each upstream by itself", async () => {
      const store = await opened(
        { id: "a", status: "queued" },
        { id: "b", status: "running" },
        { id: "c", status: "archiving" },
        { id: "d", status: "running", upstream: "sandbox" },
        { id: "new" },
      );
      expect(await store.countInFlight("runcomfy")).toBe(2);
      expect(await store.countResultsToCome("runcomfy")).toBe(3);
      const [job] = await store.claimWaiting("runcomfy", claim("worker-a"));
      if (!job) throw new Error("nothing was claimed");
      expect(await store.beginSubmit(job, SENT, room(2))).toBe(false);
      expect(await store.beginSubmit(job, SENT, room(3))).toBe(true);
    });

    it("sends another in the place of a job that could not be read for an hour", async () => {
      const store = await opened(
        { id: "a", status: "queued", attempts: 60 },
        { id: "b", status: "running", attempts: 59 },
        { id: "c", status: "submitting", attempts: 60 },
        { id: "new" },
      );
      expect(await store.countInFlight("runcomfy")).toBe(2);
      const [job] = await store.claimWaiting("runcomfy", claim("worker-a"));
      if (!job) throw new Error("nothing was claimed");
      expect(await store.beginSubmit(job, SENT, room(2))).toBe(false);
      expect(await store.beginSubmit(job, SENT, room(3))).toBe(true);
    });

    it("does not send a new job past an older one that waits", async () => {
      const store = await opened({ id: "older", createdAtMs: START_MS - 1 });
      const newer = makeJob({ id: "newer" });
      await store.insert(newer, LEASE);
      expect(await store.beginSubmit(newer, SENT, room(4))).toBe(false);
      // Once a worker has the older one in hand, it holds nobody up.
      await store.claimWaiting("runcomfy", claim("worker-b"));
      expect(await store.beginSubmit(newer, SENT, room(4))).toBe(true);
    });
  });

  describe(`${name}: lists`, () => {
    const ids = async (store: JobStore, query: Partial<JobListQuery>) =>
      (await store.list({ limit: 100, ...query })).map(({ job }) => job.id);

    it("pages through every job once, newest first, also where times are equal", async () => {
      const ages = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(ages, fc.integer({ min: 1, max: 5 }), async (createdAtMs, limit) => {
          const store = await opened(...createdAtMs.map((at, index) => ({ id: `job-${index}`, createdAtMs: at })));
          const seen: Job[] = [];
          for (let page = await store.list({ limit }); page.length > 0; ) {
            seen.push(...page.map(({ job }) => job));
            const last = seen.at(-1);
            page = last ? await store.list({ limit, after: last }) : [];
          }
          const sorted = [...seen].sort((a, b) => b.createdAtMs - a.createdAtMs || (a.id < b.id ? 1 : -1));
          expect(seen).toEqual(sorted);
          expect(new Set(seen.map((job) => job.id)).size).toBe(createdAtMs.length);
        }),
        { numRuns: 10 },
      );
    });

    it("filters by status, model and ids", async () => {
      const store = await opened(
        { id: "a", status: "failed" },
        { id: "b", status: "queued", modelId: "acme/other" },
        { id: "c", status: "queued" },
      );
      expect(await ids(store, { statuses: ["queued"] })).toEqual(["c", "b"]);
      expect(await ids(store, { statuses: ["failed", "lost"] })).toEqual(["a"]);
      expect(await ids(store, { modelId: "acme/other" })).toEqual(["b"]);
      expect(await ids(store, { ids: ["a", "c", "nobody"] })).toEqual(["c", "a"]);
      expect(await ids(store, { ids: [] })).toEqual([]);
    });

    it.each<[string, string[], string[]]>([
      ["part of a word", ["lanter"], ["en"]],
      ["one Chinese character", ["雪"], ["zh"]],
      ["two Chinese characters", ["燈籠"], ["zh"]],
      ["Japanese that was written in halfwidth kana", ["カメラ"], ["ja"]],
      ["Korean that was written decomposed", ["골목"], ["nfd"]],
      ["Korean", ["등불"], ["ko"]],
      ["two words in any order", ["snow", "paper"], ["en"]],
      ["a word and one that is missing", ["snow", "summer"], []],
      ["a percent sign", ["100%"], ["odd"]],
      ["an underscore", ["a_b"], ["odd"]],
      ["a backslash", ["\\"], ["odd"]],
      ["full-width letters", ["abc"], ["odd"]],
      ["the model", ["acme/other"], ["ko"]],
      ["a file, which is no text", ["asset"], []],
    ])("finds %s", async (_what, words, found) => {
      const store = await opened(
        { id: "en", input: { prompt: "A paper Lantern in the SNOW", image: "asset:1" } },
        { id: "zh", input: { prompt: "雪中的燈籠" } },
        { id: "ja", input: { prompt: "ｶﾒﾗが引いていく" } },
        { id: "nfd", input: { prompt: "해 질 녘 골목".normalize("NFD") } },
        { id: "ko", input: { nested: [{ text: "눈 속의 등불" }] }, modelId: "acme/other" },
        { id: "odd", input: { prompt: "100% a_b \\ ＡＢＣ axb 1000" } },
      );
      expect(await ids(store, { words })).toEqual(found);
    });
  });

  it(`${name}: finds a word that is everywhere, page by page`, async () => {
    const store = await open();
    const jobs = Array.from({ length: 520 }, (_, n) =>
      makeJob({ id: `job-${n}`, createdAtMs: START_MS + n, input: { prompt: n === 3 ? "an owl" : "a fox" } }),
    );
    for (const job of jobs) await store.insert(job, OVER);
    const page = await store.list({ limit: 2, words: ["fox"] });
    expect(page.map(({ job }) => job.id)).toEqual(["job-519", "job-518"]);
    const after = { createdAtMs: START_MS + 4, id: "job-4" };
    const last = await store.list({ limit: 10, words: ["fox"], after });
    expect(last.map(({ job }) => job.id)).toEqual(["job-2", "job-1", "job-0"]);
  });

  it(`${name}: knows how long the last successes of a model ran`, async () => {
    const succeeded = (n: number, over: Partial<Job> = {}): Partial<Job> => ({
      id: `job-${n}`,
      status: "succeeded",
      createdAtMs: START_MS + n,
      startedAtMs: START_MS,
      finishedAtMs: START_MS + n * 1_000,
      ...over,
    });
    const many = Array.from({ length: 25 }, (_, n) => succeeded(n));
    const store = await opened(
      ...many,
      { id: "failed", status: "failed", startedAtMs: 0, finishedAtMs: 1, createdAtMs: START_MS + 99 },
      succeeded(40, { upstream: "sandbox" }),
      {
        id: "other",
        modelId: "acme/other",
        status: "succeeded",
        submittedAtMs: START_MS,
        finishedAtMs: START_MS + 9_000,
      },
    );
    const times = await store.recentRunTimes([
      { modelId: "acme/clip/text-to-video", upstream: "runcomfy" },
      { modelId: "acme/other", upstream: "runcomfy" },
      { modelId: "acme/none", upstream: "runcomfy" },
    ]);
    expect(times.filter((time) => time.modelId === "acme/other").map((time) => time.ranMs)).toEqual([9_000]);
    const own = times.filter((time) => time.modelId === "acme/clip/text-to-video").map((time) => time.ranMs);
    expect(own).toHaveLength(20);
    expect(Math.min(...own)).toBe(5_000);
  });
}
