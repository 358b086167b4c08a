import { once } from "node:events";
import { createReadStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toWebStream } from "./web-stream";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dailies-stream-"));
  await writeFile(join(folder, "file"), Buffer.alloc(1_000_000, 7));
});
afterAll(() => rm(folder, { recursive: true }));

const open = () => createReadStream(join(folder, "file"));
const never = new AbortController().signal;

describe("toWebStream", () => {
  it("gives every byte and closes the file", async () => {
    const source = open();
    const bytes = await new Response(toWebStream(source, never)).bytes();
    expect(bytes.length).toBe(1_000_000);
    expect(source.closed).toBe(true);
  });

  it("closes the file when the reader stops in the middle", async () => {
    const source = open();
    const reader = toWebStream(source, never).getReader();
    await reader.read();
    const closed = once(source, "close");
    await reader.cancel();
    await closed;
    expect(source.destroyed).toBe(true);
  });

  it("closes the file when the request is aborted, read or not", async () => {
    const controller = new AbortController();
    const source = open();
    const stream = toWebStream(source, controller.signal);
    const closed = once(source, "close");
    controller.abort();
    await closed;
    await expect(stream.getReader().read()).rejects.toThrow();
  });

  it("closes at once for a request that was aborted before", async () => {
    const source = open();
    toWebStream(source, AbortSignal.abort());
    expect(source.destroyed).toBe(true);
  });

  it("reads nothing ahead of its reader", async () => {
    let reads = 0;
    const source = new Readable({
      highWaterMark: 1,
      read() {
        reads += 1;
        this.push(Buffer.alloc(10));
      },
    });
    const reader = toWebStream(source, never).getReader();
    await reader.read();
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    expect(reads).toBeLessThan(4);
    await reader.cancel();
  });

  it("passes on that the source broke", async () => {
    const source = new Readable({ read: () => source.destroy(new Error("disk gone")) });
    await expect(toWebStream(source, never).getReader().read()).rejects.toThrow("disk gone");
  });
});
