import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { assetSchema, jobAnswerSchema } from "@/lib/api/contract";
import { MODEL_ID, openStudio } from "@/tests/support/jobs/open-studio";
import { plain } from "@/tests/support/pictures";

type Studio = Awaited<ReturnType<typeof openStudio>>;

/** What a sprite of the upstream's clip (64 × 36, 12 frames) has to be: 10 × 2 tiles of 160 × 90. */
const SHEET = { width: 1600, height: 180 };

async function read(studio: Studio, id: string) {
  return jobAnswerSchema.parse((await studio.call("GET", `/api/jobs/${id}`)).body).job;
}

/** A video that was archived without ffmpeg: it has neither sprite nor poster. */
async function archived(studio: Studio) {
  const { id } = await studio.submit({ input: { prompt: "a fox in the snow", seed: 42 } });
  await studio.container.tick();
  await studio.container.tick();
  const [output] = (await read(studio, id)).outputs;
  if (!output) throw new Error("nothing was archived");
  return { id, output };
}

async function send(studio: Studio, path: string, picture: Uint8Array, type = "image/png") {
  const init = { method: "POST", headers: { "content-type": type }, body: new Uint8Array(picture) };
  const answer = await fetch(new URL(path, studio.url), init);
  const text = await answer.text();
  return { status: answer.status, code: text === "" ? undefined : JSON.parse(text).code };
}

describe("the sprite of an archived video", () => {
  it("is none at first, taken once from a browser, told with the job and served as WebP for ever", async () => {
    const studio = await openStudio();
    const { id, output } = await archived(studio);
    expect([output.sprite, output.posterUrl]).toEqual([null, null]);
    const path = `${output.url}/sprite`;
    expect((await fetch(new URL(path, studio.url))).status).toBe(204);

    expect(await send(studio, path, await plain("image/png", SHEET))).toEqual({ status: 204, code: undefined });
    expect(await send(studio, path, await plain("image/png", SHEET))).toEqual({ status: 409, code: "conflict" });
    const sprite = { url: path, columns: 10, rows: 2, tileWidth: 160, tileHeight: 90, count: 12 };
    expect((await read(studio, id)).outputs[0]?.sprite).toEqual(sprite);

    const served = await fetch(new URL(path, studio.url));
    expect([served.headers.get("content-type"), served.headers.get("cache-control")]).toEqual([
      "image/webp",
      "private, max-age=31536000, immutable",
    ]);
    expect(await sharp(await served.arrayBuffer()).metadata()).toMatchObject({ format: "webp", ...SHEET });
    const etag = served.headers.get("etag") ?? "";
    expect((await fetch(new URL(path, studio.url), { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  it.each<[string, () => Promise<Uint8Array>, number]>([
    ["a picture of another size", () => plain("image/png", { width: 160, height: 90 }), 400],
    ["what is no picture", async () => Buffer.from("<svg/>"), 422],
    ["more than 6 MB", async () => Buffer.alloc(6_000_001), 413],
  ])("is not taken from %s", async (_, make, status) => {
    const studio = await openStudio();
    const { output } = await archived(studio);
    expect((await send(studio, `${output.url}/sprite`, await make())).status).toBe(status);
    expect((await fetch(new URL(`${output.url}/sprite`, studio.url))).status).toBe(204);
  });

  it("is not taken or served for an upload, or for nothing", async () => {
    const studio = await openStudio();
    const picture = await plain("image/png", { width: 500, height: 400 });
    const made = await fetch(new URL("/api/uploads?name=a.png", studio.url), {
      method: "POST",
      body: new Uint8Array(picture),
    });
    const { id } = assetSchema.parse((await made.json()).asset);
    for (const address of [`/api/assets/${id}`, "/api/assets/none"]) {
      expect((await send(studio, `${address}/sprite`, picture)).status).toBe(404);
      expect((await send(studio, `${address}/poster`, picture)).status).toBe(404);
      expect((await fetch(new URL(`${address}/sprite`, studio.url))).status).toBe(404);
    }
  });
});

describe("the poster of an archived video", () => {
  it("is taken once, in the shape of the video", async () => {
    const studio = await openStudio();
    const { id, output } = await archived(studio);
    const path = `${output.url}/poster`;
    expect((await send(studio, path, await plain("image/png", { width: 90, height: 90 }))).status).toBe(400);
    const poster = await plain("image/png", { width: 640, height: 360 });
    expect((await send(studio, path, poster)).status).toBe(204);
    expect((await send(studio, path, poster)).status).toBe(409);
    expect((await read(studio, id)).outputs[0]?.posterUrl).toBe(path);
    expect((await fetch(new URL(path, studio.url))).headers.get("content-type")).toBe("image/webp");
  });
});

describe("a download", () => {
  it("is called after its take: day, model, seed, id", async () => {
    const studio = await openStudio();
    const { id, output } = await archived(studio);
    const { modelName, createdAt, input } = await read(studio, id);
    expect([MODEL_ID, input.seed]).toEqual(["tencent/hunyuan/text-to-video", 42]);
    const answer = await fetch(new URL(`${output.url}?download=1`, studio.url));
    await answer.arrayBuffer();
    const name = `${createdAt.slice(0, 10)}_${modelName.replace(/[^\w.]+/g, "-")}_seed-42_${id.slice(0, 8)}.mp4`;
    expect(answer.headers.get("content-disposition")).toContain(`attachment; filename="${name}"`);
  });
});
