import { describe, expect, it } from "vitest";
import { problemSchema } from "@/lib/api/contract";
import { promptListSchema, snippetAnswerSchema, snippetListSchema, uploadListSchema } from "@/lib/api/library-contract";
import { MODEL_ID, openStudio } from "@/tests/support/jobs/open-studio";
import { plain } from "@/tests/support/pictures";

type Studio = Awaited<ReturnType<typeof openStudio>>;

/** Pictures of different sizes, so that no two are the same file. */
async function upload(studio: Studio, name: string, width: number) {
  const body = await plain("image/png", { width, height: 400 });
  const address = new URL(`/api/uploads?${new URLSearchParams({ name })}`, studio.url);
  const answer = await fetch(address, { method: "POST", body: new Uint8Array(body) });
  expect(answer.status).toBe(201);
}

async function namesOf(studio: Studio, query: Record<string, string> = {}) {
  const { body } = await studio.call("GET", `/api/uploads?${new URLSearchParams(query)}`);
  const { assets, nextCursor } = uploadListSchema.parse(body);
  return { names: assets.map(({ name }) => name), nextCursor };
}

describe("GET /api/uploads", () => {
  it("lists uploads newest first and each content once, without the shipped samples", async () => {
    const studio = await openStudio();
    await studio.container.start();
    await upload(studio, "harbour.png", 400);
    await upload(studio, "lead.png", 401);
    await upload(studio, "harbour again.png", 400);
    expect(await namesOf(studio)).toEqual({ names: ["lead.png", "harbour.png"], nextCursor: null });
  });

  it("gives what a tile needs", async () => {
    const studio = await openStudio();
    await upload(studio, "lead.png", 401);
    const { body } = await studio.call("GET", "/api/uploads?kind=image");
    const [asset] = uploadListSchema.parse(body).assets;
    expect(asset).toMatchObject({ ref: `asset:${asset?.id}`, width: 401, height: 400, mediaType: "image/png" });
    expect(Date.now() - Date.parse(asset?.createdAt ?? "")).toBeLessThan(60_000);
    expect((await namesOf(studio, { kind: "video" })).names).toEqual([]);
  });

  it("reads page by page until the end, also while it searches", async () => {
    const studio = await openStudio();
    for (const [index, name] of ["a1.png", "b.png", "a2.png", "a3.png"].entries()) {
      await upload(studio, name, 400 + index);
    }
    const first = await namesOf(studio, { q: "a", limit: "2" });
    expect(first.names).toEqual(["a3.png", "a2.png"]);
    const second = await namesOf(studio, { q: "a", limit: "2", cursor: first.nextCursor ?? "" });
    expect(second).toEqual({ names: ["a1.png"], nextCursor: null });
  });

  it.each([
    ["ROOFTOP night", "Rooftop at night.png"],
    ["주인공".normalize("NFD"), "주인공 얼굴.png"],
    ["ロケ", "ﾛｹ地.png"],
    ["主角", "主角.png"],
    ["50%", "50% grey.png"],
  ])("finds by %s the file %s", async (q, name) => {
    const studio = await openStudio();
    await upload(studio, name, 400);
    await upload(studio, "other.png", 401);
    expect((await namesOf(studio, { q })).names).toEqual([name]);
  });

  it.each(["kind=hologram", "cursor=nonsense", "limit=0", "order=oldest"])("answers 400 to %s", async (query) => {
    const studio = await openStudio();
    const { status, body } = await studio.call("GET", `/api/uploads?${query}`);
    expect([status, problemSchema.parse(body).code]).toEqual([400, "invalidRequest"]);
  });
});

async function promptsOf(studio: Studio, query: Record<string, string> = {}) {
  const { body } = await studio.call("GET", `/api/prompts?${new URLSearchParams(query)}`);
  const { prompts, nextCursor } = promptListSchema.parse(body);
  return { prompts, texts: prompts.map(({ text }) => text), nextCursor };
}

function send(studio: Studio, prompt: string) {
  return studio.submit({ input: { prompt } });
}

