import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { MARKER_KEY as KEY } from "@/tests/support/confined";
import { type Elsewhere, listenElsewhere } from "@/tests/support/elsewhere";
import { type Studio, startStudio } from "@/tests/support/studio";
import type { Fault } from "@/tests/support/upstream/script";
import { startUpstreamProcess, type UpstreamProcess } from "@/tests/support/upstream-process";

const PROMPT = "A marker-of-a-prompt on a hill.";
const QUERY = "marker-of-a-query";
const MODEL = "tencent/hunyuan/text-to-video";
/** The service repeats the key in every answer, as a careless proxy or error page would. */
const ECHO = { message: `Authorization was Bearer ${KEY}` };

/** Ways in which a job can go wrong, each of which makes an error somewhere, or leads to another host. */
const faultsWith = (elsewhere: string): Fault[] => [
  { verb: "submit", answer: { status: 401, json: { error_code: 401001, error_message: `bad key ${KEY}` } } },
  {
    verb: "submit",
    answer: { status: 422, json: { detail: [{ loc: ["body", "prompt"], msg: `${KEY} is refused` }] } },
  },
  { verb: "submit", answer: { status: 500, text: `<html>${KEY}</html>` } },
  { verb: "submit", deliver: { how: "reset", after: "half" } },
  ...[301, 302, 303, 307, 308].map((status): Fault => {
    const headers = { location: `${elsewhere}/v1/models/${MODEL}` };
    return { verb: "submit", accept: false, answer: { status, headers } };
  }),
  { verb: "status", answer: { status: 307, headers: { location: `${elsewhere}/v1/requests/x/status` } } },
];

test.describe("the key", () => {
  let upstream: UpstreamProcess;
  let studio: Studio;
  let elsewhere: Elsewhere;
  const seen: { where: string; text: string }[] = [];

  const keep = async (path: string, init?: RequestInit) => {
    const response = await fetch(studio.url + path, init);
    const headers = JSON.stringify([...response.headers]);
    const text = Buffer.from(await response.arrayBuffer()).toString("latin1");
    seen.push({ where: path, text: headers + text });
    return { status: response.status, text };
  };
  const submit = async (): Promise<string> => {
    const body = JSON.stringify({ modelId: MODEL, input: { prompt: PROMPT } });
    const { text } = await keep("/api/jobs", { method: "POST", headers: { "content-type": "application/json" }, body });
    return JSON.parse(text).job?.id ?? "";
  };

  test.beforeAll(async () => {
    elsewhere = await listenElsewhere();
    upstream = await startUpstreamProcess({ extra: ECHO, ending: { status: "failed", error: ECHO } });
    studio = await startStudio({ env: { RUNCOMFY_API_KEY: KEY, RUNCOMFY_BASE_URL: upstream.url } });
  });
  test.afterAll(async () => {
    await studio.stop();
    await studio.clear();
    await upstream.stop();
    await elsewhere.close();
  });

  test("reaches the service", async () => {
    const id = await submit();
    await expect.poll(async () => (await keep(`/api/jobs/${id}`)).text, { timeout: 30_000 }).toContain('"failed"');
    expect((await upstream.ledger()).requests[0]?.authorization).toBe(`Bearer ${KEY}`);
  });

  test("is in no answer and no page, whatever goes wrong", async () => {
    for (const fault of faultsWith(elsewhere.url)) {
      await upstream.setScript({ faults: [fault] });
      const id = await submit();
      await expect
        .poll(async () => (await keep(`/api/jobs/${id}`)).text, { timeout: 30_000 })
        .toMatch(/"(failed|unconfirmed)"/);
      await keep(`/jobs/${id}`);
    }
    for (const path of [
      "/",
      "/models",
      `/models/${MODEL}`,
      "/gallery",
      "/api/jobs",
      "/shares",
      "/api/shares",
      "/api/models",
      "/api/health",
      "/nowhere",
    ]) {
      await keep(path);
    }
    await keep("/api/jobs", { method: "POST", body: "{", headers: { "content-type": "application/json" } });
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.filter(({ text }) => text.includes(KEY)).map(({ where }) => where)).toEqual([]);
  });

  test("goes to no other host, wherever the service leads", async () => {
    const output = { video: `${elsewhere.url}/video.mp4` };
    await upstream.setScript({ faults: [], ending: { status: "succeeded" }, output });
    const id = await submit();
    await expect.poll(async () => (await keep(`/api/jobs/${id}`)).text, { timeout: 30_000 }).toMatch(/"(failed|lost)"/);
    expect(elsewhere.requests).toEqual([]);
  });

  test("is in no log, nor is a prompt or an address's query", async () => {
    await keep(`/gallery?q=${QUERY}`);
    await keep(`/api/jobs?q=${QUERY}&unknown=${QUERY}`);
    await keep(`/api/jobs/${QUERY}?q=${QUERY}`);
    expect(studio.log()).not.toBe("");
    for (const marker of [KEY, "marker-of-a-prompt", QUERY]) expect(studio.log()).not.toContain(marker);
  });

  test("is in no file that is kept or built", async () => {
    const folders = [studio.dataDir, ".next/static", ".next/server"];
    const files = (await Promise.all(folders.map(filesUnder))).flat();
    expect(files.length).toBeGreaterThan(50);
    const contents = await Promise.all(files.map(async (file) => ({ file, bytes: await readFile(file) })));
    expect(contents.filter(({ bytes }) => bytes.includes(KEY)).map(({ file }) => file)).toEqual([]);
  });
});

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
