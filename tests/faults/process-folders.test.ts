import { execFileSync } from "node:child_process";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openProcessBench } from "@/tests/support/faults/process-bench";
import { mountOnto } from "@/tests/support/mount";
import { plain } from "@/tests/support/pictures";

const NEW_JOB = { modelId: "tencent/hunyuan/text-to-video", input: { prompt: "an owl" } };

/** A studio with a take, and the files of its folder. */
async function openWithTake() {
  const bench = await openProcessBench();
  const studio = await bench.start();
  const { id } = await studio.submit();
  await studio.follow(id);
  return { bench, studio, id, place: (name: string) => join(bench.dataDir, name) };
}

/** Nothing can be written below `folder` until the answer is called; undefined where this user cannot do that. */
function takeRightToWrite(folder: string): (() => void) | undefined {
  if (process.getuid?.() === 0) {
    // The mode of a file does not bind root.
    if (!mountOnto(folder, ["--bind", folder], ["-o", "remount,ro,bind"])) return undefined;
    return () => void execFileSync("mount", ["-o", "remount,rw,bind", folder]);
  }
  const change = (mode: string) => void execFileSync("chmod", ["-R", mode, folder]);
  change("a-w");
  onTestFinished(() => change("u+w"));
  return () => change("u+w");
}

describe("a folder that is taken away while the studio runs", () => {
  it("the data folder: nothing is saved or sent, in words, until it is back", async () => {
    const { bench, studio, id } = await openWithTake();
    const away = `${bench.dataDir}-away`;
    await rename(bench.dataDir, away);
    const { status, body } = await studio.call("POST", "/api/jobs", NEW_JOB);
    const health = await studio.call("GET", "/api/health");
    await rename(away, bench.dataDir);
    expect([status, body.code, bench.paid()]).toEqual([503, "folderGone", 1]);
    expect([health.status, health.body.store]).toEqual([503, "gone"]);
    expect((await studio.call("PATCH", `/api/jobs/${id}`, { rating: 3 })).status).toBe(200);
  });

  it("the folder of temporary files is made again", async () => {
    const { bench, studio, place } = await openWithTake();
    await rm(place("files/tmp"), { recursive: true });
    const { id } = await studio.submit({ input: { prompt: "an owl" } });
    expect([(await studio.follow(id)).status, bench.paid()]).toEqual(["succeeded", 2]);
  });

  it("the folder of models: the studio's own models go on", async () => {
    const { bench, studio, place } = await openWithTake();
    await rm(place("models"), { recursive: true, force: true });
    expect((await studio.call("GET", "/api/models")).status).toBe(200);
    const { id } = await studio.submit({ input: { prompt: "an owl" } });
    expect([(await studio.follow(id)).status, bench.paid()]).toEqual(["succeeded", 2]);
  });

  it("the right to write the files: what cannot be saved is said or waits, and is saved once it is back", async ({
    skip,
  }) => {
    const { bench, studio, place } = await openWithTake();
    const giveBack = takeRightToWrite(place("files"));
    if (!giveBack) return skip("root may write everywhere, and nothing may be mounted here");
    const picture = await plain("image/png", { width: 80, height: 60 });
    const upload = await fetch(`${studio.url}/api/uploads?name=cat.png`, {
      method: "POST",
      body: new Uint8Array(picture),
    });
    expect([upload.status, (await upload.json()).code]).toEqual([503, "notWritable"]);
    const { id } = await studio.submit({ input: { prompt: "an owl" } });
    await studio.until(id, ({ status }) => status === "archiving");
    giveBack();
    const job = await studio.follow(id);
    expect([job.status, job.outputs.length, bench.paid()]).toEqual(["succeeded", 1, 2]);
  });

  it("the files: a take says that its file is not there, and plays again when they are back", async () => {
    const { studio, id, place } = await openWithTake();
    const [output] = (await studio.read(id)).outputs;
    const get = async () => (await fetch(studio.url + output?.url)).status;
    await rename(place("files"), place("away"));
    const gone = await get();
    await rename(place("away"), place("files"));
    expect([gone, await get()]).toEqual([404, 200]);
  });
});
