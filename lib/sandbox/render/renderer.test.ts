import { access } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { probeFilm } from "@/tests/support/render/probe";
import { makeSpec } from "@/tests/support/render/spec";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { type AnimaticRendererOptions, createAnimaticRenderer } from "./renderer";

const crashingWorker = fileURLToPath(new URL("../../../tests/support/render/crashing-worker.mjs", import.meta.url));
const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

async function setUp(options: AnimaticRendererOptions = {}) {
  const renderer = createAnimaticRenderer(options);
  onTestFinished(() => renderer.close());
  const { path } = await temporaryFolder();
  return { renderer, at: (name: string) => join(path, `${name}.mp4`) };
}

describe("the renderer", () => {
  it("renders on its thread into the path", async () => {
    const { renderer, at } = await setUp();
    expect(await renderer.render(makeSpec(), at("a"))).toMatchObject({ path: at("a"), encoder: "wasm" });
    expect((await probeFilm(at("a"), 12)).times).toHaveLength(12);
  });

  it("takes renders one at a time, in the order of the calls", async () => {
    const { renderer, at } = await setUp();
    const ended: string[] = [];
    const render = async (name: string, frameCount: number) => {
      await renderer.render(makeSpec({ frameCount }), at(name));
      ended.push(name);
      return exists(at("c"));
    };
    const thirdIsThere = await Promise.all([render("a", 40), render("b", 20), render("c", 1)]);
    expect(ended).toEqual(["a", "b", "c"]);
    expect(thirdIsThere).toEqual([false, false, true]);
  });

  it("rejects what is aborted while it waits, and renders the rest", async () => {
    const { renderer, at } = await setUp();
    const abort = new AbortController();
    const first = renderer.render(makeSpec(), at("a"));
    const second = renderer.render(makeSpec(), at("b"), abort.signal);
    const third = renderer.render(makeSpec(), at("c"));
    abort.abort(new Error("not wanted any more"));
    await expect(second).rejects.toThrow("not wanted any more");
    await Promise.all([first, third]);
    expect(await exists(at("b"))).toBe(false);
  });

  it("stops what is aborted while it renders, leaves no file, and goes on with the next", async () => {
    const { renderer, at } = await setUp();
    await renderer.render(makeSpec({ frameCount: 1 }), at("warm"));
    const abort = new AbortController();
    const first = renderer.render(makeSpec({ frameCount: 100_000 }), at("a"), abort.signal);
    const second = renderer.render(makeSpec(), at("b"));
    setImmediate(() => abort.abort(new Error("not wanted any more")));
    await expect(first).rejects.toThrow("not wanted any more");
    await second;
    expect(await exists(at("a"))).toBe(false);
  });

  it("rejects at once with a signal that is already aborted", async () => {
    const { renderer, at } = await setUp();
    await expect(renderer.render(makeSpec(), at("a"), AbortSignal.abort(new Error("too late")))).rejects.toThrow(
      "too late",
    );
  });

  it("loses one render when its thread dies, says so, and renders the next on a new one", async () => {
    const causes: unknown[] = [];
    const { renderer, at } = await setUp({ workerPath: crashingWorker, onLost: (cause) => causes.push(cause) });
    const lost = renderer.render(makeSpec({ prompt: "crash" }), at("a"));
    const next = renderer.render(makeSpec(), at("b"));
    await expect(lost).rejects.toThrow("the render thread ended");
    expect(await next).toMatchObject({ path: at("b") });
    expect(causes).toHaveLength(1);
  });

  it("fails a render whose thread cannot start", async () => {
    const { renderer, at } = await setUp({ workerPath: "/nowhere/worker.mjs" });
    await expect(renderer.render(makeSpec(), at("a"))).rejects.toThrow("the render thread ended");
  });

  it("tells why a render failed", async () => {
    const { renderer, at } = await setUp();
    await expect(renderer.render(makeSpec(), join(at("a"), "missing.mp4"))).rejects.toThrow(/ENOENT/);
  });

  it("ends what it renders and what waits when it is closed, and takes nothing more", async () => {
    const { renderer, at } = await setUp();
    const ended = Promise.allSettled([
      renderer.render(makeSpec({ frameCount: 100_000 }), at("a")),
      renderer.render(makeSpec(), at("b")),
    ]);
    await renderer.close();
    expect((await ended).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await exists(at("a"))).toBe(false);
    await expect(renderer.render(makeSpec(), at("c"))).rejects.toThrow("closed");
  });
});
