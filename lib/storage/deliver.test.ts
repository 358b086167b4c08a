import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { type AssetBench, assetBench } from "@/tests/support/asset-bench";
import { noise, plain } from "@/tests/support/pictures";
import type { Asset } from "./asset";
import { SERVICE_CAPS } from "./data-uri";
import { createDelivery } from "./deliver";

const caps = { image: 40_000, video: 3_000, audio: 2_000, request: 100_000 };

async function store({ files, assets }: AssetBench, id: string, content: Uint8Array, of: Partial<Asset> = {}) {
  const path = await files.temporaryPath();
  await writeFile(path, content);
  const fileKey = await files.adopt(path, "bin");
  const fixed = { sha256: "0".repeat(64), fileKey, createdAtMs: 1, bytes: content.length, origin: "upload" } as const;
  await assets.insert({ id, kind: "image", mediaType: "image/png", ...fixed, ...of });
}

function decoded(uri: unknown): { type: string; bytes: Buffer } {
  const [head = "", data = ""] = String(uri).split(";base64,");
  return { type: head.slice("data:".length), bytes: Buffer.from(data, "base64") };
}

describe("delivery without a public address", () => {
  it("replaces every name of an asset by its bytes, however deep, and nothing else", async () => {
    const bench = await assetBench();
    const png = await plain("image/png", { width: 4, height: 4 });
    await store(bench, "one", png);
    const rest = { prompt: "asset:one is a lamp", url: "https://example.com/a.png", seed: 0, off: false, none: null };
    const delivered = await createDelivery(bench)({ ...rest, image: "asset:one", list: [{ deep: ["asset:one"] }] });
    const uri = `data:image/png;base64,${png.toString("base64")}`;
    expect(delivered).toEqual({ ok: true, input: { ...rest, image: uri, list: [{ deep: [uri] }] } });
  });

  it("leaves an input that names none as it is", async () => {
    const input = { prompt: "asset:", other: "asset:../x", third: "x asset:one" };
    expect(await createDelivery(await assetBench())(input)).toEqual({ ok: true, input });
  });

  it("names the field of an asset that is gone", async () => {
    const delivered = await createDelivery(await assetBench())({ list: ["x", { path: "asset:none" }] });
    expect(delivered).toMatchObject({ ok: false, field: "list.1.path" });
  });

  it("names the field of an asset whose file is gone or damaged", async () => {
    const bench = await assetBench();
    await store(bench, "gone", Buffer.alloc(9), { fileKey: `00/${"0".repeat(30)}.bin` });
    await store(bench, "damaged", Buffer.alloc(caps.image + 1));
    const deliver = createDelivery({ ...bench, caps });
    expect(await deliver({ a: "x", b: "asset:gone" })).toMatchObject({ ok: false, field: "b" });
    expect(await deliver({ a: "x", c: "asset:damaged" })).toMatchObject({ ok: false, field: "c" });
  });

  it.each([
    ["video", 3_000],
    ["audio", 2_000],
  ] as const)("sends a %s up to its cap and refuses it above", async (kind, cap) => {
    const bench = await assetBench();
    await store(bench, "fits", Buffer.alloc(cap), { kind, mediaType: `${kind}/mp4` });
    await store(bench, "over", Buffer.alloc(cap + 1), { kind, mediaType: `${kind}/mp4` });
    const deliver = createDelivery({ ...bench, caps });
    expect(await deliver({ a: "asset:fits" })).toMatchObject({ ok: true });
    expect(await deliver({ a: "asset:fits", b: "asset:over" })).toMatchObject({
      ok: false,
      field: "b",
      message: expect.stringContaining(kind),
    });
  });

  it("sends a picture that is too large as a JPEG of the same frame that is not", async () => {
    const bench = await assetBench();
    await store(bench, "big", await noise("image/png", { width: 200, height: 100 }));
    const delivered = await createDelivery({ ...bench, caps })({ a: "asset:big" });
    const { type, bytes } = decoded(delivered.ok && delivered.input.a);
    expect(type).toBe("image/jpeg");
    expect(bytes.length).toBeLessThanOrEqual(caps.image);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 200, height: 100 });
  });

  it("scales a picture down where quality is not enough, but not below 512 pixels", async () => {
    const bench = await assetBench();
    await store(bench, "huge", await noise("image/png", { width: 1200, height: 900 }));
    const deliver = (image: number) =>
      createDelivery({ ...bench, caps: { ...SERVICE_CAPS, image } })({ a: "asset:huge" });
    const delivered = await deliver(300_000);
    const { bytes } = decoded(delivered.ok && delivered.input.a);
    const { width = 0, height = 0 } = await sharp(bytes).metadata();
    expect(height).toBeGreaterThanOrEqual(512);
    expect(height).toBeLessThan(900);
    expect(width / height).toBeCloseTo(4 / 3, 2);
    expect(await deliver(10_000)).toMatchObject({ ok: false, field: "a" });
  });

  it("keeps a transparent picture transparent", async () => {
    const bench = await assetBench();
    const pixels = randomBytes(150 * 150 * 4);
    await store(
      bench,
      "clear",
      await sharp(pixels, { raw: { width: 150, height: 150, channels: 4 } })
        .png()
        .toBuffer(),
    );
    const delivered = await createDelivery({ ...bench, caps })({ a: "asset:clear" });
    const { type, bytes } = decoded(delivered.ok && delivered.input.a);
    expect(type).toBe("image/webp");
    expect((await sharp(bytes).metadata()).hasAlpha).toBe(true);
  });

  it("makes nine pictures that fit one by one fit together", async () => {
    const bench = await assetBench();
    const input: Record<string, string> = {};
    for (let index = 1; index <= 9; index += 1) {
      await store(bench, `p${index}`, await noise("image/jpeg", { width: 110, height: 110 + index }));
      input[`image_url_${index}`] = `asset:p${index}`;
    }
    const delivered = await createDelivery({ ...bench, caps })(input);
    expect(delivered.ok).toBe(true);
    const size = JSON.stringify(delivered.ok && delivered.input).length;
    expect(size).toBeLessThanOrEqual(caps.request);
    expect(size).toBeGreaterThan(caps.request / 2);
  });

  it("refuses files that do not fit together", async () => {
    const bench = await assetBench();
    const members = Array.from({ length: 30 }, (_, index) => `v${index}`);
    for (const id of members) await store(bench, id, Buffer.alloc(3_000), { kind: "video", mediaType: "video/mp4" });
    const delivered = await createDelivery({ ...bench, caps })({ list: members.map((id) => `asset:${id}`) });
    expect(delivered).toMatchObject({ ok: false, field: "list.0", message: expect.stringContaining("together") });
  });
});

describe("delivery under a public address", () => {
  it.each(["https://studio.example", "https://studio.example/", "https://studio.example/dailies"])(
    "names the files under %s and reads none",
    async (publicUrl) => {
      const bench = await assetBench();
      await store(bench, "one", Buffer.alloc(10_000), { kind: "video", mediaType: "video/mp4" });
      const delivered = await createDelivery({ ...bench, caps, publicUrl })({ a: ["asset:one"] });
      const base = publicUrl.replace(/\/$/, "");
      expect(delivered).toEqual({ ok: true, input: { a: [`${base}/api/assets/one`] } });
    },
  );
});
