import { type APIRequestContext, expect } from "@playwright/test";
import type { JobStatus } from "@/lib/jobs/job";

const TEXT_ONLY = "tencent/hunyuan/text-to-video";

/** A finished take that is rendered and decoded in little time. */
export function makeSmallTake(request: APIRequestContext, prompt: string): Promise<string> {
  return makeTake(request, TEXT_ONLY, { prompt, resolution: "480p", num_frames: 85 });
}

/** A take that the service refuses: it ends at once, and nothing is rendered. */
export function makeRefusedTake(request: APIRequestContext, prompt: string): Promise<string> {
  return makeJob(request, TEXT_ONLY, { prompt: `[refuse] ${prompt}` }, "failed");
}

/** A finished take, made through the API with what the model's example asks for. */
export function makeTake(request: APIRequestContext, modelId: string, input: object): Promise<string> {
  return makeJob(request, modelId, input, "succeeded");
}

async function makeJob(request: APIRequestContext, modelId: string, input: object, end: JobStatus): Promise<string> {
  const made = await request.post("/api/jobs", { data: { modelId, input } });
  expect(made.status()).toBe(201);
  const { job } = await made.json();
  const status = async () => (await (await request.get(`/api/jobs/${job.id}`)).json()).job.status;
  await expect.poll(status, { timeout: 60_000 }).toBe(end);
  return job.id;
}
