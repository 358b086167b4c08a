import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Asset } from "./asset";
import { createDiskStore, type DiskStore } from "./disk";
import { serveAsset, servePoster } from "./serve";

let root = "";
let files: DiskStore;
let asset: Asset;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "dailies-serve-"));
  files = createDiskStore({ root });
  const sha256 = "c".repeat(64);
  asset = {
    id: "a1",
    kind: "video",
    origin: "output",
    mediaType: "video/mp4",
    bytes: 10,
    sha256,
    fileKey: await stored("0123456789", "mp4"),
    posterKey: await stored("poster", "webp"),
    createdAtMs: 0,
  };
});
afterAll(() => rm(root, { recursive: true }));

async function stored(content: string, extension: string): Promise<string> {
  const path = await files.temporaryPath();
  await writeFile(path, content);
  return files.adopt(path, extension);
}

function get(headers: Record<string, string> = {}, { method = "GET", of = asset, download = false } = {}) {
  const request = new Request("http://studio/api/assets/a1", { method, headers });
  return serveAsset({ asset: of, files, request, download });
}

describe("serveAsset", () => {
  it("sends the whole with its type, length, version and what guards it", async () => {
    const response = await get();
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("0123456789");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "accept-ranges": "bytes",
      "cache-control": "private, max-age=31536000, immutable",
      "content-length": "10",
      "content-type": "video/mp4",
      etag: `"${asset.sha256}"`,
      "x-content-type-options": "nosniff",
    });
    expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
  });

  it.each([
    ["bytes=0-3", "0123", "bytes 0-3/10"],
    ["bytes=8-", "89", "bytes 8-9/10"],
    ["bytes=-3", "789", "bytes 7-9/10"],
    ["bytes=0-", "0123456789", "bytes 0-9/10"],
  ])("answers %s with that part", async (range, text, contentRange) => {
    const response = await get({ range });
    expect(response.status).toBe(206);
    expect(response.headers.get("content-range")).toBe(contentRange);
    expect(response.headers.get("content-length")).toBe(String(text.length));
    expect(await response.text()).toBe(text);
  });

  it("answers 416 with the size for a part that does not exist", async () => {
    const response = await get({ range: "bytes=10-" });
    expect(response.status).toBe(416);
    expect(response.headers.get("content-range")).toBe("bytes */10");
    expect(await response.text()).toBe("");
  });

  it.each([
    ["the same version", () => `"${asset.sha256}"`, 206],
    ["another version", () => '"other"', 200],
    ["a weak version", () => `W/"${asset.sha256}"`, 200],
    ["a date", () => "Wed, 21 Oct 2026 07:28:00 GMT", 200],
  ])("answers a range on the condition of %s", async (_, condition, status) => {
    expect((await get({ range: "bytes=0-1", "if-range": condition() })).status).toBe(status);
  });

  it.each([
    ["its version", () => `"${asset.sha256}"`, 304],
    ["its version among others", () => `"x", W/"${asset.sha256}"`, 304],
    ["anything", () => "*", 304],
    ["another version", () => '"x"', 200],
  ])("answers a copy of %s", async (_, copy, status) => {
    const response = await get({ "if-none-match": copy() });
    expect(response.status).toBe(status);
    await response.body?.cancel();
  });

  it("answers a copy that is still good before it looks at the range", async () => {
    expect((await get({ "if-none-match": `"${asset.sha256}"`, range: "bytes=99-" })).status).toBe(304);
  });

  it("answers HEAD with the headers of the whole and no body", async () => {
    const response = await get({ range: "bytes=0-1" }, { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-length")).toBe("10");
    expect(response.body).toBeNull();
  });

  it.each([
    ["clip.mp4", `inline; filename="clip.mp4"; filename*=UTF-8''clip.mp4`],
    ["my film.MOV", `inline; filename="my film.mp4"; filename*=UTF-8''my%20film.mp4`],
    [
      "장면 (1)'\"\r\n.mp4",
      `inline; filename="__ (1)'___.mp4"; filename*=UTF-8''%EC%9E%A5%EB%A9%B4%20%281%29%27%22%0D%0A.mp4`,
    ],
    ["\ud800.mp4", `inline; filename="_.mp4"; filename*=UTF-8''%EF%BF%BD.mp4`],
    [".mp4", `inline; filename="a1.mp4"; filename*=UTF-8''a1.mp4`],
  ])("names the file of %j", async (name, header) => {
    const response = await get({}, { of: { ...asset, name }, method: "HEAD" });
    expect(response.headers.get("content-disposition")).toBe(header);
  });

  it("is a download when asked for one", async () => {
    const response = await get({}, { download: true, method: "HEAD" });
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; /);
  });

  it("never serves a type that is not in the table of types", async () => {
    const response = await get({}, { of: { ...asset, mediaType: "text/html" }, method: "HEAD" });
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
  });

  it("lets a sample be looked at again, because it can change with the studio", async () => {
    const response = await get({}, { of: { ...asset, origin: "sample" }, method: "HEAD" });
    expect(response.headers.get("cache-control")).toBe("private, max-age=3600");
  });

  it("says notFound when the file is gone", async () => {
    const gone = { ...asset, fileKey: `00/${"0".repeat(30)}.mp4` };
    await expect(get({}, { of: gone })).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("servePoster", () => {
  const request = new Request("http://studio/api/assets/a1/poster");

  it("sends the poster as WebP under a version of its own", async () => {
    const response = await servePoster({ asset, files, request });
    expect(response?.headers.get("content-type")).toBe("image/webp");
    expect(response?.headers.get("etag")).not.toBe(`"${asset.sha256}"`);
    expect(await response?.text()).toBe("poster");
  });

  it("has nothing for an asset without one", async () => {
    const { posterKey: _, ...bare } = asset;
    expect(await servePoster({ asset: bare, files, request })).toBeUndefined();
  });
});
