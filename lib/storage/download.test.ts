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
