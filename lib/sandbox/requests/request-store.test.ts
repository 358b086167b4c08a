import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { queuedRequest } from "@/tests/support/sandbox/request";
import { createRequestStore } from "./request-store";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dailies-requests-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const request = queuedRequest({ id: "abc", scenarios: ["slow"] });

describe("the store of requests", () => {
  it("gives back what was created, also to another process, with its input", async () => {
    await createRequestStore(folder).create(request, { prompt: "여우", seed: 3 });
    const store = createRequestStore(folder);
    expect(await store.readAll()).toEqual([request]);
    expect(await store.read("abc")).toEqual(request);
    expect(await store.readInput("abc")).toEqual({ prompt: "여우", seed: 3 });
  });

  it("starts empty in a folder that is not there yet", async () => {
    expect(await createRequestStore(path.join(folder, "new", "er")).readAll()).toEqual([]);
  });

  it("leaves nothing but record and input in a request's folder", async () => {
    const store = createRequestStore(folder);
    await store.create(request, {});
    await store.save({ ...request, seed: 8 });
    expect((await readdir(path.join(folder, "abc"))).sort()).toEqual(["input.json", "request.json"]);
  });

  it("leaves nothing at all of a request that could not be stored", async () => {
    await mkdir(path.join(folder, "abc", "request.json"), { recursive: true });
    await expect(createRequestStore(folder).create(request, {})).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
  });

  it("removes a request whose creation was cut off", async () => {
    await mkdir(path.join(folder, "cut"));
    await writeFile(path.join(folder, "cut", "input.json"), "{}");
    expect(await createRequestStore(folder).readAll()).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ["no JSON", "{"],
    ["another shape", '{"status":"queued"}'],
  ])("passes over a record that holds %s, and reports it", async (_what, text) => {
    const unreadable: string[] = [];
    const store = createRequestStore(folder, (id) => unreadable.push(id));
    await store.create(request, {});
    await mkdir(path.join(folder, "odd"));
    await writeFile(path.join(folder, "odd", "request.json"), text);
    expect(await store.readAll()).toEqual([request]);
    expect(unreadable).toEqual(["odd"]);
  });

  it("takes a finished file as the output and drops the input", async () => {
    const store = createRequestStore(folder);
    await store.create(request, {});
    const part = store.partPath("abc");
    await writeFile(part, "video");
    await store.adoptOutput("abc", part);
    await store.dropInput("abc");
    expect(await readFile(store.outputPath("abc"), "utf8")).toBe("video");
    expect((await readdir(path.join(folder, "abc"))).sort()).toEqual(["output.mp4", "request.json"]);
  });

  it("knows nothing of a request after its removal", async () => {
    const store = createRequestStore(folder);
    await store.create(request, {});
    await store.remove("abc");
    expect(await store.read("abc")).toBeUndefined();
    await expect(store.readInput("abc")).rejects.toThrow();
  });
});
