import type { CompiledQuery } from "kysely";
import { describe, expect, it } from "vitest";
import type { JobListQuery } from "@/lib/jobs/ports";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";
import { pageQuery } from "./job-list";

const AFTER = { key: 3, createdAtMs: 1, id: "a" };
const CLIP = { modelId: "acme/clip" } as const;

async function planOf(query: Partial<JobListQuery>): Promise<string[]> {
  const { db } = await temporaryDatabase();
  const { sql, parameters } = pageQuery(db, { limit: 51, ...query }).compile();
  const plan: CompiledQuery<{ detail: string }> = {
    ...{ sql: `explain query plan ${sql}`, parameters, query: { kind: "RawNode", sqlFragments: [], parameters: [] } },
    queryId: { queryId: "plan" },
  };
  return (await db.executeQuery(plan)).rows.map(({ detail }) => detail);
}

/** The wide index of the sort, walked from the page's first place: it holds every column that is filtered by. */
const WALKED: [string, Partial<JobListQuery>, string][] = [
  ["nothing", {}, "jobs_by_age"],
  ["oldest first", { sort: "oldest" }, "jobs_by_age"],
  ["best first", { sort: "rating" }, "jobs_by_rating"],
  ["longest first", { sort: "longest" }, "jobs_by_length"],
  ["dates", { fromMs: 1, toMs: 9 }, "jobs_by_age"],
  ["several filters", { ...CLIP, shape: "tall", statuses: ["failed", "lost"] }, "jobs_by_age"],
  ["best first of a model", { ...CLIP, sort: "rating", fromMs: 1 }, "jobs_by_rating"],
  ["longest first of favourites", { favourite: true, sort: "longest", statuses: ["failed"] }, "jobs_by_length"],
  ["common words", { ...CLIP, words: ["fox"] }, "jobs_by_age"],
];
/** One filter alone, by its own index in the order of age. */
const LED: [string, Partial<JobListQuery>, string][] = [
  ["a model", CLIP, "jobs_by_model"],
  ["a state", { statuses: ["failed"] }, "jobs_by_status"],
  ["several states", { statuses: ["failed", "lost", "cancelled"] }, "jobs_by_status"],
  ["an upstream", { upstream: "sandbox" }, "jobs_by_upstream"],
  ["a shape", { shape: "tall" }, "jobs_by_shape"],
  ["a kind", { kind: "image" }, "jobs_by_kind"],
  ["a model and a day", { ...CLIP, fromMs: 1, toMs: 2 }, "jobs_by_model"],
  ["favourites", { favourite: true }, "favourite_jobs"],
  ["rated jobs", { minRating: 4 }, "rated_jobs"],
  ["a model, oldest first", { ...CLIP, sort: "oldest" }, "jobs_by_model"],
];

describe("a page of the list", () => {
  it.each([...WALKED, ...LED])("of %s reads an index in its order", async (_what, query, index) => {
    for (const after of [{}, { after: AFTER }]) {
      const plan = await planOf({ ...query, ...after });
      expect(plan).toContainEqual(expect.stringMatching(new RegExp(`jobs USING INDEX ${index}\\b`)));
      expect(plan.join("\n")).not.toMatch(/TEMP B-TREE|SCAN jobs$/m);
    }
  });

  it("of a collection in its order reads the collection's index", async () => {
    const plan = await planOf({ collectionId: "c", sort: "collection", after: AFTER });
    expect(plan.join("\n")).toMatch(/collection_jobs USING (COVERING )?INDEX collection_jobs_by_place/);
    expect(plan.join("\n")).not.toMatch(/TEMP B-TREE|SCAN/);
  });

  /** Few rows in any case (a group holds at most 100, a search names at most 2,000), so that they are sorted when they are found. */
  it.each<[string, Partial<JobListQuery>, RegExp]>([
    ["a group", { groupId: "g" }, /jobs USING INDEX jobs_by_group/],
    ["named jobs", { ids: ["a", "b", "c"], ...CLIP }, /jobs USING INDEX sqlite_autoindex_jobs_1/],
    ["a collection by age", { collectionId: "c", sort: "newest" }, /collection_jobs USING (COVERING )?INDEX/],
  ])("of %s starts from its few rows", async (_what, query, index) => {
    const plan = await planOf(query);
    expect(plan[0]).toMatch(index);
    expect(plan.join("\n")).not.toMatch(/SCAN/);
  });
});
