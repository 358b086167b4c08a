import type { ParentHow } from "@/lib/jobs/job";
import type { JobView } from "@/lib/jobs/ports";

/**
 * How the newer take came from the older one: as a `ParentHow`, or its input names an output of it (`reference`) or a picture that is a
 * frame of it (`frame`).
 */
export type LinkHow = ParentHow | "reference" | "frame";
/** `atMs`: of a frame, where in the older take it stands. */
export type Link = { from: string; to: string; how: LinkHow; atMs?: number };
export type Direction = "older" | "newer";
/** `groupSize`: how many takes its group was submitted with. */
export type LineageTake = JobView & { groupSize?: number };

/** What came from what. Jobs in the trash belong to it until they are purged. */
export interface LineageStore {
  /** Links from these jobs to older ones, or to newer ones: those of the newest jobs first, at most `limit`. */
  linksOf(jobIds: readonly string[], direction: Direction, limit: number): Promise<Link[]>;
  takes(ids: readonly string[]): Promise<LineageTake[]>;
}
