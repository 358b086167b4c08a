import { AppError } from "@/lib/errors";
import { formatBytes } from "@/lib/format";
import { createTurns } from "./in-turn";
import type { StorageUse } from "./ports";

/** Room that is kept for one file while it is being written. */
type KeptRoom = {
  /** Stores the file's row and gives the room back in one, so that no other file is judged between the two. */
  use<T>(store: () => Promise<T>): Promise<T>;
  free(): void;
};

export type Quota = {
  maxBytes: number | undefined;
  /** @throws AppError `quotaFull` */
  keep(bytes: number): Promise<KeptRoom>;
  /** Why so much more may not be stored. */
  refusal(bytes: number): Promise<AppError | undefined>;
};

/** How much may be stored in all. What is being written counts with what it may become, so that files at once cannot pass it together. */
export function createQuota(maxBytes: number | undefined, { usedBytes }: Pick<StorageUse, "usedBytes">): Quota {
  const inTurn = createTurns();
  const kept = new Set<{ bytes: number }>();
  const keptBytes = () => Array.from(kept).reduce((total, { bytes }) => total + bytes, 0);

  async function refusal(bytes: number): Promise<AppError | undefined> {
    if (maxBytes === undefined) return undefined;
    const used = (await usedBytes()) + keptBytes();
    if (used + bytes <= maxBytes) return undefined;
    const facts = { used: formatBytes(used), quota: formatBytes(maxBytes), needed: formatBytes(bytes) };
    return new AppError("quotaFull", facts);
  }

  return {
    maxBytes,
    refusal: (bytes) => inTurn(() => refusal(bytes)),

    keep: (bytes) =>
      inTurn(async () => {
        const refused = await refusal(bytes);
        if (refused) throw refused;
        const room = { bytes };
        kept.add(room);
        const free = () => void kept.delete(room);
        return { free, use: (store) => inTurn(() => store().finally(free)) };
      }),
  };
}
