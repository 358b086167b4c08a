/** A click for one take, or for a group of them. */
export type Click = { clientRequestId: string; input?: { prompt: string }; inputs?: { prompt: string }[] };

/** What its user knows about a studio that keeps dying. */
export type Memory = {
  /** By the prompt, which no two takes share: what the studio has said that it has. */
  promised: Set<string>;
  /** Deleted for good by the user, or perhaps: the answer did not come. */
  purged: Set<string>;
  /** Requests without an answer, to be repeated as they are. */
  unanswered: { path: string; body: Click }[];
  /** Ids of uploads that the studio has said that it has. */
  uploads: Set<string>;
  /** Answers that no user should ever get. */
  complaints: string[];
  takes: number;
};

export function emptyMemory(): Memory {
  return { promised: new Set(), purged: new Set(), unanswered: [], uploads: new Set(), complaints: [], takes: 0 };
}
