import { onTestFinished } from "vitest";
import { createJobStore } from "@/lib/db/job-store";
import { openReader } from "@/lib/db/open-reader";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";
import { describeJobGroups } from "./job-groups";
import { describeJobStore } from "./job-store";

for (const describeSuite of [describeJobStore, describeJobGroups]) {
  describeSuite("SQLite", async () => createJobStore((await temporaryDatabase()).db));

  describeSuite("SQLite with a connection for reading", async () => {
    const { db, path } = await temporaryDatabase();
    const reader = openReader({ path });
    onTestFinished(() => reader.close());
    return createJobStore(db, reader);
  });
}
