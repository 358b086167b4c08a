// A studio without Next, as a process that can be killed: submits the job given as JSON, prints `{id, isNew}`, follows it to its end,
// prints it, and ends. Configured by the environment as the real one is.
//   node scripts/run.mjs tests/support/jobs/server-process.ts '<JSON>'
import { setTimeout as pause } from "node:timers/promises";
import { isTerminal } from "@/lib/jobs/status";
import { getContainer } from "@/lib/server/container";

const print = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`);

const container = await getContainer();
await container.start();
const { id, isNew } = await container.submitJob(JSON.parse(process.argv[2] ?? "{}"));
print({ id, isNew });
for (;;) {
  const job = await container.readJob(id, "en");
  if (job && isTerminal(job.status)) {
    print({ job });
    break;
  }
  await pause(20);
}
await container.settle();
await container.close();
