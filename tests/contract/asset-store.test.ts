import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAssetStore } from "@/lib/db/asset-store";
import { openDatabase } from "@/lib/db/open";
import type { Asset } from "@/lib/storage/asset";
import type { AssetStore } from "@/lib/storage/ports";

/** One entry per adapter of the port. */
const adapters = [{ name: "SQLite", open: openSqlite }];

async function openSqlite(): Promise<{ store: AssetStore; spoil(id: string): Promise<void>; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "dailies-assets-"));
  const { db, close } = await openDatabase({ path: join(folder, "test.db") });
  return {
    store: createAssetStore(db),
    spoil: async (id) => {
      await db.updateTable("assets").set({ kind: "hologram" }).where("id", "=", id).execute();
    },
    close: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const bare: Asset = {
  id: "a1",
  kind: "image",
  origin: "upload",
  mediaType: "image/png",
  bytes: 5_000_000_000,
  sha256: "a".repeat(64),
  fileKey: "ab/cd.png",
  createdAtMs: 1_790_000_000_123,
};
const full: Asset = {
  ...bare,
  id: "a2",
  kind: "video",
  origin: "output",
  mediaType: "video/mp4",
  width: 1280,
  height: 720,
  durationMs: 5_042,
  frameCount: 121,
  name: "한국어 '\"; drop table assets --.mp4",
  posterKey: "ef/gh.webp",
};

describe.each(adapters)("asset store on $name", ({ open }) => {
  let opened: Awaited<ReturnType<typeof openSqlite>>;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());

  it.each([
    ["with only what is required", bare],
    ["with everything", full],
  ])("gives an asset %s back as it was", async (_, asset) => {
    await opened.store.insert(asset);
    expect(await opened.store.get(asset.id)).toEqual(asset);
  });

  it("knows nothing of an id that was never stored", async () => {
    expect(await opened.store.get("none")).toBeUndefined();
    expect(await opened.store.getMany([])).toEqual([]);
  });

  it("gives many in the order asked for, each once, without the missing", async () => {
    await opened.store.insert(bare);
    await opened.store.insert(full);
    expect(await opened.store.getMany(["a2", "none", "a1", "a2"])).toEqual([full, bare]);
  });

  it("gives more at once than one statement can name", async () => {
    const ids = Array.from({ length: 1_201 }, (_, index) => `n${index}`);
    await opened.store.insert({ ...bare, id: "n0" });
    await opened.store.insert({ ...bare, id: "n1200" });
    expect((await opened.store.getMany(ids)).map(({ id }) => id)).toEqual(["n0", "n1200"]);
  });

  it("refuses a second asset with the same id, and keeps the first", async () => {
    await opened.store.insert(bare);
    await expect(opened.store.insert({ ...full, id: "a1" })).rejects.toThrow();
    expect(await opened.store.get("a1")).toEqual(bare);
  });

  it("replaces by put, also what the new one no longer has", async () => {
    await opened.store.put(full);
    await opened.store.put({ ...bare, id: full.id });
    expect(await opened.store.get(full.id)).toEqual({ ...bare, id: full.id });
  });

  it("finds the oldest of the same content and origin", async () => {
    await opened.store.insert({ ...bare, id: "later", createdAtMs: 30 });
    await opened.store.insert({ ...bare, id: "older", createdAtMs: 20 });
    await opened.store.insert({ ...bare, id: "sample", origin: "sample", createdAtMs: 10 });
    expect((await opened.store.findByContent(bare.sha256, "upload"))?.id).toBe("older");
    expect(await opened.store.findByContent("b".repeat(64), "upload")).toBeUndefined();
  });

  it("takes a sprite and a poster once, and lists the archived videos that wait for a sprite", async () => {
    const sprite = { key: "ef/sprite.webp", columns: 10, rows: 7, tileWidth: 160, tileHeight: 90, count: 61 };
    const { posterKey: _, ...plain } = full;
    await opened.store.insert({ ...plain, id: "newer", createdAtMs: 30 });
    await opened.store.insert({ ...plain, id: "older", createdAtMs: 20, pictureBytes: 100 });
    await opened.store.insert({ ...plain, id: "upload", origin: "upload" });
    await opened.store.insert(bare);
    const waiting = async (except: string[] = []) =>
      (await opened.store.withoutSprite({ limit: 9, except })).map(({ id }) => id);
    expect(await waiting()).toEqual(["older", "newer"]);
    expect(await waiting(["older"])).toEqual(["newer"]);
    const after = { createdAtMs: 20, id: "older" };
    expect((await opened.store.withoutSprite({ limit: 9, except: [], after })).map(({ id }) => id)).toEqual(["newer"]);
    expect(await opened.store.setSprite("older", sprite, 7)).toBe(true);
    expect(await opened.store.setSprite("older", { ...sprite, key: "ef/other.webp" }, 7)).toBe(false);
    expect(await opened.store.setSprite("none", sprite, 7)).toBe(false);
    expect(await opened.store.setPoster("older", "ef/poster.webp", 5)).toBe(true);
    expect(await opened.store.setPoster("older", "ef/other.webp", 5)).toBe(false);
    expect(await waiting()).toEqual(["newer"]);
    expect(await opened.store.get("older")).toMatchObject({ sprite, posterKey: "ef/poster.webp", pictureBytes: 112 });
  });

  it("does not pass on a row that it cannot understand", async () => {
    await opened.store.insert(bare);
    await opened.spoil(bare.id);
    await expect(opened.store.get(bare.id)).rejects.toThrow(/kind/);
  });
});
