import { once } from "node:events";
import { Agent, request as httpRequest } from "node:http";
import { connect } from "node:net";
import sharp from "sharp";
import { describe, expect, it, onTestFinished } from "vitest";
import { AppError } from "@/lib/errors";
import type { UploadLimits } from "@/lib/media/upload-limits";
import { receiveUpload } from "@/lib/storage/receive-upload";
import { type AssetBench, assetBench } from "@/tests/support/asset-bench";
import { CLIP, mp3, soundInMp4, wav } from "@/tests/support/media";
import { bitmap, heicHead, noise, phonePicture, plain } from "@/tests/support/pictures";
import { serveHandler } from "@/tests/support/serve-handler";
import { smallWebm } from "@/tests/support/small-webm";
import { smallClip } from "@/tests/support/upstream/clip";

const STATUS: Record<string, number> = {
  tooLarge: 413,
  unsupportedType: 415,
  unreadableFile: 422,
  invalidRequest: 400,
};

type Bench = AssetBench & { url: URL; settled(): Promise<void> };

/** The use-case behind a real HTTP server. */
async function uploadBench(limits?: UploadLimits): Promise<Bench> {
  const bench = await assetBench();
  let running: Promise<unknown> = Promise.resolve();
  const url = await serveHandler((request) => {
    const upload = receiveUpload({ ...bench, ...(limits && { limits }), request });
    running = upload.catch(() => undefined);
    return upload.then(
      (asset) => Response.json({ asset }, { status: 201 }),
      (error: unknown) => {
        if (!(error instanceof AppError)) throw error;
        return Response.json({ code: error.code, ...error.facts }, { status: STATUS[error.code] ?? 500 });
      },
    );
  });
  return { ...bench, url, settled: () => running.then(() => undefined) };
}

async function post(url: URL, content: Uint8Array | string | FormData, headers: Record<string, string> = {}) {
  const body = content instanceof Uint8Array ? new Uint8Array(content) : content;
  const response = await fetch(url, { method: "POST", body, headers });
  return { status: response.status, body: await response.json() };
}

function form(content: Uint8Array, name = "cat.png", field = "file"): FormData {
  const data = new FormData();
  data.append("note", "a field that is read over");
  data.append(field, new File([Buffer.from(content)], name, { type: "text/plain" }));
  return data;
}

const picture = () => plain("image/png", { width: 60, height: 40 });

describe("an upload", () => {
  it.each([
    [
      "JPEG",
      () => plain("image/jpeg", { width: 60, height: 40 }),
      { kind: "image", mediaType: "image/jpeg", width: 60 },
    ],
    ["PNG", picture, { kind: "image", mediaType: "image/png", height: 40 }],
    ["WebP", () => plain("image/webp", { width: 60, height: 40 }), { kind: "image", mediaType: "image/webp" }],
    ["MP4", smallClip, { kind: "video", mediaType: "video/mp4", ...CLIP }],
    ["WebM", async () => smallWebm(), { kind: "video", mediaType: "video/webm", durationMs: 500 }],
    ["MP3", async () => mp3({ frames: 50 }), { kind: "audio", mediaType: "audio/mpeg", durationMs: 1306 }],
    ["WAV", async () => wav({ seconds: 2 }), { kind: "audio", mediaType: "audio/wav", durationMs: 2000 }],
  ])("of a %s is stored, whether sent raw or in a form, whatever it calls itself", async (_, make, expected) => {
    const bench = await uploadBench();
    const content = await make();
    const raw = await post(bench.url, content, { "content-type": "application/x-nonsense", "x-file-name": "a.txt" });
    expect(raw).toMatchObject({ status: 201, body: { asset: { origin: "upload", name: "a.txt", ...expected } } });
    expect(await bench.assets.get("asset-1")).toEqual(raw.body.asset);
    const again = await post(bench.url, form(content));
    expect(again).toMatchObject({ status: 201, body: { asset: { id: "asset-1" } } });
    expect(await bench.assets.get("asset-2")).toBeUndefined();
  });

  it("is stored again when the file of the known one is gone", async () => {
    const bench = await uploadBench();
    const first = await post(bench.url, await picture());
    await bench.files.remove(first.body.asset.fileKey);
    expect((await post(bench.url, await picture())).body.asset.id).toBe("asset-2");
  });

  it.each(["image/jpeg", "image/png", "image/webp"] as const)(
    "of a %s from a phone keeps no position",
    async (type) => {
      const bench = await uploadBench();
      const { body } = await post(bench.url, await phonePicture(type));
      expect(body.asset).toMatchObject({ width: 40, height: 60 });
      const stored = Buffer.from(await bench.files.readAll(body.asset.fileKey));
      expect((await sharp(stored).metadata()).exif).toBeUndefined();
      expect(stored.includes("SecretPlace")).toBe(false);
      const poster = await sharp(await bench.files.readAll(body.asset.posterKey)).metadata();
      expect(poster).toMatchObject({ format: "webp", width: 40, height: 60 });
    },
  );

  it("has its name from the form, the header or the address", async () => {
    const bench = await uploadBench();
    const nameOf = async (upload: ReturnType<typeof post>) => (await upload).body.asset.name;
    const content = (n: number) => plain("image/png", { width: n, height: 1 });
    expect(await nameOf(post(bench.url, form(await content(1), "../사진.png")))).toBe("사진.png");
    const header = { "x-file-name": encodeURIComponent("장면 1.png") };
    expect(await nameOf(post(bench.url, await content(2), header))).toBe("장면 1.png");
    expect(await nameOf(post(new URL("?name=%E7%94%BB.png", bench.url), await content(3)))).toBe("画.png");
    expect(await nameOf(post(bench.url, await content(4)))).toBeUndefined();
  });
});

