import type { RandomBytes } from "@/lib/access/secrets";
import type { JobStore } from "@/lib/jobs/ports";
import type { ShareStore } from "./ports";

export type ShareDeps = {
  shares: ShareStore;
  jobs: Pick<JobStore, "view" | "list">;
  newId: () => string;
  now: () => number;
  random: RandomBytes;
};
