import { describe, expect, it } from "vitest";
import type { JsonValue } from "@/lib/json";
import type { CatalogPage, CatalogState, StoredEntry } from "./ports";
import { refreshCatalog } from "./refresh-catalog";

const entry = (at: number) => ({
  model_id: `acme/reel-${at}`,
  display_name: `Reel ${at}`,
  kind: "video",
  categories: ["text-to-video"],
  base_price_usd: 0.1,
  price_unit: "second",
  input_schema: { type: "object", properties: { prompt: { type: "string" } } },
});
const entries = (from: number, count: number): JsonValue[] =>
  Array.from({ length: count }, (_, at) => entry(from + at));

/** A store in memory, and a service that answers with these pages one after the other. */
function bench(pages: CatalogPage[], before: StoredEntry[] = []) {
  let listed = before;
  let pending: StoredEntry[] = [];
  let state: CatalogState = { skipped: [] };
  const asked: number[] = [];
  const nothing = async () => {
    throw new Error("not asked here");
  };
  const store = {
    state: async () => state,
    begin: async () => {
      pending = [];
    },
    add: async (more: readonly StoredEntry[]) => void pending.push(...more),
    finish: async (now: CatalogState) => {
      listed = pending;
      state = now;
    },
    fail: async (failed: object) => {
      state = { ...state, ...failed };
    },
    find: nothing,
    facets: nothing,
    source: nothing,
  };
  const source = {
    page: async ({ offset }: { offset: number }) => {
      asked.push(offset);
      return pages[asked.length - 1] ?? { kind: "page" as const, entries: [] };
    },
  };
  const run = () => refreshCatalog({ source, upstream: "runcomfy", store, now: () => 7 });
  return { run, asked, ids: () => listed.map(({ id }) => id), listed: () => listed, state: () => state };
}

const page = (list: JsonValue[], total?: number): CatalogPage => ({
  kind: "page",
  entries: list,
  ...(total !== undefined && { total }),
});

describe("the service's list", () => {
  it("is read page by page to its end, with prices and categories", async () => {
    const { run, asked, listed } = bench([page(entries(0, 100), 130), page(entries(100, 30), 130)]);
    expect(await run()).toEqual({ ok: true, count: 130, skipped: 0 });
    expect(asked).toEqual([0, 100]);
    expect(listed()[0]).toMatchObject({
      id: "acme/reel-0",
      name: "Reel 0",
      kind: "video",
      categories: ["text-to-video"],
      price: { usd: 0.1, unit: "second" },
    });
    expect(JSON.parse(listed()[0]?.source ?? "")).toEqual(entry(0));
  });

  it.each<[string, CatalogPage[], number[], number]>([
    ["says no total and ends with a short page", [page(entries(0, 100)), page(entries(100, 3))], [0, 100], 103],
    ["says no total and ends with an empty page", [page(entries(0, 100)), page([])], [0, 100], 100],
    ["says a wrong total", [page(entries(0, 100), 900), page([], 900)], [0, 100], 100],
    ["gives fewer at once than were asked for", [page(entries(0, 50), 80), page(entries(50, 30), 80)], [0, 50], 80],
    ["knows no offset", [page(entries(0, 100), 500), page(entries(0, 100), 500)], [0, 100], 100],
  ])("is read whole where it %s", async (_what, pages, offsets, count) => {
    const { run, asked, ids } = bench(pages);
    expect(await run()).toMatchObject({ ok: true, count });
    expect([asked, ids().length]).toEqual([offsets, count]);
  });

  it("loses only the entries that cannot be used, and names them", async () => {
    const list = [5, entry(1), { model_id: "acme/bare" }, { ...entry(2), model_id: 4 }, entry(3)];
    const { run, ids, state } = bench([page(list, 5)]);
    expect(await run()).toEqual({ ok: true, count: 2, skipped: 3 });
    expect(ids()).toEqual(["acme/reel-1", "acme/reel-3"]);
    expect(state().skipped).toEqual([
      { entry: "1", reason: "noSchema" },
      { entry: "acme/bare", reason: "noSchema" },
      { entry: "4", reason: "noModelId" },
    ]);
  });

  const failed: CatalogPage = { kind: "failed", reason: "unreachable", message: "No connection" };
  it.each<[string, CatalogPage[], object]>([
    ["fails at once", [failed], { reason: "unreachable", message: "No connection" }],
    ["fails in the middle", [page(entries(9, 100), 150), failed], { reason: "unreachable" }],
    ["is empty", [page([], 0)], { reason: "unreadable" }],
    ["holds nothing that can be used", [page([1, "a", {}], 3)], { reason: "unreadable", message: "3 entries" }],
  ])("stays as it was where the new one %s, and why is said", async (_what, pages, failure) => {
    const old: StoredEntry = { id: "old/one", name: "", summary: "", kind: "", categories: [], source: "{}" };
    const { run, ids, state } = bench(pages, [old]);
    expect(await run()).toEqual({ ok: false });
    expect(ids()).toEqual(["old/one"]);
    expect(state()).toMatchObject({ failedAtMs: 7, failure });
  });

  it("ends where the service gives ever more", async () => {
    const { run, asked } = bench(Array.from({ length: 300 }, (_, at) => page(entries(at * 100, 100))));
    expect(await run()).toMatchObject({ ok: true, count: 20_000 });
    expect(asked).toHaveLength(200);
  });
});
