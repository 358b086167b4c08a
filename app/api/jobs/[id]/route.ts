import { apiHandler } from "@/lib/server/handler";
import { answerJob, tickIfAsleep } from "@/lib/server/job-answers";

type Params = { id: string };

export const GET = apiHandler<Params>(async ({ container, locale, params }) => {
  const answer = await answerJob(params.id, { container, locale });
  tickIfAsleep(container);
  return answer;
});

export const DELETE = apiHandler<Params>(async ({ container, params }) => {
  await container.removeJob(params.id);
  return new Response(null, { status: 204 });
});
