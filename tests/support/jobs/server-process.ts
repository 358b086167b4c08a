// A studio without Next, as a process that can be killed: submits the job or the group given as JSON, prints `{id, isNew}`, follows it
// to its end, prints it, and ends. Configured by the environment as the real one is.
//   node scripts/run.mjs tests/support/jobs/server-process.ts '<JSON>'
import { setTimeout as pause } from "node:timers/promises";
import { isTerminal } from "@/lib/jobs/status";
import { getContainer } from "@/lib/server/container";

const print = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`);

const container = await getContainer();
await container.start();
const request = JSON.parse(process.argv[2] ?? "{}");
const isGroup = "inputs" in request;
const { id, isNew } = await (isGroup ? container.submitGroup(request, "test") : container.submitJob(request, "test"));
print({ id, isNew });
for (;;) {
  const jobs = isGroup ? await jobsOf(id) : [await container.readJob(id, "en")];
  if (jobs.every((job) => job && isTerminal(job.status))) {
    print(isGroup ? { jobs } : { job: jobs[0] });
    break;
  }
  await pause(20);
}
await container.settle();
await container.close();

async function jobsOf(groupId: string) {
  const group = await container.readGroup(groupId, "en");
  return Promise.all((group?.jobIds ?? []).map((jobId) => container.readJob(jobId, "en")));
}
