import type { CatalogStore } from "@/lib/catalog/ports";
import type { UpstreamName } from "@/lib/jobs/job";
import { microsOf } from "@/lib/spending/money";
import type { Price } from "@/lib/spending/price";

/** What models cost by the service's list as it was last read; in memory, because every form and every take asks for one. */
export type ListPrices = {
  priceOf(id: string): Price | undefined;
  /** Takes them anew from the list that is kept. */
  load(): Promise<void>;
};

export function createListPrices(deps: {
  store: Pick<CatalogStore, "state" | "prices">;
  upstream: UpstreamName;
}): ListPrices {
  let prices: ReadonlyMap<string, Price> = new Map();
  return {
    priceOf: (id) => prices.get(id),

    async load() {
      const { upstream, readAtMs: asOfMs } = await deps.store.state();
      // Another upstream's list is no list.
      const listed = upstream === deps.upstream && asOfMs !== undefined ? await deps.store.prices() : [];
      const known = listed.flatMap(({ id, price: { usd, unit } }) => {
        const usdMicros = microsOf(usd);
        // A base price of nothing is the sandbox's, and no price to go by.
        return usdMicros ? [[id, { usdMicros, unit, ...(asOfMs !== undefined && { asOfMs }) }] as const] : [];
      });
      prices = new Map(known);
    },
  };
}

/** Of two prices the later; one of unknown age is the older. */
export function laterPrice(listed: Price | undefined, own: Price | undefined): Price | undefined {
  if (!listed || !own) return listed ?? own;
  return (listed.asOfMs ?? 0) >= (own.asOfMs ?? 0) ? listed : own;
}
