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
  let state: CatalogState = { skipped: [], skippedCount: 0, missingCount: 0 };
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
    prices: nothing,
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

  it.each<[string, CatalogPage[], number[], number, number?]>([
    ["says no total and ends with a short page", [page(entries(0, 100)), page(entries(100, 3))], [0, 100], 103],
    ["says no total and ends with an empty page", [page(entries(0, 100)), page([])], [0, 100], 100],
    ["says a wrong total", [page(entries(0, 100), 900), page([], 900)], [0, 100], 100, 800],
    ["gives fewer at once than were asked for", [page(entries(0, 50), 80), page(entries(50, 30), 80)], [0, 50], 80],
    ["knows no offset", [page(entries(0, 100), 500), page(entries(0, 100), 500)], [0, 100], 100, 400],
    ["repeats the end of a page", [page(entries(0, 100), 130), page(entries(70, 60), 160)], [0, 100], 130],
    ["gives all at once", [page(entries(0, 700), 700)], [0], 700],
  ])("is read whole where it %s", async (_what, pages, offsets, count, missing = 0) => {
    const { run, asked, ids, state } = bench(pages);
    expect(await run()).toMatchObject({ ok: true, count, skipped: 0 });
    expect([asked, ids().length, state().missingCount]).toEqual([offsets, count, missing]);
  });

  it("names at most fifty entries that cannot be used, and counts all", async () => {
    const { run, state } = bench([page([entry(0), ...Array.from({ length: 70 }, () => 5)])]);
    expect(await run()).toEqual({ ok: true, count: 1, skipped: 70 });
    expect([state().skipped.length, state().skippedCount]).toEqual([50, 70]);
  });

  it("keeps the first of two entries with one id, and names the second where it says something else", async () => {
    const { run, listed, state } = bench([page([entry(1), entry(1), { ...entry(1), kind: "audio" }, entry(2)])]);
    expect(await run()).toEqual({ ok: true, count: 2, skipped: 1 });
    expect(listed()[0]?.kind).toBe("video");
    expect(state().skipped).toEqual([{ entry: "acme/reel-1", reason: "duplicate" }]);
  });

  it("keeps no text that is far too long", async () => {
    const long = "word ".repeat(30_000);
    const { run, listed, state } = bench([
      page([
        { ...entry(1), description: long },
        { ...entry(2), display_name: long, description: long },
        { ...entry(3), kind: long, categories: [long] },
      ]),
    ]);
    expect(await run()).toMatchObject({ ok: true, count: 1 });
    expect(listed().map(({ summary }) => summary.length)).toEqual([300]);
    expect(state().skipped).toEqual([
      { entry: "acme/reel-2", reason: "tooLong" },
      { entry: "acme/reel-3", reason: "tooLong" },
    ]);
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
