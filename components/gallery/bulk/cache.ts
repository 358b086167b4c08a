import type { GalleryTake } from "../take";

/** The loaded lists, as far as acting on takes changes them. */
export type BulkCache = {
  patch: (change: (take: GalleryTake) => GalleryTake) => void;
  /** From every list; gives what puts them back at their places. */
  remove: (ids: readonly string[]) => () => void;
  /** From the list that is shown alone. */
  leave: (ids: readonly string[]) => void;
  /** What is not shown is read anew when it is: what was done may have brought takes into it, or out. */
  forgetOthers: () => void;
};
