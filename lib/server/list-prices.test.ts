import { expect, it } from "vitest";
import type { CatalogState } from "@/lib/catalog/ports";
import { createListPrices, laterPrice } from "./list-prices";

const whole = { skipped: [], skippedCount: 0, missingCount: 0 };
const price = (usdMicros: number, asOfMs?: number) => ({
  usdMicros,
  unit: "second" as const,
  ...(asOfMs !== undefined && { asOfMs }),
});

it.each<[string, Partial<CatalogState>, number, object | undefined]>([
  ["this upstream's list", { upstream: "runcomfy", readAtMs: 7 }, 0.05, price(50_000, 7)],
  ["a price of nothing", { upstream: "runcomfy", readAtMs: 7 }, 0, undefined],
  ["another upstream's list", { upstream: "sandbox", readAtMs: 7 }, 0.05, undefined],
  ["a list of nobody knows whom", { readAtMs: 7 }, 0.05, undefined],
  ["no list", { upstream: "runcomfy" }, 0.05, undefined],
])("by %s a model costs as much as it says", async (_what, state, usd, expected) => {
  const store = {
    state: async () => ({ ...whole, ...state }),
    prices: async () => [{ id: "a/b", price: { usd, unit: "second" as const } }],
  };
  const prices = createListPrices({ store, upstream: "runcomfy" });
  await prices.load();
  expect(prices.priceOf("a/b")).toEqual(expected);
  expect(prices.priceOf("a/c")).toBeUndefined();
});

it.each([
  [price(1, 5), price(2, 4), 1],
  [price(1, 5), price(2, 6), 2],
  [price(1, 5), price(2), 1],
  [undefined, price(2), 2],
  [price(1, 5), undefined, 1],
  [undefined, undefined, undefined],
])("of %j and %j the later counts", (listed, own, micros) => {
  expect(laterPrice(listed, own)?.usdMicros).toBe(micros);
});
