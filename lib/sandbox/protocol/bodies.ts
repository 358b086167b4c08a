const MIB = 1024 * 1024;

/** How large a body may be, and how many are held in memory at once. */
export type Bodies = {
  maxBytes: number;
  /** Runs `work`, which reads and stores a body; undefined where too many are at it. */
  within<T>(work: () => Promise<T>): Promise<T | undefined>;
};

export function createBodies({ maxBytes, maxAtOnce }: { maxBytes: number; maxAtOnce: number }): Bodies {
  let atOnce = 0;
  return {
    maxBytes,
    async within(work) {
      if (atOnce >= maxAtOnce) return undefined;
      atOnce += 1;
      try {
        return await work();
      } finally {
        atOnce -= 1;
      }
    },
  };
}

/** Seen in the service's clients, undocumented: files may come as data URIs, a whole request up to 64 MiB. */
export const studioBodies = (): Bodies => createBodies({ maxBytes: 64 * MIB, maxAtOnce: Number.POSITIVE_INFINITY });

/** Anybody who may submit can send these, at once too. There is room for a small picture as a data URI; larger files are uploaded. */
export const networkBodies = (): Bodies => createBodies({ maxBytes: 8 * MIB, maxAtOnce: 16 });
