import { submitHandler } from "@/lib/server/handler";
import { answerGroup } from "@/lib/server/job-answers";

export const POST = submitHandler<{ id: string }>(async ({ container, locale, params }) => {
  const counts = await container.cancelGroup(params.id);
  return answerGroup(params.id, { container, locale }, { with: counts });
});
