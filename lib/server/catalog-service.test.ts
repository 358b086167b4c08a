import { describe, expect, it } from "vitest";
import type { CatalogPage, CatalogState, CatalogStore } from "@/lib/catalog/ports";
import { createCatalogService } from "./catalog-service";

const MINUTE = 60_000;
const LIST: CatalogPage = {
  kind: "page",
  entries: [{ model_id: "acme/reel", input_schema: { type: "object", properties: { prompt: { type: "string" } } } }],
};
const REFUSED: CatalogPage = { kind: "failed", reason: "keyRefused", message: "who?" };

/** A studio that is started again on the same kept list, and the service's answer. */
function bench(answer: CatalogPage) {
  let state: CatalogState = { skipped: [], skippedCount: 0, missingCount: 0 };
  const store: CatalogStore = {
    state: async () => state,
    begin: async () => undefined,
    add: async () => undefined,
    finish: async (next) => {
      state = next;
    },
    fail: async (failed) => {
      state = { ...state, ...failed };
    },
    find: async () => ({ entries: [], total: 0 }),
    facets: async () => ({ categories: [], kinds: [] }),
    source: async () => undefined,
    prices: async () => [],
  };
  const service = { answer, asked: 0, nowMs: 100_000_000_000 };
  const page = async () => {
    service.asked++;
    return service.answer;
  };
  const start = (upstream: "runcomfy" | "sandbox" = "runcomfy") => {
    service.nowMs += MINUTE;
    const catalog = createCatalogService({
      source: { page },
      upstream,
      store,
      prices: { load: async () => undefined },
      now: () => service.nowMs,
      hasModel: () => false,
      onError: (error) => expect.fail(String(error)),
    });
    return { ...catalog, look: () => catalog.listCatalog({ offset: 0, limit: 50 }) };
  };
  return { service, start };
}

describe("a reading of the list that failed", () => {
  it("is said until the studio is started again, which asks at once", async () => {
    const { service, start } = bench(REFUSED);
    const before = start();
    await before.refreshCatalog();
    expect(await before.look()).toMatchObject({ failure: { reason: "keyRefused" }, isReading: false });

    service.answer = LIST;
    const after = start();
    const look = await after.look();
    expect([look.failure, look.isReading]).toEqual([undefined, true]);
    await after.refreshCatalog();
    expect((await after.look()).readAt).toBeDefined();
  });

  it("is not said of another upstream", async () => {
    const { start } = bench(REFUSED);
    await start().refreshCatalog();
    expect((await start("sandbox").look()).failure).toBeUndefined();
  });

  it("is tried again by whoever looks ten minutes later, also where a list is there", async () => {
    const { service, start } = bench(LIST);
    const catalog = start();
    await catalog.refreshCatalog();
    service.answer = REFUSED;
    await catalog.refreshCatalog();
    service.nowMs += 9 * MINUTE;
    expect((await catalog.look()).isReading).toBe(false);
    service.nowMs += 2 * MINUTE;
    expect((await catalog.look()).isReading).toBe(true);
    await catalog.refreshCatalog();
    expect(service.asked).toBe(3);
  });
});

it("a list that was read is read again by whoever looks a day later", async () => {
  const { service, start } = bench(LIST);
  const catalog = start();
  await catalog.refreshCatalog();
  service.nowMs += 23 * 60 * MINUTE;
  await catalog.refreshOldCatalog();
  expect(service.asked).toBe(1);
  service.nowMs += 2 * 60 * MINUTE;
  await catalog.refreshOldCatalog();
  expect(service.asked).toBe(2);
});

it.each<["runcomfy" | "sandbox", number]>([
  ["runcomfy", 1],
  // Where takes cost nothing, no price is needed.
  ["sandbox", 0],
])("a list of %s that nobody has looked at is read by itself %i times", async (upstream, times) => {
  const { service, start } = bench(LIST);
  const catalog = start(upstream);
  await catalog.refreshOldCatalog();
  await catalog.refreshOldCatalog();
  expect(service.asked).toBe(times);
});
