import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WireCatalog } from "@/lib/api/catalog-contract";
import { type CatalogAnswer, type CatalogProcess, startCatalogProcess } from "@/tests/support/catalog/catalog-process";
import { entryAt, MODELS, REASONS } from "@/tests/support/catalog/entries";
import { openStudio } from "@/tests/support/jobs/open-studio";

/** A service of another process, with 500 models and a dozen entries that are none. */
let service: CatalogProcess;
beforeAll(async () => {
  service = await startCatalogProcess();
});
afterAll(() => service.stop());

async function open() {
  await service.answerWith("pages");
  const studio = await openStudio({}, { RUNCOMFY_BASE_URL: service.url });
  const refresh = async (): Promise<WireCatalog> => (await studio.call("POST", "/api/catalog")).body;
  const find = async (query: object): Promise<WireCatalog> =>
    (await studio.call("GET", `/api/catalog?${new URLSearchParams({ ...query })}`)).body;
  return { studio, refresh, find };
}

describe("a list of 500 models", () => {
  it("is read whole, and what cannot be used is counted and named", async () => {
    const { refresh } = await open();
    const { total, skipped, skippedCount, missingCount, models } = await refresh();
    expect({ total, skippedCount, missingCount }).toEqual({
      total: MODELS,
      skippedCount: REASONS.length,
      missingCount: 0,
    });
    expect(skipped.map(({ reason }) => reason)).toEqual(REASONS);
    expect(skipped.map(({ entry }) => entry)).toContain("acme/fields/list");
    expect(models).toHaveLength(50);
    expect(JSON.stringify(models).length).toBeLessThan(50_000);
  });

  it("is searched by name, id, category and kind, each model is found once, and a chosen one can be used", async () => {
    const { studio, refresh, find } = await open();
    await refresh();
    for (const q of ["Reel 499", "maker-16/reel-499", "reel 499 text-to-audio"]) {
      expect(await find({ q })).toMatchObject({ total: 1, models: [{ name: "Reel 499 text-to-audio" }] });
    }
    expect((await find({ kind: "audio" })).total).toBe(MODELS / 5);
    expect((await find({ category: "video-edit", q: "maker-3" })).total).toBeGreaterThan(0);
    const ids = new Set<string>();
    for (let offset = 0; offset < MODELS; offset += 100) {
      for (const { id } of (await find({ offset, limit: 100 })).models) ids.add(id);
    }
    expect(ids.size).toBe(MODELS);
    const id = String(entryAt(499).model_id);
    await studio.call("POST", `/api/catalog/${id}`);
    expect((await studio.call("GET", `/api/models/${id}`)).body.model.fields).toHaveLength(9);
  });

  it.each<[CatalogAnswer, number]>([
    ["wrongType", 0],
    ["firstPageOnly", 400 + REASONS.length + 1],
    ["loopingCursor", 0],
  ])("is used as far as it comes where the service answers by %s", async (answer, missingCount) => {
    const { refresh } = await open();
    await service.answerWith(answer);
    const list = await refresh();
    expect(list).not.toHaveProperty("failure");
    expect(list.missingCount).toBe(missingCount);
    expect(list.total).toBeGreaterThan(90);
  });

  it.each<[CatalogAnswer]>([["html"], ["otherShape"], ["brokenLater"], ["huge"]])(
    "stays as it was where the service answers by %s, and says so",
    async (answer) => {
      const { refresh, find } = await open();
      const { readAt } = await refresh();
      await service.answerWith(answer);
      expect(await refresh()).toMatchObject({ total: MODELS, readAt, failure: { reason: "unreadable" } });
      expect((await find({ q: "reel-499" })).total).toBe(1);
    },
  );
});
