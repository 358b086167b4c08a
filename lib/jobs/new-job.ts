import { AppError } from "@/lib/errors";
import type { JsonObject } from "@/lib/json";
import type { Field, FieldIssue } from "@/lib/schema/field";
import { planFrame } from "@/lib/schema/frame";
import { checkMedia } from "@/lib/schema/media-check";
import { createValidator } from "@/lib/schema/validator";
import { firstImage, mediaRefs } from "@/lib/schema/values";
import { type Asset, assetIdOf } from "@/lib/storage/asset";
import type { AssetStore } from "@/lib/storage/ports";
import type { Job, UpstreamName } from "./job";
import { payloadHashOf } from "./payload-hash";
import type { UpstreamLinks } from "./ports";

/** What makes a new job. */
export type NewJobDeps = {
  assets: AssetStore;
  links: UpstreamLinks;
  defaultUpstream: UpstreamName;
  fieldsOf: (modelId: string) => Field[] | undefined;
  modelIds: () => string[];
  /** Names what a model is now, and sees to it that this can be read later. */
  keepVersion: (modelId: string) => Promise<string | undefined>;
  newId: () => string;
  now: () => number;
};

/** Where a job goes, and the fields that its input is held against. */
export type Target = { modelId: string; upstream: UpstreamName; fields: Field[]; modelVersion?: string | undefined };
/** An input as it will be sent, and the frame that it asks for. */
export type CheckedInput = { input: JsonObject; frame: { width: number; height: number } };

/** @throws AppError `invalidInput` for a model or an upstream that the studio does not have */
export function chooseTarget(
  { modelId, upstream: wanted }: { modelId: string; upstream?: UpstreamName | undefined },
  { links, defaultUpstream, fieldsOf, modelIds }: NewJobDeps,
): Target {
  const upstream = wanted ?? defaultUpstream;
  if (!links[upstream]) throw notOneOf("upstream", upstream, Object.keys(links));
  const fields = fieldsOf(modelId);
  if (!fields) throw notOneOf("modelId", modelId, modelIds());
  return { modelId, upstream, fields };
}

/** Holds an input against the model's fields and the stored files. */
export async function tryInput(
  fields: Field[],
  input: JsonObject,
  assets: AssetStore,
): Promise<{ ok: true; checked: CheckedInput } | { ok: false; issues: FieldIssue[] }> {
  const parsed = createValidator(fields).parse(input);
  if (!parsed.ok) return parsed;
  const named = mediaRefs(fields, parsed.value).flatMap((ref) => assetIdOf(ref.value) ?? []);
  const stored = new Map((await assets.getMany(named)).map((asset) => [asset.id, asset]));
  const issues = checkMedia(fields, parsed.value, (id) => stored.get(id));
  if (issues.length > 0) return { ok: false, issues };
  const { width, height } = planFrame(fields, parsed.value, sizeOf(firstImage(fields, parsed.value)?.value, stored));
  return { ok: true, checked: { input: parsed.value, frame: { width, height } } };
}

/** A job that waits to be sent. */
export function jobOf(
  { modelId, upstream, modelVersion }: Target,
  { input, frame }: CheckedInput,
  id: string,
  nowMs: number,
): Job {
  return {
    id,
    modelId,
    upstream,
    status: "waiting",
    input,
    payloadHash: payloadHashOf({ modelId, upstream, input }),
    frame,
    remoteOutputs: [],
    outputAssetIds: [],
    createdAtMs: nowMs,
    nextCheckAtMs: nowMs,
    attempts: 0,
    ...(modelVersion !== undefined && { modelVersion }),
  };
}

/** In pixels; undefined for a picture that is not stored here. */
function sizeOf(value: string | undefined, stored: ReadonlyMap<string, Asset>) {
  const image = stored.get(assetIdOf(value ?? "") ?? "");
  return image?.width && image.height ? { width: image.width, height: image.height } : undefined;
}

function notOneOf(field: string, value: string, choices: readonly string[]): AppError {
  const issue = { field, code: "notInChoices", params: { value, choices: choices.join(", ") } } as const;
  return new AppError("invalidInput", { count: 1 }, { issues: [issue] });
}
