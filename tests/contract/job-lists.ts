import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CollectionStore, Shelf } from "@/lib/gallery/ports";
import type { Job, JobStatus } from "@/lib/jobs/job";
import { listQueryOf, sortedCursorAfter } from "@/lib/jobs/list-query";
import type { JobListQuery, JobSort, JobStore, ListedJob } from "@/lib/jobs/ports";
import { shapeOf } from "@/lib/jobs/shape";
import type { Asset } from "@/lib/storage/asset";
import { makeAsset } from "@/tests/support/jobs/asset";
import { makeJob, START_MS } from "@/tests/support/jobs/job";

export type Stores = { jobs: JobStore; shelf: Shelf; collections: CollectionStore };
type Known = { job: Job; output?: Asset; place?: number };

const COLLECTION = "collection-1";
const OVER = { owner: "test", untilMs: 0 };
const FRAMES = [
  { width: 1280, height: 720 },
  { width: 1024, height: 1000 },
  { width: 720, height: 1280 },
];
const SORTS: JobSort[] = ["newest", "oldest", "rating", "longest", "collection"];

/** Few moments, ratings and lengths, so that many jobs are alike in what a list is sorted by. */
const anyJob = fc.record({
  status: fc.constantFrom<JobStatus>("queued", "failed", "succeeded"),
  modelId: fc.constantFrom("acme/clip", "acme/still"),
  upstream: fc.constantFrom("runcomfy" as const, "sandbox" as const),
  minute: fc.nat({ max: 5 }),
  rating: fc.nat({ max: 5 }),
  favourite: fc.boolean(),
  frame: fc.constantFrom(...FRAMES),
  kind: fc.constantFrom("video" as const, "image" as const),
  seconds: fc.nat({ max: 3 }),
  word: fc.constantFrom("a fox", "狐狸", "100% red"),
  isCollected: fc.boolean(),
});

type Facts = typeof anyJob extends fc.Arbitrary<infer T> ? T : never;

const anyQuery: fc.Arbitrary<JobListQuery> = fc
  .record(
    {
      limit: fc.integer({ min: 1, max: 9 }),
      sort: fc.constantFrom(...SORTS),
      statuses: fc.subarray<JobStatus>(["queued", "failed", "succeeded"], { minLength: 1 }),
      modelId: fc.constant("acme/clip"),
      upstream: fc.constant("sandbox" as const),
      minRating: fc.integer({ min: 1, max: 5 }),
      favourite: fc.constant(true as const),
      fromMs: fc.nat({ max: 5 }).map((minute) => START_MS + minute * 60_000),
      toMs: fc.nat({ max: 6 }).map((minute) => START_MS + minute * 60_000),
      shape: fc.constantFrom("wide" as const, "square" as const, "tall" as const),
      kind: fc.constantFrom("video" as const, "image" as const),
      words: fc.constantFrom(["fox"], ["狐"], ["0%"]),
      collectionId: fc.constant(COLLECTION),
    },
    { requiredKeys: ["limit"] },
  )
  .map((query) => (query.sort === "collection" ? { ...query, collectionId: COLLECTION } : query));

/** What every list of jobs guarantees, whatever it is filtered and sorted by. */
export function describeJobLists(name: string, open: () => Promise<Stores>) {
  describe(`${name}: lists`, () => {
    it("reads every job once and in order, page by page, under any filter and sort, while jobs are added", {
      timeout: 120_000,
    }, async () => {
      const stores = await open();
      await stores.collections.insert({ id: COLLECTION, name: "c", createdAtMs: 0, updatedAtMs: 0 }, 9);
      const known: Known[] = [];
      const add = async (made: Facts[]) => {
        for (const facts of made) known.push(await store(stores, known.length, facts));
      };
      await add(fc.sample(anyJob, { numRuns: 60, seed: 1 }));
      const added = fc.array(anyJob, { maxLength: 2 });
      await fc.assert(
        fc.asyncProperty(anyQuery, added, async (query, more) => {
          const expected = known.filter((one) => matches(one, query)).sort(inOrder(query.sort ?? "newest"));
          const old = new Set(known.map(({ job }) => job.id));
          let isAdded = false;
          const read = await readAll(stores.jobs, query, async () => {
            if (!isAdded) await add(more);
            isAdded = true;
          });
          expect(new Set(read).size).toBe(read.length);
          expect(read.filter((id) => old.has(id))).toEqual(expected.map(({ job }) => job.id));
        }),
        { numRuns: 120 },
      );
    });

    it("keeps outputs and what a job was said to be", async () => {
      const { jobs, shelf } = await open();
      await jobs.insert(makeJob({ status: "archiving" }), OVER);
      await jobs.storeOutputs("job-1", [makeAsset("a")], { status: "succeeded" }, { status: "archiving" });
      await shelf.act(["job-1"], { kind: "mark", marks: { rating: 4, favourite: true, note: "the best 狐狸" } });
      const [listed] = await jobs.list({ limit: 9, minRating: 4 });
      expect(listed?.outputs.map(({ id }) => id)).toEqual(["a"]);
      expect(await jobs.get("job-1")).toMatchObject({ rating: 4, favourite: true, note: "the best 狐狸" });
      await shelf.act(["job-1"], { kind: "mark", marks: { rating: null, favourite: false, note: "" } });
      const plain = await jobs.get("job-1");
      for (const mark of ["rating", "favourite", "note"]) expect(plain).not.toHaveProperty(mark);
    });
  });
}

