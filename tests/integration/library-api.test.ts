import { describe, expect, it } from "vitest";
import { problemSchema, uploadListSchema } from "@/lib/api/contract";
import { openStudio } from "@/tests/support/jobs/open-studio";
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