describe("an upload is refused and leaves no file behind", () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  it.each([
    [
      "a GIF",
      async () =>
        sharp(await picture())
          .gif()
          .toBuffer(),
      415,
      { found: "image/gif", name: "GIF", advice: "gif", target: "JPEG" },
    ],
    ["an SVG", async () => svg, 415, { found: "image/svg+xml", advice: "svg" }],
    ["a HEIC", async () => heicHead(), 415, { found: "image/heic", advice: "heic" }],
    ["a BMP", async () => bitmap({ width: 9, height: 9 }), 415, { found: "image/bmp", advice: "none" }],
    ["a page", async () => "<!doctype html><p>", 415, { found: "text/html" }],
    ["a document", async () => "%PDF-1.7 ...", 415, { found: "application/pdf" }],
    [
      "an AVIF",
      async () =>
        sharp(await picture())
          .avif()
          .toBuffer(),
      415,
      { found: "image/avif" },
    ],
    ["an MP4 with sound only", soundInMp4, 415, { found: "audio/mp4" }],
    [
      "text",
      async () => "hello",
      415,
      { accepted: expect.stringContaining("image/jpeg, image/png, image/webp, video/mp4") },
    ],
    ["nothing", async () => "", 422, { reason: "empty" }],
    ["a damaged PNG", async () => (await noise("image/png", { width: 60, height: 60 })).fill(9, 500, 900), 422, {}],
    [
      "a shortened JPEG",
      async () => (await noise("image/jpeg", { width: 60, height: 60 })).subarray(0, -2000),
      422,
      {},
    ],
    ["a shortened WebP", async () => (await noise("image/webp", { width: 60, height: 60 })).subarray(0, -900), 422, {}],
    ["a shortened MP4", async () => (await smallClip()).subarray(0, -200), 422, {}],
    ["a shortened WAV", async () => wav({ seconds: 1 }).subarray(0, -200), 422, {}],
  ])("%s", async (_, make, status, facts) => {
    const bench = await uploadBench();
    const content = await make();
    expect(await post(bench.url, content)).toMatchObject({ status, body: facts });
    expect(await post(bench.url, form(Buffer.from(content)))).toMatchObject({ status, body: facts });
    expect(await bench.stored()).toEqual([]);
  });

  it("a form without a file, with two, or without a boundary", async () => {
    const bench = await uploadBench();
    const two = form(await picture());
    two.append("file", new File([Buffer.from(await picture())], "b.png"));
    expect((await post(bench.url, form(await picture(), "a.png", "other"))).status).toBe(400);
    expect((await post(bench.url, two)).status).toBe(400);
    expect((await post(bench.url, "x", { "content-type": "multipart/form-data" })).status).toBe(400);
    expect(await bench.stored()).toEqual([]);
  });

  it("a form that ends in the middle of the file", async () => {
    const bench = await uploadBench();
    const head = '--X\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n';
    const body = Buffer.concat([Buffer.from(head), await picture()]);
    const answer = await post(bench.url, body, { "content-type": "multipart/form-data; boundary=X" });
    expect(answer).toMatchObject({ status: 422, body: { reason: "incomplete" } });
    expect(await bench.stored()).toEqual([]);
  });
});

