import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/json";
import type { Model } from "@/lib/models/model";
import { addModels, correctModel, exportModels, listAdded, previewImport, removeModel } from "./added-models";
import { modelFrom } from "./model-from";
import type { AddedModel } from "./ports";

const SHIPPED = "tencent/hunyuan/text-to-video";
const ID = "acme/reel/image-to-video";
const schema = (properties: JsonObject): JsonObject => ({ type: "object", properties });
const entry = (id: string, properties: JsonObject) => ({ model_id: id, input_schema: schema(properties) });
const FACE = { face: { type: "string" }, fps: { type: "integer" } };

function studio() {
  const stored = new Map<string, AddedModel>();
  const shipped: Model = {
    ...modelFrom({
      modelId: SHIPPED,
      inputSchema: schema({ prompt: { type: "string" } }),
      example: {},
      derived: false,
    }),
    name: { en: "Hunyuan", ko: "훈위안" },
    notes: { prompt: { title: { en: "Prompt", ko: "프롬프트" } } },
  };
  const known = new Map([[SHIPPED, shipped]]);
  const listed = new Map<string, string>();
  let time = 1_000;
  const deps = {
    store: {
      list: async () => [...stored.values()],
      put: async (added: AddedModel) => void stored.set(added.found.modelId, added),
      remove: async (id: string) => stored.delete(id),
    },
    known: {
      find: (id: string) => known.get(id),
      shipped: (id: string) => (id === SHIPPED ? shipped : undefined),
      put: (model: Model) => void known.set(model.id, model),
      remove: (id: string) => void (id === SHIPPED ? known.set(id, shipped) : known.delete(id)),
    },
    listed: async (id: string) => listed.get(id),
    now: () => time++,
  };
  const kindsOf = async () =>
    Object.fromEntries(
      (await listAdded("en", deps)).flatMap(({ model }) => model.fields.map(({ name, kind }) => [name, kind])),
    );
  return { deps, known, kindsOf, listed };
}

