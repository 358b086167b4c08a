import type { JobStore } from "@/lib/jobs/ports";
import type { ShareStore } from "./ports";
import type { RandomBytes } from "./secrets";

export type ShareDeps = {
  shares: ShareStore;
  jobs: Pick<JobStore, "view" | "list">;
  newId: () => string;
  now: () => number;
  random: RandomBytes;
};