describe("the limit of a kind", () => {
  const limits: UploadLimits = { image: 5_000, video: 50_000, audio: 20_000 };
  const sized = async (bytes: number) => Buffer.concat([await picture(), Buffer.alloc(bytes)]).subarray(0, bytes);

  it("is the last byte that is taken, raw and in a form", async () => {
    const bench = await uploadBench(limits);
    expect((await post(bench.url, await sized(5_000))).status).toBe(201);
    expect((await post(bench.url, form(await sized(5_000)))).status).toBe(201);
    const refusal = { status: 413, body: { code: "tooLarge", maxBytes: 5_000 } };
    expect(await post(bench.url, await sized(5_001))).toMatchObject(refusal);
    expect(await post(bench.url, form(await sized(5_001)))).toMatchObject(refusal);
  });

  it("depends on what the file is", async () => {
    const bench = await uploadBench(limits);
    expect((await post(bench.url, wav({ seconds: 1 }))).status).toBe(201);
    expect(await post(bench.url, wav({ seconds: 2 }))).toMatchObject({ status: 413, body: { maxBytes: 20_000 } });
  });

  it("ends an upload without an end, and nothing of it stays", async () => {
    const bench = await uploadBench(limits);
    const head = await picture();
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        controller.enqueue(sent === 0 ? head : new Uint8Array(64 * 1024));
        sent += 1;
      },
    });
    const response = await fetch(bench.url, { method: "POST", body: endless, duplex: "half" } as RequestInit);
    expect(response.status).toBe(413);
    expect(await bench.stored()).toEqual([]);
  });

  it("is not waited for when the file is announced as larger", async () => {
    const bench = await uploadBench(limits);
    const outgoing = httpRequest(bench.url, { method: "POST", headers: { "content-length": 1_000_000 } });
    onTestFinished(() => void outgoing.destroy());
    outgoing.on("error", () => undefined);
    outgoing.write(await sized(4_200));
    const [response] = await once(outgoing, "response");
    expect(response.statusCode).toBe(413);
  });
});

describe("a refused upload", () => {
  it("leaves its connection fit for the next one", async () => {
    const bench = await uploadBench();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    const send = async (content: Uint8Array) => {
      const outgoing = httpRequest(bench.url, { method: "POST", agent, headers: { "content-length": content.length } });
      outgoing.end(content);
      const [response] = await once(outgoing, "response");
      response.resume();
      await once(response, "end");
      return { status: response.statusCode, isReused: outgoing.reusedSocket };
    };
    const refused = Buffer.concat([Buffer.from("GIF89a"), Buffer.alloc(3_000_000)]);
    expect(await send(refused)).toEqual({ status: 415, isReused: false });
    expect(await send(await picture())).toEqual({ status: 201, isReused: true });
  });
});

describe("a sender that goes away in the middle", () => {
  it.each([
    ["with its length announced", "Content-Length: 100000\r\n\r\n"],
    ["in chunks", "Transfer-Encoding: chunked\r\n\r\n186a0\r\n"],
  ])("leaves nothing behind (%s)", async (_, framing) => {
    const bench = await uploadBench();
    const socket = connect(Number(bench.url.port), "127.0.0.1");
    const content = await noise("image/png", { width: 100, height: 100 });
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\n${framing}`);
    socket.write(content);
    await expect.poll(() => bench.stored()).toHaveLength(1);
    socket.destroy();
    await bench.settled();
    expect(await bench.stored()).toEqual([]);
    expect(await bench.assets.get("asset-1")).toBeUndefined();
  });
});
