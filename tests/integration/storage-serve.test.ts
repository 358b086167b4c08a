import { once } from "node:events";
import { readdir, readlink, writeFile } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import type { Asset } from "@/lib/storage/asset";
import { serveAsset } from "@/lib/storage/serve";
import { assetBench } from "@/tests/support/asset-bench";
import { serveHandler } from "@/tests/support/serve-handler";

const BYTES = 20_000_000;
const canListHandles = process.platform === "linux";

async function fileServer() {
  const { files } = await assetBench();
  const path = await files.temporaryPath();
  await writeFile(path, Buffer.alloc(BYTES, 5));
  const fileKey = await files.adopt(path, "mp4");
  const common = { id: "a", kind: "video", origin: "output", mediaType: "video/mp4", createdAtMs: 0 } as const;
  const asset: Asset = { ...common, bytes: BYTES, sha256: "d".repeat(64), fileKey };
  const url = await serveHandler((request) => serveAsset({ asset, files, request }));
  return { url, handles: () => openHandles(fileKey) };
}

/** How often this process has the file open. */
async function openHandles(fileKey: string): Promise<number> {
  const names = await readdir("/proc/self/fd");
  const targets = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => "")));
  return targets.filter((target) => target.endsWith(fileKey)).length;
}

describe("a served file over HTTP", () => {
  it("arrives whole and in parts, with the lengths that were said", async () => {
    const { url } = await fileServer();
    const whole = await fetch(url);
    expect((await whole.arrayBuffer()).byteLength).toBe(BYTES);
    const part = await fetch(url, { headers: { range: "bytes=-1000" } });
    expect([part.status, part.headers.get("content-length"), (await part.arrayBuffer()).byteLength]).toEqual([
      206,
      "1000",
      1000,
    ]);
    const copy = await fetch(url, { headers: { "if-none-match": whole.headers.get("etag") ?? "" } });
    expect([copy.status, await copy.text()]).toEqual([304, ""]);
    const head = await fetch(url, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length")]).toEqual([200, String(BYTES)]);
  });

  it.skipIf(!canListHandles)(
    `is closed when the player stops in the middle${canListHandles ? "" : " (needs /proc to count open files)"}`,
    async () => {
      const { url, handles } = await fileServer();
      const players = await Promise.all(Array.from({ length: 20 }, () => firstBytes(url)));
      expect(await handles()).toBe(20);
      for (const player of players) player.destroy();
      await expect.poll(handles).toBe(0);
    },
  );

  it.skipIf(!canListHandles)(
    `is closed when the player leaves before it reads anything${canListHandles ? "" : " (needs /proc to count open files)"}`,
    async () => {
      const { url, handles } = await fileServer();
      const socket = connect(Number(url.port), "127.0.0.1");
      socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
      await expect.poll(handles).toBe(1);
      socket.destroy();
      await expect.poll(handles).toBe(0);
    },
  );
});

async function firstBytes(url: URL): Promise<IncomingMessage> {
  const request = get(url, { agent: false });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  await once(response, "readable");
  return response;
}
