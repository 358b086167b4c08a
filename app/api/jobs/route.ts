import { jobQuerySchema, newJobSchema } from "@/lib/api/contract";
import { apiHandler, submitHandler } from "@/lib/server/handler";
import { answerJob, answerTagged, tickIfAsleep } from "@/lib/server/job-answers";
import { readJson } from "@/lib/server/json-body";
import { readQuery } from "@/lib/server/parse";

export const GET = apiHandler(async ({ container, locale, request }) => {
  const list = await container.listJobs(readQuery(request, jobQuerySchema), locale);
  tickIfAsleep(container);
  return answerTagged(list, request);
});

export const POST = submitHandler(async ({ container, locale, request, client }) => {
  const { id, isNew } = await container.submitJob(await readJson(request, newJobSchema), client);
  tickIfAsleep(container);
  return answerJob(id, { container, locale }, { status: isNew ? 201 : 200 });
});
