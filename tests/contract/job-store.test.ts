import { createJobStore } from "@/lib/db/job-store";
import { temporaryDatabase } from "@/tests/support/jobs/temporary-database";
import { describeJobStore } from "./job-store";

describeJobStore("SQLite", async () => createJobStore((await temporaryDatabase()).db));
