import type { WireJob, WireOutput } from "@/lib/api/contract";
import type { JobStatus } from "@/lib/jobs/job";

/** What a tile and a selection need of a take, and no more: tens of thousands of them are held at once. */
export type GalleryTake = {
  id: string;
  modelId: string;
  modelName: string;
  /** How the prompt begins. */
  prompt?: string | undefined;
  upstream: WireJob["upstream"];
  status: JobStatus;
  /** Of the picture that there is, or will be. */
  ratio: number;
  createdAt: string;
  kind?: WireOutput["kind"] | undefined;
  /** The file of the first output. */
  url?: string | undefined;
  posterUrl?: string | undefined;
  durationMs?: number | undefined;
  favourite?: boolean | undefined;
  rating?: number | undefined;
  groupId?: string | undefined;
  canDelete: boolean;
  canShare: boolean;
  /** In full while it is under way: its state is followed. */
  going?: WireJob | undefined;
};
