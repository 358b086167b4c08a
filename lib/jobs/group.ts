import type { JsonValue } from "@/lib/json";
import type { UpstreamName } from "./job";

/** One of the fields that differ between the jobs of a group, and what it was given. */
export type GroupAxis = { field: string; values: JsonValue[] };

/** Variations of one composition: jobs that are submitted together and sent one after the other. */
export type JobGroup = {
  id: string;
  modelId: string;
  upstream: UpstreamName;
  /** None where the inputs differ in another way than by a grid. */
  axes: GroupAxis[];
  clientRequestId?: string;
  payloadHash: string;
  createdAtMs: number;
};
