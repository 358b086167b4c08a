import { setTimeout as sleep } from "node:timers/promises";
import { jobAnswerSchema, type WireJob } from "@/lib/api/contract";
import { newShareAnswerSchema } from "@/lib/api/share-contract";
import type { JsonObject } from "@/lib/json";

const LOOK_AGAIN_MS = 100;
const ENDS: readonly WireJob["status"][] = ["succeeded", "failed", "cancelled", "unconfirmed", "lost"];

/** @throws Error where the studio does not make the job */
export async function postJob(studioUrl: string, modelId: string, input: JsonObject): Promise<WireJob> {
  return jobAnswerSchema.parse(await post(`${studioUrl}/api/jobs`, { modelId, input })).job;
}

/** The public address of a finished job. @throws Error where the studio does not make it */
export async function postShare(studioUrl: string, jobId: string): Promise<string> {
  return newShareAnswerSchema.parse(await post(`${studioUrl}/api/jobs/${jobId}/shares`, {})).url;
}

async function post(address: string, body: object): Promise<unknown> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (response.status !== 201) throw new Error(`The studio answered ${response.status}: ${JSON.stringify(answer)}`);
  return answer;
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
