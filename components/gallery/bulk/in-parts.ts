import type { WireBulkAnswer } from "@/lib/api/gallery-contract";

/** As many as the studio takes in one request. */
export const AT_ONCE = 500;

/** What became of each take: `going` could not be deleted because it still renders, `gone` does not exist any more. */
export type Outcome = { done: string[]; going: string[]; gone: string[]; unanswered: string[]; error?: unknown };

/** Acts on many takes, a part after the other; stops where the studio does not answer. Never throws. */
export async function actInParts(
  ids: readonly string[],
  act: (part: string[]) => Promise<WireBulkAnswer>,
): Promise<Outcome> {
  const outcome: Outcome = { done: [], going: [], gone: [], unanswered: [] };
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const part = ids.slice(start, start + AT_ONCE);
    try {
      const codes = new Map((await act(part)).failed.map(({ id, code }) => [id, code]));
      for (const id of part) {
        const code = codes.get(id);
        (code === undefined ? outcome.done : code === "conflict" ? outcome.going : outcome.gone).push(id);
      }
    } catch (error) {
      return { ...outcome, unanswered: ids.slice(start), error };
    }
  }
  return outcome;
}
