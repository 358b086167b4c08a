import { submitHandler } from "@/lib/server/handler";
import { answerJob } from "@/lib/server/job-answers";

export const POST = submitHandler<{ id: string }>(async ({ container, locale, params }) => {
  const { asked } = await container.lookAgain(params.id);
  return answerJob(params.id, { container, locale }, { with: { asked } });
});