async function store({ jobs, shelf }: Stores, index: number, facts: Facts): Promise<Known> {
  const { status, modelId, upstream, minute, rating, favourite, frame, kind, seconds, word, isCollected } = facts;
  const job = makeJob({
    id: `job-${String((index * 7_919) % 10_007).padStart(5, "0")}`,
    status: status === "succeeded" ? "archiving" : status,
    ...{ modelId, upstream, favourite, frame, input: { prompt: word } },
    createdAtMs: START_MS + minute * 60_000,
    ...(rating > 0 && { rating }),
  });
  await jobs.insert(job, OVER);
  const output = makeAsset(`asset-${index}`, { kind, ...frame, durationMs: seconds * 1_000 });
  if (status === "succeeded") {
    await jobs.storeOutputs(job.id, [output], { status }, { status: "archiving" });
  }
  if (isCollected) await shelf.act([job.id], { kind: "collect", collectionId: COLLECTION });
  return {
    job: { ...job, status },
    ...(status === "succeeded" && { output }),
    ...(isCollected && { place: index }),
  };
}

function matches({ job, output, place }: Known, query: JobListQuery): boolean {
  const { statuses, modelId, upstream, minRating = 0, favourite, fromMs = 0, toMs = Number.MAX_VALUE } = query;
  return (
    (!statuses || statuses.includes(job.status)) &&
    (modelId === undefined || job.modelId === modelId) &&
    (upstream === undefined || job.upstream === upstream) &&
    (job.rating ?? 0) >= minRating &&
    (!favourite || job.favourite === true) &&
    job.createdAtMs >= fromMs &&
    job.createdAtMs < toMs &&
    (query.shape === undefined || shapeOf(output ?? job.frame) === query.shape) &&
    (query.kind === undefined || output?.kind === query.kind) &&
    (query.collectionId === undefined || place !== undefined) &&
    (query.words ?? []).every((word) => String(job.input.prompt).includes(word))
  );
}

function inOrder(sort: JobSort) {
  const byAge = (a: Known, b: Known) => b.job.createdAtMs - a.job.createdAtMs || (a.job.id < b.job.id ? 1 : -1);
  const orders: Record<JobSort, (a: Known, b: Known) => number> = {
    newest: byAge,
    oldest: (a, b) => byAge(b, a),
    rating: (a, b) => (b.job.rating ?? 0) - (a.job.rating ?? 0) || byAge(a, b),
    longest: (a, b) => (b.output?.durationMs ?? 0) - (a.output?.durationMs ?? 0) || byAge(a, b),
    collection: (a, b) => (a.place ?? 0) - (b.place ?? 0),
  };
  return orders[sort];
}

/** As a browser does, through the word that leads to the next page. */
async function readAll(store: JobStore, query: JobListQuery, afterPage: () => Promise<void>): Promise<string[]> {
  const { sort = "newest" } = query;
  const ids: string[] = [];
  let last: ListedJob | undefined;
  do {
    const { after } = last
      ? listQueryOf({ limit: 1, sort, collectionId: COLLECTION, cursor: sortedCursorAfter(last, sort) })
      : {};
    const page = await store.list({ ...query, ...(after && { after }) });
    ids.push(...page.map(({ job }) => job.id));
    last = page.length === query.limit ? page.at(-1) : undefined;
    await afterPage();
  } while (last);
  return ids;
}