describe("a model that is added", () => {
  it("is known at once, and gone when it is removed", async () => {
    const { deps, known } = studio();
    expect(await addModels({ text: JSON.stringify(entry(ID, FACE)) }, deps)).toEqual([ID]);
    expect(known.get(ID)?.name.en).toBe("Reel image to video");
    await removeModel(ID, deps);
    expect([known.has(ID), await listAdded("en", deps)]).toEqual([false, []]);
    await expect(removeModel(ID, deps)).rejects.toMatchObject({ code: "notFound" });
  });

  it("takes a newer schema and keeps what was said of its fields and its name", async () => {
    const { deps, kindsOf } = studio();
    await addModels({ text: JSON.stringify(entry(ID, FACE)), name: "My reel", kinds: { face: "image" } }, deps);
    await addModels({ text: JSON.stringify(entry(ID, { ...FACE, mood: { type: "string" } })) }, deps);
    expect(await kindsOf()).toMatchObject({ face: "image", fps: "integer", mood: "text" });
    const [added] = await listAdded("en", deps);
    expect(added?.model.name).toBe("My reel");
    expect(added?.updatedAt).not.toBe(added?.addedAt);
  });

  it("is corrected later", async () => {
    const { deps, kindsOf, known } = studio();
    await addModels({ text: JSON.stringify(entry(ID, FACE)) }, deps);
    await correctModel(ID, { kinds: { face: "video", fps: "seed" } }, deps);
    expect(await kindsOf()).toEqual({ face: "video", fps: "seed" });
    await correctModel(ID, { name: "Other" }, deps);
    expect(known.get(ID)).toMatchObject({ name: { en: "Other" }, notes: { face: { kind: "video" } } });
    await expect(correctModel("no/model", {}, deps)).rejects.toMatchObject({ code: "notFound" });
  });

  it("is told to be another in the list as long as its fields are", async () => {
    const { deps, listed } = studio();
    const isOther = async () => (await listAdded("en", deps)).map(({ isOtherInList }) => isOtherInList);
    await addModels({ text: JSON.stringify(entry(ID, FACE)), kinds: { face: "image" } }, deps);
    expect(await isOther()).toEqual([false]);
    listed.set(ID, JSON.stringify({ ...entry(ID, FACE), display_name: "Another name" }));
    expect(await isOther()).toEqual([false]);
    listed.set(ID, JSON.stringify(entry(ID, { ...FACE, mood: { type: "string" } })));
    expect(await isOther()).toEqual([true]);
    listed.set(ID, "[5]");
    expect(await isOther()).toEqual([false]);
  });

  it("keeps what the list told of it where a page tells less, and its example where the list has none", async () => {
    const { deps, known, listed, kindsOf } = studio();
    const told = {
      display_name: "Reel",
      description: "Moves.",
      kind: "audio",
      base_price_usd: 0.05,
      price_unit: "second",
    };
    const text = JSON.stringify({ ...entry(ID, FACE), ...told });
    listed.set(ID, text);
    await addModels({ text }, deps);
    const example = { face: "https://files.example/a.webp", fps: 24 };
    const page = JSON.stringify({ ...entry(ID, FACE), example });
    const [previewed] = (await previewImport({ text: page }, "en", deps)).models;
    await addModels({ text: page }, deps);
    const { name, summary, output, price } = known.get(ID) ?? {};
    expect(previewed?.model).toMatchObject({ name: "Reel", summary: "Moves.", output: "audio", price, example });
    expect([name?.en, summary?.en, output, price?.usdMicros]).toEqual(["Reel", "Moves.", "audio", 50_000]);

    expect((await listAdded("en", deps)).map(({ isOtherInList }) => isOtherInList)).toEqual([false]);
    expect((await previewImport({ text }, "en", deps)).models[0]?.changes).toEqual([]);
    await addModels({ text: JSON.stringify({ ...JSON.parse(text), base_price_usd: 0 }) }, deps);
    expect(known.get(ID)?.price).toEqual(price);
    await addModels({ text: JSON.stringify(entry(ID, { face: FACE.face })) }, deps);
    expect(await kindsOf()).toEqual({ face: "image" });
    expect(known.get(ID)?.example).toEqual({ face: example.face });
  });

  it("comes back from its own export as it was", async () => {
    const first = studio();
    const price = { base_price_usd: 0.05, price_unit: "second" };
    await addModels({ text: JSON.stringify({ ...entry(ID, FACE), ...price }), kinds: { face: "image" } }, first.deps);
    await addModels({ text: JSON.stringify(entry("acme/other", FACE)), name: "Other" }, first.deps);
    const file = JSON.stringify(await exportModels(undefined, first.deps));
    const second = studio();
    expect(await addModels({ text: file }, second.deps)).toEqual([ID, "acme/other"]);
    expect(await exportModels(undefined, second.deps)).toEqual(JSON.parse(file));
    expect(second.known.get(ID)).toEqual(first.known.get(ID));
    expect((await exportModels(["acme/other"], first.deps)).models).toMatchObject([{ id: "acme/other" }]);
  });
});

describe("the file of a model that was given a name", () => {
  it("gives the name wherever it is added: in the place of a shipped one, and against what the list says later", async () => {
    const first = studio();
    const text = JSON.stringify({ models: [entry(ID, FACE), entry(SHIPPED, FACE)] });
    await addModels({ text, name: "Mine" }, first.deps);
    const file = JSON.stringify(await exportModels(undefined, first.deps));
    const { deps, known } = studio();
    expect((await previewImport({ text: file }, "ko", deps)).models.map(({ model }) => model.name)).toEqual([
      "Mine",
      "Mine",
    ]);
    await addModels({ text: file }, deps);
    await addModels({ text: JSON.stringify({ ...entry(ID, FACE), display_name: "Reel" }) }, deps);
    expect([known.get(ID)?.name, known.get(SHIPPED)?.name]).toEqual([{ en: "Mine" }, { en: "Mine" }]);
  });
});

