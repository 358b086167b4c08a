import { Kysely, SqliteDialect } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { createJobStore } from "@/lib/db/job-store";
import { openConnection } from "@/lib/db/libsql-connection";
import { migrate } from "@/lib/db/migrate";
import type { Database } from "@/lib/db/schema";
import { makeGroup, makeJob } from "@/tests/support/jobs/job";
import { initial } from "./001-initial";
import { MIGRATIONS } from "./all";

it("keeps the jobs of a database of the first version, and lets groups join them", async () => {
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: openConnection(":memory:") }) });
  onTestFinished(() => db.destroy());
  await migrate(db, [initial], 1);
  const old = {
    id: "old",
    model_id: "acme/clip/text-to-video",
    upstream: "sandbox",
    status: "waiting",
    input: '{"prompt":"a fox"}',
    payload_hash: "hash-1",
    remote_outputs: "[]",
    created_at: 1,
    next_check_at: 1,
    attempts: 0,
  };
  await db.insertInto("jobs").values(old).execute();

  await migrate(db, MIGRATIONS, 2);
  const store = createJobStore(db);
  const job = await store.get("old");
  expect(job).toMatchObject({ status: "waiting", input: { prompt: "a fox" } });
  expect(job).not.toHaveProperty("groupId");
  await store.insertGroup(makeGroup(), [makeJob({ groupId: "group-1", groupPlace: 0 })]);
  expect((await store.list({ limit: 9 })).map((view) => view.job.id)).toEqual(["job-1", "old"]);
});
