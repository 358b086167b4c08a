import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { WireCatalog } from "@/lib/api/catalog-contract";
import type { WireAddedModel } from "@/lib/api/import-contract";
import { KEY, MODEL_ID, openStudio } from "@/tests/support/jobs/open-studio";
import { sharedTexts } from "@/tests/support/shared-texts";
import { temporaryFolder } from "@/tests/support/temporary-folder";

const ID = "acme/reel-1/image-to-video";
const entryOf = (id: string) => ({
  model_id: id,
  display_name: `Reel of ${id}`,
  kind: "video",
  categories: ["image-to-video"],
  base_price_usd: 0.05,
  price_unit: "second",
  input_schema: { type: "object", properties: { prompt: { type: "string" }, face: { type: "string" } } },
});
const perOutput = (usd: number) => ({ base_price_usd: usd, price_unit: "output" });
type Answer = { status?: number; body: unknown };

/** A service that has a list of models and nothing else. */
async function serviceWith(answer: (query: URLSearchParams) => Answer) {
  const keys: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://service");
    keys.push(request.headers.authorization);
    const { status = 200, body } = answer(url.searchParams);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, keys };
}

function pagesOf(entries: unknown[]) {
  return (query: URLSearchParams): Answer => {
    const [offset, limit] = [Number(query.get("offset")), Number(query.get("limit"))];
    return { body: { models: entries.slice(offset, offset + limit), total: entries.length } };
  };
}

type Studio = Awaited<ReturnType<typeof openStudio>>;
const listOf = async (studio: Studio, query = ""): Promise<WireCatalog> =>
  (await studio.call("GET", `/api/catalog${query}`)).body;
const addedIn = async (studio: Studio): Promise<WireAddedModel[]> =>
  (await studio.call("GET", "/api/imports")).body.models;

/** The catalogue's schemas and the pages that lie beside the project where it is developed, and are not part of it. */
const SHARED = sharedTexts();

describe("every text beside the project", () => {
  it.skipIf(SHARED.length === 0)("is added as a model whose form has each field of its schema", async () => {
    const studio = await openStudio({}, { RUNCOMFY_API_KEY: "" });
    expect(SHARED).toHaveLength(28);
    for (const { text, modelId, keys } of SHARED) {
      const [previewed] = (await studio.call("POST", "/api/imports/preview", { text })).body.models;
      expect(previewed.modelId).toBe(modelId);
      expect((await studio.call("POST", "/api/imports", { text })).body).toEqual({ ids: [modelId] });
      const { model } = (await studio.call("GET", `/api/models/${modelId}`)).body;
      expect(model.fields.map(({ name }: { name: string }) => name).sort()).toEqual(keys);
      expect(previewed.model.fields).toEqual(model.fields);
    }
    const file = (await studio.call("GET", "/api/imports/export")).text;
    const ids = new Set(SHARED.map(({ modelId }) => modelId));
    expect((await studio.call("POST", "/api/imports", { text: file })).body.ids.sort()).toEqual([...ids].sort());
  });
});

describe("a text with a model", () => {
  it("is previewed without being kept, then added, used at once, corrected, exported and removed", async () => {
    const studio = await openStudio({}, { RUNCOMFY_API_KEY: "" });
    const text = JSON.stringify(entryOf(ID));
    const preview = await studio.call("POST", "/api/imports/preview", { text, kinds: { face: "image" } });
    expect(preview.body.models).toMatchObject([
      { modelId: ID, known: "new", model: { fields: [{}, { kind: "image" }] } },
    ]);
    expect(await addedIn(studio)).toEqual([]);

    const added = await studio.call("POST", "/api/imports", { text, kinds: { face: "image" } });
    expect([added.status, added.body]).toEqual([201, { ids: [ID] }]);
    const model = await studio.call("GET", `/api/models/${ID}`);
    expect(model.body.model).toMatchObject({ name: `Reel of ${ID}`, price: { usdMicros: 50_000, unit: "second" } });
    expect((await studio.submit({ modelId: ID, input: { prompt: "a kite" } })).modelName).toBe(`Reel of ${ID}`);

    await studio.call("PATCH", `/api/imports/${ID}`, { name: "Mine", kinds: { face: "video" } });
    expect(await addedIn(studio)).toMatchObject([{ model: { name: "Mine" }, kinds: { face: "video" } }]);
    const file = await studio.call("GET", "/api/imports/export");
    expect(file.headers.get("content-disposition")).toContain("dailies-models.json");
    expect((await studio.call("DELETE", `/api/imports/${ID}`)).status).toBe(204);
    expect((await studio.call("GET", `/api/models/${ID}`)).status).toBe(404);
    await studio.call("POST", "/api/imports", { text: file.text });
    expect(await addedIn(studio)).toMatchObject([{ model: { name: "Mine" }, kinds: { face: "video" } }]);
  });

  it.each([
    ["hello", 422, "notAModel", /No model stands in this text/],
    [`${JSON.stringify(entryOf(ID)).slice(0, -2)}`, 422, "notAModel", /cut off: .* is missing/],
  ])("is refused in words where it is %s", async (text, status, code, words) => {
    const studio = await openStudio();
    const answer = await studio.call("POST", "/api/imports", { text });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.detail).toMatch(words);
    expect(await addedIn(studio)).toEqual([]);
  });
});

