import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/json";
import type { Model } from "@/lib/models/model";
import { createModelVersions } from "./model-versions";

const model = (over: Partial<Model> = {}): Model => ({
  id: "acme/reel",
  name: { en: "Reel" },
  summary: { en: "Reel" },
  output: "video",
  inputSchema: { type: "object", properties: { face: { type: "string" } } },
  notes: {},
  example: {},
  ...over,
});
const withExample = (face: string) => model({ example: { face } });

function bench() {
  const known = new Map<string, Model>();
  const kept = new Map<string, Model>();
  const versions = createModelVersions({
    catalog: { find: (id) => known.get(id) },
    store: {
      keep: async (version, one) => void (kept.has(version) || kept.set(version, one)),
      find: async (version) => kept.get(version),
    },
  });
  const put = (one: Model) => void known.set(one.id, one);
  const take = async (one: Model) => {
    put(one);
    const modelVersion = await versions.keepVersion(one.id);
    return { modelId: one.id, ...(modelVersion !== undefined && { modelVersion }) };
  };
  return { known, kept, put, take, read: versions.readJobModel };
}

describe("the model that a take was made with", () => {
  it("has the fields that its example made of them then", async () => {
    const { put, take, read } = bench();
    const job = await take(withExample("https://files.example/a.webp"));
    put(withExample("a word"));
    expect(await read(job, "en")).toMatchObject({
      model: { fields: [{ name: "face", kind: "image" }] },
      changes: [{ name: "face", aspects: [{ aspect: "kind", before: "image", after: "text" }] }],
    });
  });

  it("is that model and no other that has the same form", async () => {
    const { known, take, read } = bench();
    await take(model({ id: "acme/first" }));
    const job = await take(model({ id: "acme/second" }));
    known.clear();
    expect(await read(job, "en")).toMatchObject({ isGone: true, model: { id: "acme/second" } });
  });

  it.each<[string, Partial<Model>]>([
    ["name", { name: { en: "Other" } }],
    ["price", { price: { usdMicros: 1, unit: "output" } }],
  ])("is the same where only its %s is another", async (_what, over) => {
    const { kept, take } = bench();
    const [before, after] = [await take(model()), await take(model(over))];
    expect([after, kept.size]).toEqual([before, 1]);
  });

  it("is found by whatever it was kept under, and has not changed where its fields have not", async () => {
    const { kept, put, read } = bench();
    kept.set("kept earlier", model());
    put(model({ name: { en: "Other" } }));
    const job = { modelId: "acme/reel", modelVersion: "kept earlier" };
    const properties: JsonObject = { face: { type: "integer" } };
    expect(await read(job, "en")).toMatchObject({ isGone: false, changes: [], model: { fields: [{ kind: "text" }] } });
    put(model({ inputSchema: { type: "object", properties } }));
    expect(await read(job, "en")).toMatchObject({ model: { fields: [{ kind: "text" }] }, changes: [{ name: "face" }] });
  });
});
