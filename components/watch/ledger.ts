import type { WireJob } from "@/lib/api/contract";
import type { News } from "./message";
import { outcomeOf } from "./outcome";

/** How many takes one request may ask about. */
const IDS_AT_ONCE = 100;

export type Ask = {
  /** The first page of what goes on; `isSame`: the answer is the one before. */
  active: () => Promise<{ jobs: readonly WireJob[]; isSame: boolean }>;
  byIds: (ids: readonly string[]) => Promise<readonly WireJob[]>;
};

/**
 * One look. What is known to go on but is not on the page is asked for by its id: it has ended, which is told, or the page has
 * no room for it, so that it is asked for again next time. What is nowhere is forgotten.
 */
export async function lookAround(known: Iterable<string>, ask: Ask): Promise<News & { isSame: boolean }> {
  const { jobs, isSame } = await ask.active();
  const listed = new Set(jobs.map(({ id }) => id));
  const missing = [...new Set(known)].filter((id) => !listed.has(id));
  const found = (await Promise.all(inParts(missing).map(ask.byIds))).flat();
  const beyond = found.filter((job) => outcomeOf(job) === "active");
  const ended = found.filter((job) => outcomeOf(job) !== "active");
  return { active: [...jobs, ...beyond], ended, isSame: isSame && missing.length === 0 };
}

function inParts(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / IDS_AT_ONCE) }, (_, part) =>
    ids.slice(part * IDS_AT_ONCE, (part + 1) * IDS_AT_ONCE),
  );
}
