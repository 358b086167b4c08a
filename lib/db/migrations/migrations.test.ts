import { Kysely, SqliteDialect, sql } from "kysely";
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
  const columns = sql.join(Object.keys(old).map((key) => sql.ref(key)));
  await sql`insert into jobs (${columns}) values (${sql.join(Object.values(old))})`.execute(db);

  await migrate(db, MIGRATIONS, 2);
  const store = createJobStore(db);
  const job = await store.get("old");
  expect(job).toMatchObject({ status: "waiting", input: { prompt: "a fox" } });
  expect(job).not.toHaveProperty("groupId");
  await store.insertGroup(makeGroup(), [makeJob({ groupId: "group-1", groupPlace: 0 })]);
  expect((await store.list({ limit: 9 })).map((view) => view.job.id)).toEqual(["job-1", "old"]);
});

it("finds earlier jobs by what they have made and name", async () => {
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: openConnection(":memory:") }) });
  onTestFinished(() => db.destroy());
  await migrate(db, MIGRATIONS.slice(0, 4), 1);
  const insert = (table: string, rows: Record<string, string | number>[]) =>
    Promise.all(
      rows.map((row) =>
        sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((key) => sql.ref(key)))}) values (${sql.join(Object.values(row))})`.execute(
          db,
        ),
      ),
    );
  const job = {
    model_id: "m",
    upstream: "sandbox",
    status: "succeeded",
    payload_hash: "h",
    remote_outputs: "[]",
    created_at: 1,
    attempts: 0,
  };
  await insert("jobs", [
    {
      ...job,
      id: "made",
      input: '{"image_urls":["asset:photo","asset:photo"],"prompt":"asset: a word"}',
      frame_width: 1,
      frame_height: 9,
    },
    { ...job, id: "planned", input: "{}", frame_width: 720, frame_height: 1280 },
    { ...job, id: "bare", input: "{}" },
  ]);
  const asset = {
    kind: "video",
    origin: "output",
    media_type: "video/mp4",
    bytes: 1,
    sha256: "0".repeat(64),
    created_at: 1,
  };
  await insert("assets", [{ ...asset, id: "a", file_key: "k", width: 1280, height: 720, duration_ms: 5_000 }]);
  await insert("job_outputs", [{ job_id: "made", position: 0, asset_id: "a" }]);

  await migrate(db, MIGRATIONS, 2);
  const found = await db.selectFrom("jobs").select(["id", "output_kind", "shape", "length_ms"]).orderBy("id").execute();
  expect(found.map((row) => Object.values(row))).toEqual([
    ["bare", null, null, 0],
    ["made", "video", "wide", 5_000],
    ["planned", null, "tall", 0],
  ]);
  expect(await db.selectFrom("job_references").selectAll().orderBy("asset_id").execute()).toContainEqual({
    job_id: "made",
    asset_id: "photo",
  });
});
