import type { WirePromptList } from "@/lib/api/library-contract";
import { type PageRequest, pageOf, pageQuery } from "./page";
import type { PromptHistory } from "./ports";

/**
 * One page of the prompts that were sent; `modelName` gives a model's name where the model is still there.
 * @throws AppError `invalidRequest` for a wrong cursor
 */
export async function listPrompts(
  request: PageRequest,
  { prompts, modelName }: { prompts: PromptHistory; modelName: (modelId: string) => string | undefined },
): Promise<WirePromptList> {
  const { page, nextCursor } = pageOf(await prompts.page(pageQuery(request)), request.limit);
  return {
    prompts: page.map(({ text, modelId, jobId, count, createdAtMs }) => ({
      text,
      modelId,
      modelName: modelName(modelId) ?? modelId,
      jobId,
      usedAt: new Date(createdAtMs).toISOString(),
      count,
    })),
    nextCursor,
  };
}
