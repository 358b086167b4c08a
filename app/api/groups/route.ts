import { newGroupSchema } from "@/lib/api/contract";
import { submitHandler } from "@/lib/server/handler";
import { answerGroup, tickIfAsleep } from "@/lib/server/job-answers";
import { readJson } from "@/lib/server/json-body";

/** A hundred long prompts, in a script that takes three bytes a character. */
const MAX_BYTES = 4_000_000;

export const POST = submitHandler(async ({ container, locale, request, client }) => {
  const { id, isNew } = await container.submitGroup(await readJson(request, newGroupSchema, MAX_BYTES), client);
  tickIfAsleep(container);
  return answerGroup(id, { container, locale }, { status: isNew ? 201 : 200 });
});