describe("a text about a model that comes with the studio", () => {
  it("takes its place with the words that the studio has, and gives it back when it is removed", async () => {
    const { deps, known } = studio();
    const before = known.get(SHIPPED);
    const newer = { prompt: { type: "string", title: "提示", maxLength: 50 }, ...FACE };
    const text = JSON.stringify(entry(SHIPPED, newer));
    expect((await previewImport({ text }, "ko", deps)).models).toMatchObject([
      {
        known: "shipped",
        model: { name: "훈위안", fields: [{ label: "프롬프트" }, {}, {}] },
        changes: [{ name: "prompt" }, { change: "added", name: "face" }, { change: "added", name: "fps" }],
      },
    ]);
    await addModels({ text, kinds: { face: "image" } }, deps);
    expect(await listAdded("ko", deps)).toMatchObject([{ isShipped: true, model: { name: "훈위안" } }]);
    expect((await previewImport({ text }, "en", deps)).models).toMatchObject([{ known: "added", changes: [] }]);
    await removeModel(SHIPPED, deps);
    expect(known.get(SHIPPED)).toBe(before);
  });
});

describe("what is refused", () => {
  it.each<[string, object, object]>([
    ["a text without a model", { text: "hello" }, { code: "notAModel", facts: { reason: "nothing" } }],
    [
      "a schema without a name",
      { text: JSON.stringify(schema(FACE)) },
      { code: "invalidInput", issues: [{ field: "modelId", code: "required" }] },
    ],
    [
      "a name that is no id",
      { text: JSON.stringify(schema(FACE)), modelId: "reel" },
      { issues: [{ field: "modelId", code: "notAModelId" }] },
    ],
  ])("%s adds nothing", async (_what, request, refusal) => {
    const { deps } = studio();
    await expect(addModels({ text: "", ...request }, deps)).rejects.toMatchObject(refusal);
    expect(await listAdded("en", deps)).toEqual([]);
  });

  it("a model that is far larger than any, in a file of several, adds none", async () => {
    const { deps } = studio();
    const large = entry(ID, { face: { type: "string", description: "word ".repeat(50_000) } });
    const text = JSON.stringify([entry("acme/other", FACE), large]);
    const refusal = { code: "notAModel", facts: { reason: "modelTooLong", model: ID } };
    await expect(addModels({ text }, deps)).rejects.toMatchObject(refusal);
    expect(await listAdded("en", deps)).toEqual([]);
  });

  it("more than a thousand models add none", async () => {
    const { deps } = studio();
    const many = Array.from({ length: 1_001 }, (_, at) => entry(`acme/reel-${at}`, FACE));
    await expect(addModels({ text: JSON.stringify(many) }, deps)).rejects.toMatchObject({ facts: { max: 1_000 } });
    expect(await listAdded("en", deps)).toEqual([]);
  });
});

describe("a preview", () => {
  it("shows the form, what can be corrected, and adds nothing", async () => {
    const { deps } = studio();
    const text = JSON.stringify({ models: [entry(ID, FACE), 5] });
    const { models, skipped } = await previewImport({ text, kinds: { face: "audio" } }, "en", deps);
    expect(models).toMatchObject([
      {
        modelId: ID,
        known: "new",
        isGuess: false,
        changes: [],
        correctable: { face: ["text", "prompt", "image", "video", "audio"], fps: ["integer", "seed"] },
        model: { fields: [{ name: "face", kind: "audio" }, { name: "fps" }] },
      },
    ]);
    expect(skipped).toEqual([{ entry: "2", reason: "noSchema" }]);
    expect(await listAdded("en", deps)).toEqual([]);
  });

  it("tells what would change of a model that is there", async () => {
    const { deps } = studio();
    await addModels({ text: JSON.stringify(entry(ID, FACE)), kinds: { face: "image" } }, deps);
    const text = JSON.stringify(entry(ID, { face: { type: "string" } }));
    const { models } = await previewImport({ text }, "en", deps);
    expect(models).toMatchObject([{ known: "added", changes: [{ change: "removed", name: "fps" }] }]);
    expect((await previewImport({ text: JSON.stringify(entry(SHIPPED, FACE)) }, "en", deps)).models[0]?.known).toBe(
      "shipped",
    );
  });
});
