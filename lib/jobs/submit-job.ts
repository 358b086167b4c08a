import { AppError } from "@/lib/errors";
import type { JsonObject } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import type { Reached } from "./fault-point";
import type { Job, ParentLink, UpstreamName } from "./job";
import { chooseTarget, jobOf, type NewJobDeps, tryInput } from "./new-job";
import type { JobStore } from "./ports";
import { type BudgetDeps, spendOf } from "./reserve";
import { type Room, requireRoom } from "./room";
import { isAskedAgain } from "./same-request";
import { SUBMIT_LEASE_MS } from "./send-job";

/** A caller waits for upstream's answer no longer than this; the job goes on by itself. */
const ANSWER_WITHIN_MS = 2_000;

export type SubmitJobDeps = NewJobDeps &
  BudgetDeps & {
    store: JobStore;
    room: Room;
    /** Sends a job that `owner` has stored and holds. */
    send: (job: Job) => Promise<void>;
    owner: string;
    sleep: (ms: number) => Promise<void>;
    reached: Reached;
  };
export type NewJob = {
  modelId: string;
  input: JsonObject;
  upstream?: UpstreamName | undefined;
  clientRequestId?: string | undefined;
  parents?: ParentLink[] | undefined;
};

/**
 * Stores a new job durably, then sends it; returns its id as soon as its submit is answered or 2 s have passed. A `clientRequestId`
 * that is known already makes no new job: the same payload gives the job that has it (`isNew` false), also where it would be
 * refused today. `parents` are no part of the payload: they change nothing of what is made and paid, so a repetition with others is still a repetition. Those that are gone
 * are left out, since their sender cannot know it and wants the take.
 * @throws AppError `invalidInput` (also for a model or an upstream that the studio does not have), `conflict` (another payload
 * under the same `clientRequestId`), `noRoom`, `spendingCap`, `folderGone`
 */
export async function submitJob(request: NewJob, deps: SubmitJobDeps): Promise<{ id: string; isNew: boolean }> {
  const held = request.clientRequestId && (await deps.store.jobOfRequest(request.clientRequestId));
  if (held) return { id: await idOfHeld(held, request, deps), isNew: false };
  const { job, fields } = await newJob(request, deps);
  const lease = { owner: deps.owner, untilMs: deps.now() + SUBMIT_LEASE_MS };
  await requireRoom(job, "job", deps);
  const stored = await deps.store.insert(job, lease, request.parents, spendOf([job], fields, deps));
  if (stored.kind === "taken") return { id: await idOfHeld(stored.job, request, deps), isNew: false };
  deps.reached("job-stored");
  await Promise.race([deps.send(job), deps.sleep(ANSWER_WITHIN_MS)]);
  return { id: job.id, isNew: true };
}

async function newJob(request: NewJob, deps: SubmitJobDeps): Promise<{ job: Job; fields: Field[] }> {
  const { clientRequestId } = request;
  const target = chooseTarget(request, deps);
  const result = await tryInput(target.fields, request.input, deps.assets);
  if (!result.ok) {
    const { issues } = result;
    throw new AppError("invalidInput", { count: issues.length }, { issues });
  }
  const modelVersion = await deps.keepVersion(target.modelId);
  const job = jobOf({ ...target, modelVersion }, result.checked, deps.newId(), deps.now());
  const { fields } = target;
  return { job: { ...job, ...(clientRequestId !== undefined && { clientRequestId }) }, fields };
}

async function idOfHeld(held: Job, request: NewJob, deps: SubmitJobDeps): Promise<string> {
  if (held.deletedAtMs !== undefined) throw new AppError("conflict", { reason: "deleted" });
  const { modelId, upstream, input } = request;
  const payloadOf = ([first = {}]: JsonObject[]) => ({ input: first });
  if (!(await isAskedAgain(held, { modelId, upstream, inputs: [input] }, { payloadOf, deps }))) {
    throw new AppError("conflict", { reason: "otherPayload" });
  }
  return held.id;
}
