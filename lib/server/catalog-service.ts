import type { z } from "zod";
import type { catalogQuerySchema, WireCatalog } from "@/lib/api/catalog-contract";
import type { CatalogState } from "@/lib/catalog/ports";
import { type RefreshDeps, refreshCatalog } from "@/lib/catalog/refresh-catalog";
import { AppError } from "@/lib/errors";
import { searchWords } from "@/lib/prompt/search-words";
import type { ListPrices } from "./list-prices";

/** A list that is older is read anew at a start, when somebody looks at it, and once a day by itself. */
const FRESH_MS = 24 * 60 * 60_000;
/** After a failure it is not asked for again so soon. */
const RETRY_MS = 10 * 60_000;

/** The service's list of models. */
export type CatalogService = {
  /** The list as it was last read. One that is old, or was never read, is read in the background meanwhile. */
  listCatalog(query: z.output<typeof catalogQuerySchema>): Promise<WireCatalog>;
  /** Reads the list now; of calls at the same time one does. */
  refreshCatalog(): Promise<void>;
  /** Reads the list if it is old: the service's also before anybody looks at it, because estimates go by its prices. */
  refreshOldCatalog(): Promise<void>;
  /** An entry as the service gave it, and when. @throws AppError `notFound` */
  catalogSource(id: string): Promise<{ text: string; readAtMs: number }>;
};

export function createCatalogService(
  deps: RefreshDeps & {
    prices: Pick<ListPrices, "load">;
    hasModel: (id: string) => boolean;
    onError: (error: unknown) => void;
  },
): CatalogService {
  const { store, upstream, prices, now, hasModel, onError } = deps;
  let reading: Promise<unknown> | undefined;
  const refresh = () => {
    reading ??= refreshCatalog(deps)
      .then(prices.load)
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  const startedAtMs = now();
  const readState = async (): Promise<CatalogState> => {
    const { failure, failedAtMs = 0, ...kept } = await store.state();
    // Another upstream's list is no list, and a failure before the start may have been another key's.
    const list = kept.upstream === upstream ? kept : { skipped: [], skippedCount: 0, missingCount: 0 };
    return failure && failedAtMs >= startedAtMs ? { ...list, failure, failedAtMs } : list;
  };
  /** A failure is always of a later attempt than the list. */
  const isOld = ({ readAtMs = 0, failedAtMs }: CatalogState) =>
    failedAtMs === undefined ? Math.abs(now() - readAtMs) > FRESH_MS : Math.abs(now() - failedAtMs) > RETRY_MS;

  return {
    async listCatalog({ q, ...query }) {
      const state = await readState();
      if (isOld(state)) refresh().catch(onError);
      const isListed = state.readAtMs !== undefined;
      const { entries, total } = isListed
        ? await store.find({ ...query, words: searchWords(q ?? "") })
        : { entries: [], total: 0 };
      const { failure, failedAtMs = 0 } = state;
      return {
        models: entries.map((entry) => ({ ...entry, isHere: hasModel(entry.id) })),
        total,
        ...(isListed ? await store.facets() : { categories: [], kinds: [] }),
        upstream,
        ...(state.readAtMs !== undefined && { readAt: new Date(state.readAtMs).toISOString() }),
        isReading: reading !== undefined,
        skipped: state.skipped,
        skippedCount: state.skippedCount,
        missingCount: state.missingCount,
        ...(failure && { failure: { at: new Date(failedAtMs).toISOString(), ...failure } }),
      };
    },

    async refreshCatalog() {
      await refresh();
    },

    async refreshOldCatalog() {
      const state = await readState();
      const isWanted = upstream === "runcomfy" || state.readAtMs !== undefined;
      if (isWanted && isOld(state)) await refresh();
    },

    async catalogSource(id) {
      const [text, { readAtMs = now() }] = await Promise.all([store.source(id), store.state()]);
      if (text === undefined) throw new AppError("notFound");
      return { text, readAtMs };
    },
  };
}
