import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { jobAnswerSchema } from "@/lib/api/contract";
import { DOWNLOADS_COOKIE, PLAIN } from "@/lib/media/download-setting";
import { readEmbeddedSettings } from "@/lib/media/embedded-settings";
import { openStudio } from "@/tests/support/jobs/open-studio";
import { temporaryFolder } from "@/tests/support/temporary-folder";

const PROMPT = "비 오는 밤, a fox";
const AS_STORED = { cookie: `other=1; ${DOWNLOADS_COOKIE}=${PLAIN}` };

/** A studio with a finished take, and how to read its video. */
async function open() {
  const studio = await openStudio();
  const { id } = await studio.submit({ input: { prompt: PROMPT, seed: 42 } });
  for (let turn = 0; turn < 4; turn++) await studio.container.tick();
  const { job } = jobAnswerSchema.parse((await studio.call("GET", `/api/jobs/${id}`)).body);
  const path = job.outputs[0]?.url ?? "";
  const get = async (suffix: string, headers: Record<string, string> = {}, method = "GET") => {
    const response = await fetch(new URL(path + suffix, studio.url), { method, headers });
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  return { studio, job, get };
}

describe("a downloaded video", () => {
  it("carries what rebuilds the composer, and nothing of the service", async () => {
    const { job, get } = await open();
    const { bytes } = await get("?download=1");
    const settings = await readEmbeddedSettings(new Blob([bytes]));
    expect(settings).toEqual({ dailies: 1, modelId: job.modelId, input: job.input, jobId: job.id });
    const text = bytes.toString("utf8", bytes.indexOf('{"dailies"'));
    expect(Object.keys(JSON.parse(text.slice(0, text.indexOf('Z"}') + 3)))).toEqual([
      "dailies",
      "modelId",
      "input",
      "jobId",
      "upstream",
      "createdAt",
    ]);
  });

  it("is sent whole, in part, by condition and as headers alone under a version of its own", async () => {
    const { get } = await open();
    const stored = await get("");
    const { response, bytes } = await get("?download=1");
    const etag = response.headers.get("etag") ?? "";
    expect(etag).not.toBe(stored.response.headers.get("etag"));
    expect(response.headers.get("cache-control")).toBe("private, no-cache");
    const head = await get("?download=1", {}, "HEAD");
    expect(head.response.headers.get("content-length")).toBe(String(bytes.length));
    const part = await get("?download=1", { range: `bytes=20-${bytes.length - 5}`, "if-range": etag });
    expect(part.response.status).toBe(206);
    expect(part.response.headers.get("content-range")).toBe(`bytes 20-${bytes.length - 5}/${bytes.length}`);
    expect(part.bytes.equals(bytes.subarray(20, -4))).toBe(true);
    expect((await get("?download=1", { range: "bytes=0-1", "if-range": '"other"' })).response.status).toBe(200);
    expect((await get("?download=1", { "if-none-match": etag })).response.status).toBe(304);
    expect((await get("?download=1", { range: `bytes=${bytes.length}-` })).response.status).toBe(416);
  });

  it("is the stored file, byte for byte, where the setting says so and where it is only played", async () => {
    const { get } = await open();
    const stored = await get("");
    expect(stored.bytes.includes("dailies")).toBe(false);
    expect((await get("?download=1", AS_STORED)).bytes.equals(stored.bytes)).toBe(true);
  });
});

describe("a video in a zip", () => {
  it.each([
    ["carries its settings", {}, true],
    ["is the stored file where the setting says so", AS_STORED, false],
  ])("%s", async (_, headers, carries) => {
    const { studio, job, get } = await open();
    const response = await fetch(new URL(`/api/downloads?ids=${job.id}`, studio.url), { headers });
    const zip = await (await temporaryFolder()).write("takes.zip", await response.bytes());
    expect(execFileSync("unzip", ["-t", zip], { encoding: "utf8" })).toContain("No errors detected");
    const video = execFileSync("unzip", ["-p", zip, "*.mp4"]);
    const expected = carries ? await get("?download=1") : await get("");
    expect(video.includes("dailies")).toBe(carries);
    if (!carries) expect(video.equals(expected.bytes)).toBe(true);
    const settings = JSON.parse(execFileSync("unzip", ["-p", zip, "*.json"], { encoding: "utf8" }));
    expect(settings).toMatchObject({ modelId: job.modelId, input: job.input });
  });
});
