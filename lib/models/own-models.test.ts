import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { listModels } from "./catalog";
import { createCatalog } from "./own-models";

const SHIPPED = listModels().map(({ id }) => id);

function model(id: string, more: object = {}): string {
  return JSON.stringify({
    id,
    name: { en: "Mine" },
    summary: { en: "x" },
    output: "video",
    inputSchema: { type: "object", properties: { prompt: { type: "string" } } },
    notes: {},
    example: {},
    ...more,
  });
}

async function catalogOf(files: Record<string, string>) {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) await folder.write(name, content);
  const skipped: string[] = [];
  const catalog = createCatalog(folder.path, (reason) => skipped.push(reason));
  return { catalog, ids: catalog.list().map(({ id }) => id), find: catalog.find, skipped };
}

describe("own models", () => {
  it("stand beside the shipped ones, in their order", async () => {
    const { ids, find, skipped } = await catalogOf({
      "a.json": model("zoo/mine"),
      "b.json": model("zoo/first", { rank: 0 }),
      "notes.txt": "not a model",
    });
    expect(ids).toEqual(["zoo/first", ...SHIPPED, "zoo/mine"]);
    expect(find("zoo/mine")?.name.en).toBe("Mine");
    expect(find("zoo/none")).toBeUndefined();
    expect(skipped).toEqual([]);
  });

  it.each([
    ["no JSON", "{", /bad\.json.*JSON/s],
    ["a misspelt key", model("zoo/mine", { exmaple: {} }), /bad\.json.*exmaple/s],
    ["an id of one segment", model("zoo"), /bad\.json.*id/s],
    ["the id of a shipped model", model(SHIPPED[0] ?? ""), new RegExp(`bad\\.json.*${SHIPPED[0]} already`)],
  ])("are left out and named for %s, and the others stay", async (_what, content, reason) => {
    const { ids, skipped } = await catalogOf({ "bad.json": content, "good.json": model("zoo/good") });
    expect(ids).toEqual([...SHIPPED, "zoo/good"]);
    expect(skipped).toEqual([expect.stringMatching(reason)]);
  });

  it("replace no shipped model", async () => {
    const { find } = await catalogOf({ "a.json": model(SHIPPED[0] ?? "") });
    expect(find(SHIPPED[0] ?? "")?.name.en).not.toBe("Mine");
  });

  it("keep the first of two files with one id", async () => {
    const { find, skipped } = await catalogOf({
      "a.json": model("zoo/mine"),
      "b.json": model("zoo/mine", { name: { en: "Second" } }),
    });
    expect(find("zoo/mine")?.name.en).toBe("Mine");
    expect(skipped).toEqual([expect.stringContaining("b.json")]);
  });

  it("are stood in for by an added one until that is removed", async () => {
    const { catalog, find } = await catalogOf({ "a.json": model("zoo/mine") });
    const [shipped] = SHIPPED;
    for (const id of ["zoo/mine", shipped ?? ""]) {
      const before = find(id);
      if (!before) throw new Error(`${id} is not there`);
      catalog.put({ ...before, name: { en: "Another" } });
      expect([find(id)?.name.en, catalog.shipped(id)]).toEqual(["Another", before]);
      catalog.remove(id);
      expect(find(id)).toBe(before);
    }
    expect(catalog.shipped("zoo/none")).toBeUndefined();
  });

  it("are none where the folder is missing, and a file in its place is named", async () => {
    const folder = await temporaryFolder();
    const skipped: string[] = [];
    const idsIn = (path: string) => createCatalog(path, (reason) => skipped.push(reason)).list().length;
    expect(idsIn(join(folder.path, "none"))).toBe(SHIPPED.length);
    expect(skipped).toEqual([]);
    expect(idsIn(await folder.write("models", "a file"))).toBe(SHIPPED.length);
    expect(skipped).toEqual([expect.stringContaining("models")]);
  });
});