describe("the service's list", () => {
  it("is read with the key, searched in any of its texts, and what is chosen can be used at once", async () => {
    const entries = [...Array.from({ length: 120 }, (_, at) => entryOf(`acme/reel-${at}/image-to-video`)), 5];
    const service = await serviceWith(pagesOf(entries));
    const studio = await openStudio({}, { RUNCOMFY_BASE_URL: service.url });
    const read = await studio.call("POST", "/api/catalog");
    expect(read.body).toMatchObject({ total: 120, upstream: "runcomfy", skipped: [{ entry: "121" }] });
    expect(new Set(service.keys)).toEqual(new Set([`Bearer ${KEY}`]));
    expect(read.text).not.toContain(KEY);

    const found = await listOf(studio, "?q=REEL-11%20video&kind=video&category=image-to-video&limit=5");
    expect(found).toMatchObject({ total: 11, kinds: ["video"], categories: ["image-to-video"] });
    expect(found.models).toHaveLength(5);
    expect((await listOf(studio, "?category=text-to-audio")).total).toBe(0);

    await studio.call("POST", "/api/catalog/acme/reel-7/image-to-video");
    expect((await studio.call("GET", "/api/imports/export")).body.models).toMatchObject([{ kind: "video" }]);
    expect((await studio.call("GET", "/api/models/acme/reel-7/image-to-video")).status).toBe(200);
    const [chosen] = (await listOf(studio, "?q=reel-7/")).models;
    expect(chosen).toMatchObject({ isHere: true, price: { usd: 0.05, unit: "second" } });
    expect((await studio.call("POST", "/api/catalog/no/model")).status).toBe(404);
  });

  it.each<[string, Answer, string]>([
    ["refuses the key", { status: 401, body: { error_code: 401001, message: "who?" } }, "keyRefused"],
    ["answers with a page", { body: "<html>" }, "unreadable"],
    ["answers with another shape", { body: { things: [] } }, "unreadable"],
    ["is down", { status: 503, body: {} }, "unreachable"],
  ])("stays as it was where the service %s, and says so", async (_what, answer, reason) => {
    let works = true;
    const good = pagesOf([entryOf(ID)]);
    const service = await serviceWith((query) => (works ? good(query) : answer));
    const studio = await openStudio({}, { RUNCOMFY_BASE_URL: service.url });
    await studio.call("POST", "/api/catalog");
    works = false;
    const failed = await studio.call("POST", "/api/catalog");
    expect(failed.body).toMatchObject({ total: 1, failure: { reason }, models: [{ id: ID }] });
  });

  it("shows how an added model has changed, and updates it with what was said of its fields", async () => {
    let entry = entryOf(ID);
    const service = await serviceWith((query) => pagesOf([entry])(query));
    const studio = await openStudio({}, { RUNCOMFY_BASE_URL: service.url });
    await studio.call("POST", "/api/catalog");
    await studio.call("POST", `/api/catalog/${ID}`);
    await studio.call("PATCH", `/api/imports/${ID}`, { kinds: { face: "image" } });
    expect((await studio.call("GET", `/api/catalog/${ID}`)).body.models).toMatchObject([
      { known: "added", changes: [] },
    ]);

    const { prompt, face } = entry.input_schema.properties;
    const properties = { prompt: { ...prompt, maxLength: 500 }, face };
    entry = { ...entry, input_schema: { ...entry.input_schema, properties } };
    await studio.call("POST", "/api/catalog");
    const [seen] = (await studio.call("GET", `/api/catalog/${ID}`)).body.models;
    expect(seen.changes).toMatchObject([
      { name: "prompt", aspects: [{ aspect: "limit", before: "", after: "≤ 500" }] },
    ]);
    await studio.call("POST", `/api/catalog/${ID}`);
    const [added] = await addedIn(studio);
    expect(added).toMatchObject({
      kinds: { face: "image" },
      model: { fields: [{ limit: { max: 500 } }, { kind: "image" }] },
    });
  });

  it("prices its models as it was last read, those that come with the studio and those that were added before", async () => {
    const priced = (usd: number) => [MODEL_ID, ID].map((id) => ({ ...entryOf(id), ...perOutput(usd) }));
    let entries = priced(0.05);
    const service = await serviceWith((query) => pagesOf(entries)(query));
    const settings = { RUNCOMFY_BASE_URL: service.url, DATA_DIR: (await temporaryFolder()).path };
    const studio = await openStudio({}, settings);
    const prices = async (of = studio) =>
      Promise.all([MODEL_ID, ID].map(async (id) => (await of.call("GET", `/api/models/${id}`)).body.model?.price));
    const readAt = async () => Date.parse((await listOf(studio)).readAt ?? "");
    await studio.call("POST", "/api/catalog");
    const first = { usdMicros: 50_000, unit: "output", asOfMs: await readAt() };
    expect(await prices()).toEqual([first, undefined]);
    await studio.call("POST", `/api/catalog/${ID}`);
    expect(await prices()).toEqual([first, first]);
    expect((await studio.call("GET", "/api/imports/export")).body.models[0].price.asOfMs).toBe(first.asOfMs);

    entries = priced(0.4);
    await studio.call("POST", "/api/catalog");
    const second = { usdMicros: 400_000, unit: "output", asOfMs: await readAt() };
    expect(await prices()).toEqual([second, second]);
    for (const modelId of [MODEL_ID, ID]) await studio.submit({ modelId });
    const { day } = (await studio.call("GET", "/api/spending")).body;
    expect(day).toMatchObject({ reservedMicros: 800_000, unknownTakes: 0 });
    expect(await prices(await openStudio({}, settings))).toEqual([second, second]);
  });

  it("is the sandbox's where there is no key", async () => {
    const studio = await openStudio({}, { RUNCOMFY_API_KEY: "" });
    const { body } = await studio.call("POST", "/api/catalog");
    expect(body).toMatchObject({ upstream: "sandbox", skipped: [] });
    expect(body.models.filter((model: { isHere: boolean }) => !model.isHere).length).toBeGreaterThan(15);
  });

  it("is read anew by itself when somebody looks and it was never read", async () => {
    const service = await serviceWith(pagesOf([entryOf(ID)]));
    const studio = await openStudio({}, { RUNCOMFY_BASE_URL: service.url });
    expect(await listOf(studio)).toMatchObject({ models: [], isReading: true });
    await expect.poll(async () => (await listOf(studio)).total).toBe(1);
  });
});

