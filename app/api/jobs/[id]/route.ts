import { jobMarksSchema } from "@/lib/api/gallery-contract";
import { apiHandler } from "@/lib/server/handler";
import { answerJob, tickIfAsleep } from "@/lib/server/job-answers";
import { readJson } from "@/lib/server/json-body";

type Params = { id: string };

export const GET = apiHandler<Params>(async ({ container, locale, params, request }) => {
  const isAsked = request.url.endsWith("?with=collections");
  const more = isAsked ? { job: { collectionIds: await container.collectionsOf(params.id) } } : {};
  const answer = await answerJob(params.id, { container, locale }, more);
  tickIfAsleep(container);
  return answer;
});

export const PATCH = apiHandler<Params>(async ({ container, locale, params, request }) => {
  await container.markJob(params.id, await readJson(request, jobMarksSchema));
  return answerJob(params.id, { container, locale });
});

export const DELETE = apiHandler<Params>(async ({ container, params }) => {
  await container.removeJob(params.id);
  return new Response(null, { status: 204 });
});
