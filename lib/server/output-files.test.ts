import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createGuardedFetch } from "@/lib/net/guarded-fetch";
import { GuardedFetchError } from "@/lib/net/guarded-fetch-error";
import { createHostMatcher } from "@/lib/net/host-matcher";
import { createDiskStore } from "@/lib/storage/disk";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import type { Fault } from "@/tests/support/upstream/script";
import { startUpstream } from "@/tests/support/upstream/server";
import { createOutputOpener } from "./downloads";
import { createOutputFiles } from "./output-files";

async function openFiles(fault?: Omit<Fault, "verb">) {
  const server = await startUpstream({ faults: fault ? [{ verb: "output", ...fault }] : [] });
  const { path: root } = await temporaryFolder();
  const guardedFetch = createGuardedFetch({
    allowOrigins: [server.url],
    allowHosts: createHostMatcher(["*.service.example"]),
  });
  onTestFinished(async () => {
    await server.close();
    await guardedFetch.close();
  });
  let count = 0;
  const outputs = createOutputFiles({
    files: createDiskStore({ root }),
    makers: { clock: () => 7, ids: () => `asset-${++count}` },
    open: createOutputOpener({ guardedFetch, sandboxFetch: () => Promise.reject(new Error("not asked")) }),
  });
  const save = async (url = `${server.url}/outputs/1/video.mp4`) =>
    outputs.place(await outputs.download({ url }, "runcomfy"), { url }, () => false);
  const kept = async () => {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  };
  return { outputs, save, kept };
}

describe("an output", () => {
  // First: a reader that has started once goes on for a while.
  it("whose reader does not start is fetched again later, and is not called damaged", async () => {
    const { save, kept } = await openFiles();
    const { path } = await temporaryFolder();
    const cwd = vi.spyOn(process, "cwd").mockReturnValue(path);
    await expect(save()).rejects.toMatchObject({ name: "ArchiveError", reason: "unavailable", message: "notRead" });
    cwd.mockRestore();
    expect(await kept()).toEqual([]);
  });

  it("comes into the file store measured, and out of it without a trace", async () => {
    const { outputs, save, kept } = await openFiles();
    const asset = await save();
    expect(asset).toMatchObject({
      id: "asset-1",
      origin: "output",
      kind: "video",
      width: 64,
      height: 36,
      frameCount: 12,
    });
    expect(await kept()).not.toEqual([]);
    await outputs.discard(asset);
    expect(await kept()).toEqual([]);
  });

  it.each<[string, Omit<Fault, "verb">, string]>([
    ["that is not there yet", { answer: { status: 404, text: "" } }, "unavailable"],
    ["that breaks off", { deliver: { how: "truncate" } }, "unavailable"],
    ["that is reset", { deliver: { how: "reset", after: "half" } }, "unavailable"],
    ["that is empty", { answer: { text: "" } }, "unavailable"],
    ["that is an error page", { answer: { status: 200, text: "<html>Oops</html>" } }, "noMedia"],
    ["that leads elsewhere", { answer: { status: 302, headers: { location: "http://127.0.0.1:1/x" } } }, "refused"],
  ])("%s is not stored, and nothing stays behind", async (_what, fault, reason) => {
    const { save, kept } = await openFiles(fault);
    await expect(save()).rejects.toMatchObject({ name: "ArchiveError", reason });
    expect(await kept()).toEqual([]);
  });

  it("that finds a folder it may not write to is fetched again later", async () => {
    const { path } = await temporaryFolder();
    const files = createDiskStore({ root: path });
    const outputs = createOutputFiles({
      files: { ...files, temporaryPath: () => Promise.reject(Object.assign(new Error("EACCES"), { code: "EACCES" })) },
      makers: { clock: () => 7, ids: () => "asset-1" },
      open: () => Promise.reject(new Error("not asked")),
    });
    const saving = outputs.download({ url: "https://a.service.example/a.mp4" }, "runcomfy");
    await expect(saving).rejects.toMatchObject({ name: "ArchiveError", reason: "unavailable" });
  });

  it.each([
    "https://elsewhere.example/a.mp4",
    "http://a.service.example/a.mp4",
    "file:///etc/passwd",
    "https://127.0.0.1/a",
  ])("at %s is not asked for", async (url) => {
    const { save } = await openFiles();
    await expect(save(url)).rejects.toMatchObject({ reason: "refused" });
  });

  it.each([
    ["tooLarge", "refused"],
    ["timedOut", "unavailable"],
  ] as const)("whose body ends by our own rule %s is %s", async (code, reason) => {
    const { path: root } = await temporaryFolder();
    const body = Readable.from(
      (async function* () {
        yield Buffer.from("some");
        throw new GuardedFetchError(code, "a.service.example");
      })(),
    );
    const outputs = createOutputFiles({
      files: createDiskStore({ root }),
      makers: { clock: () => 7, ids: () => "asset-1" },
      open: async () => ({ status: 200, headers: {}, body }),
    });
    const url = "https://a.service.example/a.mp4";
    await expect(outputs.download({ url }, "runcomfy")).rejects.toMatchObject({ name: "ArchiveError", reason });
  });
});
