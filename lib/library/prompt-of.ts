import type { Job } from "@/lib/jobs/job";
import type { Field } from "@/lib/schema/field";

/** The prompt that a job was sent with: empty where it had none. A model that is gone is taken to have called it `prompt`. */
export function promptOf(
  { modelId, input }: Pick<Job, "modelId" | "input">,
  fieldsOf: (modelId: string) => readonly Field[] | undefined,
): string {
  const fields = fieldsOf(modelId);
  const name = fields ? fields.find((field) => field.kind === "prompt")?.name : "prompt";
  const value = name === undefined ? undefined : input[name];
  return typeof value === "string" ? value : "";
}
