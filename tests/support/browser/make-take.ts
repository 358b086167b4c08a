import { type APIRequestContext, expect } from "@playwright/test";

const TEXT_ONLY = "tencent/hunyuan/text-to-video";

/** A finished take that is rendered and decoded in little time. */
export function makeSmallTake(request: APIRequestContext, prompt: string): Promise<string> {
  return makeTake(request, TEXT_ONLY, { prompt, resolution: "480p", num_frames: 85 });
}

/** A finished take, made through the API with what the model's example asks for. */
export async function makeTake(request: APIRequestContext, modelId: string, input: object): Promise<string> {
  const made = await request.post("/api/jobs", { data: { modelId, input } });
  expect(made.status()).toBe(201);
  const { job } = await made.json();
  const status = async () => (await (await request.get(`/api/jobs/${job.id}`)).json()).job.status;
  await expect.poll(status, { timeout: 60_000 }).toBe("succeeded");
  return job.id;
}