describe("a take of a model that changes", () => {
  const text = (properties: object) => JSON.stringify({ model_id: ID, input_schema: { type: "object", properties } });

  it("keeps the form that it was made with, and says how that has changed", async () => {
    const studio = await openStudio({}, { RUNCOMFY_API_KEY: "" });
    const before = { prompt: { type: "string" }, mood: { type: "string", title: "Mood" } };
    await studio.call("POST", "/api/imports", { text: text(before) });
    const job = await studio.submit({ modelId: ID, input: { prompt: "a kite", mood: "calm" } });
    const madeWith = async () => (await studio.call("GET", `/api/jobs/${job.id}/model`)).body;
    expect(await madeWith()).toMatchObject({ isGone: false, changes: [] });

    await studio.call("POST", "/api/imports", { text: text({ prompt: { type: "string" }, fps: { type: "integer" } }) });
    const later = await madeWith();
    expect(later.model.fields).toMatchObject([{ label: "Prompt" }, { label: "Mood" }]);
    expect(later).toMatchObject({
      isGone: false,
      changes: [
        { change: "added", name: "fps" },
        { change: "removed", name: "mood" },
      ],
    });

    await studio.call("DELETE", `/api/imports/${ID}`);
    const gone = await madeWith();
    expect(gone).toMatchObject({ isGone: true, model: { id: ID } });
    expect(gone.model.fields).toHaveLength(2);
    expect((await studio.call("GET", "/api/jobs/none/model")).status).toBe(404);
  });
});
