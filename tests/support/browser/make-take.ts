import { type APIRequestContext, expect } from "@playwright/test";

/** A finished take, made through the API with what the model's example asks for. */
export async function makeTake(request: APIRequestContext, modelId: string, input: object): Promise<string> {
  const made = await request.post("/api/jobs", { data: { modelId, input } });
  expect(made.status()).toBe(201);
  const { job } = await made.json();
  const status = async () => (await (await request.get(`/api/jobs/${job.id}`)).json()).job.status;
  await expect.poll(status, { timeout: 60_000 }).toBe("succeeded");
  return job.id;
}
