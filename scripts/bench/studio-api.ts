import { setTimeout as sleep } from "node:timers/promises";
import { jobAnswerSchema, type WireJob } from "@/lib/api/contract";
import type { JsonObject } from "@/lib/json";

const LOOK_AGAIN_MS = 100;
const ENDS: readonly WireJob["status"][] = ["succeeded", "failed", "cancelled", "unconfirmed", "lost"];

/** @throws Error where the studio does not make the job */
export async function postJob(studioUrl: string, modelId: string, input: JsonObject): Promise<WireJob> {
  const response = await fetch(`${studioUrl}/api/jobs`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ modelId, input }),
  });
  const answer = await response.json();
  if (response.status !== 201) throw new Error(`The studio answered ${response.status}: ${JSON.stringify(answer)}`);
  return jobAnswerSchema.parse(answer).job;
}

export async function readJob(studioUrl: string, id: string): Promise<WireJob> {
  return jobAnswerSchema.parse(await (await fetch(`${studioUrl}/api/jobs/${id}`)).json()).job;
}

/** Waits for a job's end, whatever it is. */
export async function untilEnded(studioUrl: string, id: string): Promise<WireJob> {
  for (;;) {
    const job = await readJob(studioUrl, id);
    if (ENDS.includes(job.status)) return job;
    await sleep(LOOK_AGAIN_MS);
  }
}
