import fc from "fast-check";
import { expect, it } from "vitest";
import { createJobStore } from "@/lib/db/job-store";
import { makeJob, START_MS } from "@/tests/support/jobs/job";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";
import { readNeighbours } from "./read-neighbours";

it("leads through all takes in the order of the list, also those of one moment, past what is deleted", async () => {
  const { db } = await temporaryDatabase();
  const store = createJobStore(db);
  let made = 0;
  const anyTake = fc.record({ minute: fc.nat({ max: 3 }), isDeleted: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(anyTake, { minLength: 1, maxLength: 4 }), async (takes) => {
      for (const { minute, isDeleted } of takes) {
        const id = `job-${++made}`;
        await store.insert(makeJob({ id, createdAtMs: START_MS + minute * 60_000 }), { owner: "test", untilMs: 0 });
        if (isDeleted) await store.update(id, { deletedAtMs: START_MS }, { status: "waiting" });
      }
      const ids = (await store.list({ limit: 1000 })).map(({ job }) => job.id);
      for (const [place, id] of ids.entries()) {
        const { newer, older } = await readNeighbours(id, store);
        expect([newer, older]).toEqual([ids[place - 1], ids[place + 1]]);
      }
    }),
    { numRuns: 10 },
  );
});

it("knows none of a take that is not there", async () => {
  const { db } = await temporaryDatabase();
  expect(await readNeighbours("nobody", createJobStore(db))).toEqual({});
});
