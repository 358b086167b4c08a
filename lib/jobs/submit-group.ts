import { AppError } from "@/lib/errors";
import type { JsonObject } from "@/lib/json";
import type { Field, FieldIssue } from "@/lib/schema/field";
import type { AssetStore } from "@/lib/storage/ports";
import type { Reached } from "./fault-point";
import type { GroupAxis, JobGroup } from "./group";
import type { UpstreamName } from "./job";
import { type CheckedInput, chooseTarget, jobOf, type NewJobDeps, tryInput } from "./new-job";
import { payloadHashOf } from "./payload-hash";
import type { GroupParentLink, JobStore } from "./ports";
import { type BudgetDeps, spendOf } from "./reserve";
import { type Room, requireRoom } from "./room";
import { isAskedAgain } from "./same-request";

export type SubmitGroupDeps = NewJobDeps & BudgetDeps & { store: JobStore; room: Room; reached: Reached };
export type NewGroup = {
  modelId: string;
  inputs: JsonObject[];
  upstream?: UpstreamName | undefined;
  clientRequestId?: string | undefined;
  axes?: GroupAxis[] | undefined;
  parents?: GroupParentLink[] | undefined;
};

/**
 * Stores a job for each input durably, all or none, and returns the group's id; the reconciler sends them in their order. A
 * `clientRequestId` that is known already makes no new group: the same payload gives the group that has it (`isNew` false). This
 * and `parents` are treated as by `submitJob`.
 * @throws AppError `invalidInput` naming every wrong field as `inputs.<place>.<field>`, `conflict` (another payload under the same
 * `clientRequestId`), `noRoom`, `spendingCap` where not all of it fits, `folderGone`
 */
export async function submitGroup(request: NewGroup, deps: SubmitGroupDeps): Promise<{ id: string; isNew: boolean }> {
  const { axes = [], clientRequestId } = request;
  const held = clientRequestId && (await deps.store.groupOfRequest(clientRequestId));
  if (held) return { id: await idOfHeld(held, request, deps), isNew: false };
  const chosen = chooseTarget(request, deps);
  const { modelId, upstream } = chosen;
  const checked = await checkInputs(chosen.fields, request.inputs, deps.assets);
  const target = { ...chosen, modelVersion: await deps.keepVersion(modelId) };
  const inputs = checked.map(({ input }) => input);
  const group: JobGroup = {
    id: deps.newId(),
    modelId,
    upstream,
    axes,
    ...(clientRequestId !== undefined && { clientRequestId }),
    payloadHash: payloadHashOf({ modelId, upstream, inputs, axes }),
    createdAtMs: deps.now(),
  };
  await requireRoom(group, "group", deps);
  const jobs = checked.map(jobAt);
  const spend = spendOf(jobs, target.fields, deps);
  const stored = await deps.store.insertGroup(group, jobs, request.parents, spend);
  if (stored.kind === "taken") return { id: await idOfHeld(stored.group, request, deps), isNew: false };
  deps.reached("job-stored");
  return { id: group.id, isNew: true };

  function jobAt(input: CheckedInput, place: number) {
    const job = jobOf(target, input, deps.newId(), group.createdAtMs);
    // A millisecond apart, so that every list and the line of waiting jobs have them in their order.
    return { ...job, createdAtMs: group.createdAtMs + place, groupId: group.id, groupPlace: place };
  }
}

async function checkInputs(
  fields: Field[],
  inputs: readonly JsonObject[],
  assets: AssetStore,
): Promise<CheckedInput[]> {
  const checked: CheckedInput[] = [];
  const issues: FieldIssue[] = [];
  for (const [place, input] of inputs.entries()) {
    const result = await tryInput(fields, input, assets);
    if (result.ok) checked.push(result.checked);
    else issues.push(...result.issues.map((issue) => ({ ...issue, field: `inputs.${place}.${issue.field}` })));
  }
  if (issues.length > 0) throw new AppError("invalidInput", { count: issues.length }, { issues });
  return checked;
}

async function idOfHeld(held: JobGroup, request: NewGroup, deps: SubmitGroupDeps): Promise<string> {
  const payloadOf = (inputs: JsonObject[]) => ({ inputs, axes: request.axes ?? [] });
  if (!(await isAskedAgain(held, request, { payloadOf, deps }))) {
    throw new AppError("conflict", { reason: "otherPayload" });
  }
  return held.id;
}
