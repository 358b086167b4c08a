import { isSkipped, readEntry } from "@/lib/import/read-entry";
import type { UpstreamName } from "@/lib/jobs/job";
import { isJsonObject, type JsonValue } from "@/lib/json";
import type { CatalogSource, CatalogStore, StoredEntry } from "./ports";

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
  const skipped: { entry: string; reason: string }[] = [];
  const ids = new Set<string>();
  let [read, skippedCount] = [0, 0];
  await store.begin();
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await source.page({ offset: read, limit: PAGE });
    if (answer.kind === "failed") {
      const { reason, message } = answer;
      await store.fail({ failedAtMs: now(), failure: { reason, message } });
      return { ok: false };
    }
    const { entries, total } = answer;
    const readings = entries.map((entry, index) => storedOf(entry, read + index + 1));
    const bad = readings.filter((reading) => "entry" in reading);
    skippedCount += bad.length;
    skipped.push(...bad.slice(0, MAX_NAMED - skipped.length));
    const fresh = readings.filter((reading): reading is StoredEntry => !("entry" in reading) && !ids.has(reading.id));
    // A service that knows no offset gives the same page for ever.
    if (page > 0 && fresh.length === 0 && bad.length < entries.length) break;
    for (const { id } of fresh) ids.add(id);
    await store.add(fresh);
    read += entries.length;
    if (entries.length === 0 || (total === undefined ? entries.length < PAGE : read >= total)) break;
  }
  if (ids.size === 0) {
    const failure = { reason: "unreadable", message: skippedCount > 0 ? `${skippedCount} entries` : "" } as const;
    await store.fail({ failedAtMs: now(), failure });
    return { ok: false };
  }
  await store.finish({ upstream, readAtMs: now(), skipped });
  return { ok: true, count: ids.size, skipped: skippedCount };
}

function storedOf(entry: JsonValue, at: number): StoredEntry | { entry: string; reason: string } {
  const found = readEntry(entry, at);
  if (isSkipped(found)) return found;
  const raw = isJsonObject(entry) ? entry : {};
  return {
    id: found.modelId ?? "",
    name: found.name ?? found.modelId ?? "",
    summary: found.summary ?? "",
    kind: typeof raw.kind === "string" ? raw.kind : "",
    categories: [raw.categories, raw.category].flat().filter((one): one is string => typeof one === "string"),
    ...(found.price && { price: found.price }),
    source: JSON.stringify(entry),
  };
}
