import { createStore } from "zustand/vanilla";
import type { WireJob } from "@/lib/api/contract";

/** Takes that a page of this tab shows, and how it hears of every take that has changed. */
export type Follower = { ids: readonly string[]; onFresh: (fresh: readonly WireJob[]) => void };

/** What this tab follows. What asks the studio, for all tabs at once, is loaded later; it reads this and tells the followers. */
export const followed = createStore<{
  followers: readonly Follower[];
  /** The studio does not answer: what goes on may have changed. */
  isStale: boolean;
  lookNow: () => void;
}>()(() => ({ followers: [], isStale: false, lookNow: () => undefined }));
