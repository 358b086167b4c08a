import { onTestFinished } from "vitest";
import { createJobStore } from "@/lib/db/job-store";
import { openReader } from "@/lib/db/open-reader";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";
import { describeJobStore } from "./job-store";

describeJobStore("SQLite", async () => createJobStore((await temporaryDatabase()).db));

describeJobStore("SQLite with a connection for reading", async () => {
  const { db, path } = await temporaryDatabase();
  const reader = openReader({ path });
  onTestFinished(() => reader.close());
  return createJobStore(db, reader);
});
