import { createHash } from "node:crypto";
import type { UpstreamName } from "@/lib/jobs/job";
import type { JsonValue } from "@/lib/json";
import type { CatalogSource, CatalogStore, SkippedListing, StoredEntry } from "./ports";
import { isListed, storedEntry } from "./stored-entry";

/** The most that the service gives at once. */
const PAGE = 100;
/** Far more than it has; a list that never ends stops here. */
const MAX_PAGES = 200;
/** Enough to see what is wrong with a list. */
const MAX_NAMED = 50;

export type RefreshDeps = { source: CatalogSource; upstream: UpstreamName; store: CatalogStore; now: () => number };
export type Refreshed = { ok: true; count: number; skipped: number } | { ok: false };

/**
 * Reads the service's whole list, page by page, and puts it in the place of the one before. An entry that cannot be used is left out
 * and named; an answer that cannot be used changes nothing but what is said of the last attempt.
 */
export async function refreshCatalog({ source, upstream, store, now }: RefreshDeps): Promise<Refreshed> {
  const sorting = createSorting();
  let [read, announced] = [0, 0];
  await store.begin();
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await source.page({ offset: read, limit: PAGE });
    if (answer.kind === "failed") {
      const { reason, message } = answer;
      await store.fail({ failedAtMs: now(), failure: { reason, message } });
      return { ok: false };
    }
    const { entries, total } = answer;
    const { fresh, isRepeated } = sorting.take(entries, read);
    announced = total ?? announced;
    // A service that knows no offset gives the same page for ever.
    if (page > 0 && isRepeated) break;
    await store.add(fresh);
    read += entries.length;
    if (entries.length === 0 || (total === undefined ? entries.length < PAGE : read >= total)) break;
  }
  const { count, skipped, skippedCount } = sorting;
  if (count() === 0) {
    const failure = { reason: "unreadable", message: skippedCount() > 0 ? `${skippedCount()} entries` : "" } as const;
    await store.fail({ failedAtMs: now(), failure });
    return { ok: false };
  }
  const missingCount = Math.max(0, announced - read);
  await store.finish({ upstream, readAtMs: now(), skipped, skippedCount: skippedCount(), missingCount });
  return { ok: true, count: count(), skipped: skippedCount() };
}

/** Tells what is new of each page from what cannot be used and from what came before. Of entries with one id the first counts. */
function createSorting() {
  const contents = new Map<string, string>();
  const skipped: SkippedListing[] = [];
  let skippedCount = 0;
  const skip = (one: SkippedListing) => {
    skippedCount += 1;
    if (skipped.length < MAX_NAMED) skipped.push(one);
  };

  return {
    take(entries: readonly JsonValue[], offset: number): { fresh: StoredEntry[]; isRepeated: boolean } {
      const readings = entries.map((entry, index) => storedEntry(entry, offset + index + 1));
      const isKnown = (id: string) => contents.has(id);
      const usable = readings.filter(isListed);
      // Nothing of such a page is named once more.
      if (usable.length > 0 && usable.every(({ id }) => isKnown(id))) return { fresh: [], isRepeated: true };
      const fresh = readings.filter((reading): reading is StoredEntry => {
        if (!isListed(reading)) {
          skip(reading);
          return false;
        }
        const content = createHash("sha256").update(reading.source).digest("base64");
        const before = contents.get(reading.id);
        if (before === undefined) contents.set(reading.id, content);
        else if (before !== content) skip({ entry: reading.id, reason: "duplicate" });
        return before === undefined;
      });
      return { fresh, isRepeated: false };
    },
    count: () => contents.size,
    skipped,
    skippedCount: () => skippedCount,
  };
}
