import type { Direction, LineageStore, LineageTake, Link } from "./ports";

/** Steps away from the take, takes on one side of it, and links that are read for one step. */
const MAX_STEPS = 6;
const MAX_TAKES = 40;
const MAX_LINKS = 400;

/** `others`: more takes of the same group that came from the same take in the same way. */
export type ShownLink = Link & { others?: number };
export type Walk = { takes: LineageTake[]; links: ShownLink[]; cut: boolean };

/**
 * Everything on one side of a take, nearest first, within bounds; `cut` where there is more. Of a group that came from one take only
 * one member is followed. A take that is met again is not followed again, so that a circle in the data ends.
 */
export async function walk(id: string, direction: Direction, store: LineageStore): Promise<Walk> {
  const found: Walk = { takes: [], links: [], cut: false };
  const seen = new Set([id]);
  let present = [id];
  for (let step = 0; present.length > 0; step++) {
    const links = await store.linksOf(present, direction, MAX_LINKS);
    const farEnd = (link: Link) => (direction === "older" ? link.from : link.to);
    const unseen = new Set(links.map(farEnd).filter((end) => !seen.has(end)));
    const isLast = step === MAX_STEPS;
    const takes = isLast ? [] : await store.takes([...unseen]);
    const shown = withoutGroupMates(links, takes);
    const room = MAX_TAKES - found.takes.length;
    const kept = takes.filter(({ job }) => shown.some((link) => farEnd(link) === job.id)).slice(0, room);
    for (const { job } of kept) seen.add(job.id);
    found.takes.push(...kept);
    found.links.push(...shown.filter((link) => seen.has(farEnd(link))));
    found.cut ||=
      links.length === MAX_LINKS || (isLast && unseen.size > 0) || shown.some((link) => !seen.has(farEnd(link)));
    present = kept.map(({ job }) => job.id);
  }
  return found;
}

/** Variations that came from one take in one way stand for each other: the first one is kept. */
function withoutGroupMates(links: readonly Link[], takes: readonly LineageTake[]): ShownLink[] {
  const jobs = new Map(takes.map(({ job }) => [job.id, job]));
  const placeOf = ({ to }: Link) => jobs.get(to)?.groupPlace ?? 0;
  const byGroup = new Map<string, Link[]>();
  for (const link of links) {
    const { from, to, how, atMs } = link;
    const key = [from, how, atMs, jobs.get(to)?.groupId ?? to].join(" ");
    byGroup.set(key, [...(byGroup.get(key) ?? []), link]);
  }
  return [...byGroup.values()].flatMap((mates) => {
    const [first] = mates.toSorted((a, b) => placeOf(a) - placeOf(b));
    if (!first) return [];
    return [mates.length > 1 ? { ...first, others: mates.length - 1 } : first];
  });
}
