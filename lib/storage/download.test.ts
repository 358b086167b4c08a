import { readdir, readFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { request } from "undici";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { downloadTo, type OpenedDownload } from "./download";

const MAX_BYTES = 1_000;

/** Downloads over real HTTP what `listener` answers. */
async function download(listener: RequestListener, { maxBytes = MAX_BYTES } = {}) {
  const { path: folder } = await temporaryFolder();
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const path = join(folder, "file");
  const open = async (): Promise<OpenedDownload> => {
    const { statusCode: status, headers, body } = await request(`http://127.0.0.1:${port}/`);
    return {
      status,
      body,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `${value}`])),
    };
  };
  return { result: downloadTo({ open, path, maxBytes }), path, names: () => readdir(folder) };
}

describe("downloadTo", () => {
  it.each([
    ["with its length announced", { "content-length": "500" }],
    ["without", {}],
  ])("writes an answer %s", async (_, headers) => {
    const { result, path } = await download((__, response) =>
      response.writeHead(200, headers).end(Buffer.alloc(500, 3)),
    );
    expect(await result).toEqual({ bytes: 500 });
    expect((await readFile(path)).equals(Buffer.alloc(500, 3))).toBe(true);
  });

  it("accepts exactly as much as is allowed", async () => {
    const { result } = await download((_, response) => response.end(Buffer.alloc(MAX_BYTES)));
    expect(await result).toEqual({ bytes: MAX_BYTES });
  });

  const half: RequestListener = (_, response) => {
    response.writeHead(200, { "content-length": "500" });
    response.write(Buffer.alloc(250), () => response.destroy());
  };
  const endless: RequestListener = (_, response) => {
    const write = () => response.destroyed || response.write(Buffer.alloc(400), write);
    write();
  };
  it.each([
    ["an error status", (_, response) => response.writeHead(404).end("gone"), "badStatus"],
    ["a part", (_, response) => response.writeHead(206).end("part"), "badStatus"],
    ["nothing", (_, response) => response.end(), "incomplete"],
    ["half of what was announced", half, "incomplete"],
    ["more than allowed, announced", (_, response) => response.end(Buffer.alloc(MAX_BYTES + 1)), "tooLarge"],
    ["without an end", endless, "tooLarge"],
  ] satisfies [string, RequestListener, string][])("keeps no file of %s", async (_, listener, failure) => {
    const { result, names } = await download(listener);
    await expect(result).rejects.toMatchObject({ name: "DownloadError", failure });
    expect(await names()).toEqual([]);
  });

  it("says incomplete where fewer bytes came than were announced by another server in between", async () => {
    const { path: folder } = await temporaryFolder();
    const open = async () => ({
      status: 200,
      headers: { "content-length": "10" },
      body: Readable.from([Buffer.alloc(9)]),
    });
    const result = downloadTo({ open, path: join(folder, "file"), maxBytes: MAX_BYTES });
    await expect(result).rejects.toMatchObject({ failure: "incomplete", message: "9 of 10 bytes arrived" });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("a download that breaks off", () => {
  const FILE = Buffer.from("0123456789");
  const broken = (bytes: Buffer) =>
    Readable.from(
      (async function* () {
        yield bytes;
        throw new Error("reset");
      })(),
    );
  const head = { "content-length": "10", etag: '"a"' };
  const range = "bytes 4-9/10";

  /** Breaks off after four bytes, then gives `rest`. */
  async function resumed(rest: Partial<OpenedDownload>, headers: Record<string, string> = head) {
    const { path: folder } = await temporaryFolder();
    const asked: unknown[] = [];
    const open = async (resumeAt?: unknown): Promise<OpenedDownload> => {
      asked.push(resumeAt);
      if (!resumeAt) return { status: 200, headers, body: broken(FILE.subarray(0, 4)) };
      return { status: 206, headers: { "content-range": range }, body: Readable.from([FILE.subarray(4)]), ...rest };
    };
    const path = join(folder, "file");
    return { result: downloadTo({ open, path, maxBytes: MAX_BYTES }), asked, path, names: () => readdir(folder) };
  }

  it("goes on from the byte where it was, with the same tag", async () => {
    const { result, asked, path } = await resumed({});
    expect(await result).toEqual({ bytes: 10 });
    expect(await readFile(path, "latin1")).toBe("0123456789");
    expect(asked).toEqual([undefined, { byte: 4, etag: '"a"' }]);
  });

  it.each<[string, Partial<OpenedDownload>]>([
    ["is the whole file, which is another one now", { status: 200, headers: head }],
    ["is another part", { headers: { "content-range": "bytes 5-9/10" } }],
    ["is of another length", { headers: { "content-range": "bytes 4-10/11" } }],
    ["brings nothing", { body: broken(Buffer.alloc(0)) }],
  ])("keeps no file where the rest %s", async (_what, rest) => {
    const { result, names } = await resumed(rest);
    await expect(result).rejects.toMatchObject({ name: "DownloadError", failure: "incomplete" });
    expect(await names()).toEqual([]);
  });

  it.each([
    ["no tag", { "content-length": "10" }],
    ["a weak tag", { "content-length": "10", etag: 'W/"a"' }],
    ["no length", { etag: '"a"' }],
  ])("asks for no rest where the answer has %s", async (_what, headers) => {
    const { result, asked } = await resumed({}, headers);
    await expect(result).rejects.toMatchObject({ failure: "incomplete" });
    expect(asked).toHaveLength(1);
  });
});