describe("GET /api/prompts", () => {
  it("lists each prompt once by its newest use, with model, job and how often", async () => {
    const studio = await openStudio();
    await send(studio, "a fox");
    await send(studio, "a crow");
    const last = await send(studio, " a fox ");
    const { prompts, texts, nextCursor } = await promptsOf(studio);
    expect([texts, nextCursor]).toEqual([[" a fox ", "a crow"], null]);
    expect(prompts[0]).toMatchObject({ modelId: MODEL_ID, modelName: last.modelName, jobId: last.id, count: 2 });
    expect(prompts[0]?.usedAt).toBe(last.createdAt);
  });

  it("finds what was sent since it was read last", async () => {
    const studio = await openStudio();
    expect((await promptsOf(studio)).texts).toEqual([]);
    await send(studio, "a fox");
    expect((await promptsOf(studio)).texts).toEqual(["a fox"]);
  });

  it("falls back to the use before when a job is deleted, and forgets a prompt with its last", async () => {
    const studio = await openStudio();
    const first = await send(studio, "a fox");
    const second = await send(studio, "a fox");
    await studio.container.tick();
    await studio.container.tick();
    expect((await promptsOf(studio)).prompts).toMatchObject([{ jobId: second.id, count: 2 }]);
    await studio.call("DELETE", `/api/jobs/${second.id}`);
    expect((await promptsOf(studio)).prompts).toMatchObject([{ jobId: first.id, count: 1 }]);
    await studio.call("DELETE", `/api/jobs/${first.id}`);
    expect((await promptsOf(studio)).prompts).toEqual([]);
  });

  it("reads page by page until the end, also while it searches", async () => {
    const studio = await openStudio();
    for (const prompt of ["fox one", "crow", "fox two", "fox one", "fox three"]) await send(studio, prompt);
    const first = await promptsOf(studio, { q: "FOX", limit: "2" });
    expect(first.texts).toEqual(["fox three", "fox one"]);
    const second = await promptsOf(studio, { q: "FOX", limit: "2", cursor: first.nextCursor ?? "" });
    expect([second.texts, second.nextCursor]).toEqual([["fox two"], null]);
  });

  it.each([
    ["harbour NIGHT", "A night at the harbour"],
    ["눈", "눈 덮인 마을"],
    ["ﾈｵﾝ", "ネオンの街"],
    ["燈籠", "老街的燈籠"],
    ["100%", "100% wool"],
    ["_", "snake_case"],
  ])("finds by %s the prompt %s", async (q, prompt) => {
    const studio = await openStudio();
    await send(studio, prompt);
    await send(studio, "another");
    expect((await promptsOf(studio, { q })).texts).toEqual([prompt]);
  });
});

describe("snippets", () => {
  it("are made, named, changed, listed with the last changed first, and deleted", async () => {
    const studio = await openStudio();
    const made = await studio.call("POST", "/api/snippets", { name: " Golden  hour ", text: "low sun, long shadows" });
    expect(made.status).toBe(201);
    const { snippet } = snippetAnswerSchema.parse(made.body);
    expect(snippet).toMatchObject({ name: "Golden hour", text: "low sun, long shadows" });
    await studio.call("POST", "/api/snippets", { text: "rain" });

    const changed = await studio.call("PATCH", `/api/snippets/${snippet.id}`, { text: "low sun" });
    expect(changed.body.snippet).toMatchObject({ name: "Golden hour", text: "low sun", createdAt: snippet.createdAt });
    const { snippets } = snippetListSchema.parse((await studio.call("GET", "/api/snippets")).body);
    expect(snippets.map(({ text }) => text)).toEqual(["low sun", "rain"]);

    const path = `/api/snippets/${snippet.id}`;
    expect((await studio.call("DELETE", path)).status).toBe(204);
    expect((await studio.call("DELETE", path)).status).toBe(404);
    expect((await studio.call("PATCH", path, { name: "x" })).status).toBe(404);
  });

  it.each([
    ["short", "short"],
    ["a long  sentence about the light\nin the harbour at dawn", "a long sentence about the light in the…"],
    ["雨".repeat(50), `${"雨".repeat(40)}…`],
    ["🦊".repeat(50), `${"🦊".repeat(40)}…`],
  ])("without a name are called by their first words: %s", async (text, name) => {
    const studio = await openStudio();
    expect((await studio.call("POST", "/api/snippets", { text })).body.snippet.name).toBe(name);
    expect((await studio.call("POST", "/api/snippets", { text, name: " " })).body.snippet.name).toBe(name);
  });

  it.each<[string, object, object]>([
    ["no text", { text: " \n" }, { field: "text", code: "required" }],
    ["a long text", { text: "x".repeat(10_001) }, { field: "text", params: { length: 10_001, max: 10_000 } }],
    ["a long name", { text: "x", name: "x".repeat(81) }, { field: "name", params: { length: 81, max: 80 } }],
  ])("are refused for %s, naming the limit", async (_what, body, error) => {
    const studio = await openStudio();
    const answer = await studio.call("POST", "/api/snippets", body);
    expect(answer.status).toBe(422);
    expect(problemSchema.parse(answer.body).errors).toMatchObject([error]);
    const { body: made } = await studio.call("POST", "/api/snippets", { text: "kept", name: "Kept" });
    expect((await studio.call("PATCH", `/api/snippets/${made.snippet.id}`, body)).status).toBe(422);
    expect((await studio.call("GET", "/api/snippets")).body.snippets).toEqual([made.snippet]);
  });

  it("are 500 at most, and the answer says so", async () => {
    const studio = await openStudio();
    for (let n = 0; n < 500; n++) await studio.container.addSnippet({ text: `snippet ${n}` });
    const { status, body } = await studio.call("POST", "/api/snippets", { text: "one more" });
    expect([status, body.detail]).toEqual([409, expect.stringContaining("500 snippets")]);
  });
});
