import { apiHandler } from "@/lib/server/handler";
import { answerGroup, tickIfAsleep } from "@/lib/server/job-answers";

export const GET = apiHandler<{ id: string }>(async ({ container, locale, params }) => {
  const answer = await answerGroup(params.id, { container, locale });
  tickIfAsleep(container);
  return answer;
});
