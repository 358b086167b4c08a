import { readdir } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { openFaultBench } from "@/tests/support/faults/bench";
import { rawUpload } from "@/tests/support/faults/raw-upload";
import { MODEL_ID } from "@/tests/support/jobs/open-studio";
import { noise, plain } from "@/tests/support/pictures";
import { temporaryFolder } from "@/tests/support/temporary-folder";

const CLICK = { modelId: MODEL_ID, input: { prompt: "a fox in the snow" }, clientRequestId: "click-1" };

describe("one press that arrives more than once", () => {
  it("50 times at once makes one job, paid once", async () => {
    const bench = await openFaultBench();
    const answers = await Promise.all(Array.from({ length: 50 }, () => bench.call("POST", "/api/jobs", CLICK)));
    expect(new Set(answers.map(({ body }) => body.job.id)).size).toBe(1);
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
    await bench.container.settle();
    expect([bench.count("submit"), bench.paid()]).toEqual([1, 1]);
    expect((await bench.call("GET", "/api/jobs")).body.jobs).toHaveLength(1);
  });

  it("20 times at once makes one group, each take of it paid once", async () => {
    const bench = await openFaultBench();
    const inputs = ["red", "blue", "green"].map((colour) => ({ prompt: `a ${colour} fox` }));
    const press = { modelId: MODEL_ID, inputs, clientRequestId: "press-1" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => bench.call("POST", "/api/groups", press)));
    expect(new Set(answers.map(({ body }) => body.group.id)).size).toBe(1);
    for (let step = 0; step < 6; step++) await bench.elapse(2_000);
    expect(bench.paid()).toBe(3);
  });

  it("with another payload answers 409, says why, and sends nothing", async () => {
    const bench = await openFaultBench();
    await bench.send(CLICK);
    const other = await bench.call("POST", "/api/jobs", { ...CLICK, input: { prompt: "another" } });
    expect([other.status, other.body.code]).toEqual([409, "conflict"]);
    expect(other.body.detail).toContain("a take with other settings");
    await bench.container.settle();
    expect([bench.count("submit"), bench.paid()]).toEqual([1, 1]);
  });

  it("after its answer was lost on the way to the browser gives the job that it made", async () => {
    const bench = await openFaultBench({ faults: [{ verb: "submit", delayMs: 300 }] });
    const network = new AbortController();
    const lost = post(bench.url, CLICK, network.signal).catch(() => "no answer");
    await expect.poll(() => bench.count("submit")).toBe(1);
    network.abort();
    expect(await lost).toBe("no answer");
    const again = await bench.call("POST", "/api/jobs", CLICK);
    expect(again.status).toBe(200);
    await bench.container.settle();
    expect((await bench.follow(again.body.job.id)).status).toBe("succeeded");
    expect(bench.paid()).toBe(1);
  });

  it("from a tab that is closed right after it makes a job that goes on to its end", async () => {
    const bench = await openFaultBench({ faults: [{ verb: "submit", delayMs: 300 }] });
    const tab = new AbortController();
    const gone = post(bench.url, CLICK, tab.signal).catch(() => "gone");
    await expect.poll(() => bench.count("submit")).toBe(1);
    tab.abort();
    await gone;
    await bench.container.settle();
    const [job] = (await bench.call("GET", "/api/jobs")).body.jobs;
    expect((await bench.follow(job.id)).status).toBe("succeeded");
    expect(bench.paid()).toBe(1);
  });
});

describe("two presses", () => {
  it("in two tabs with the same draft are two wishes: two takes, each paid once", async () => {
    const bench = await openFaultBench();
    const tabs = ["tab-1", "tab-2"].map((id) => bench.call("POST", "/api/jobs", { ...CLICK, clientRequestId: id }));
    const ids = (await Promise.all(tabs)).map(({ body }) => body.job.id);
    expect(new Set(ids).size).toBe(2);
    await bench.container.settle();
    expect(bench.paid()).toBe(2);
  });

  it("on Look again at a take that was not saved fetch it once more and pay nothing", async () => {
    const bench = await openFaultBench({
      faults: [{ verb: "output", times: 9_999, answer: { text: "<html>Gone</html>" } }],
    });
    // What is no media is tried for a day.
    const job = await bench.follow((await bench.send()).id, { stepMs: 900_000, forMs: 2 * 86_400_000 });
    expect(job).toMatchObject({ status: "failed", error: { code: "archiveFailed" } });
    bench.upstream.setScript({ faults: [] });
    const looks = await Promise.all([1, 2].map(() => bench.call("POST", `/api/jobs/${job.id}/look-again`)));
    expect(looks.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await bench.follow(job.id)).status).toBe("succeeded");
    expect(bench.paid()).toBe(1);
  });

  it("on Look again at a take without a request id ask nobody, change nothing and pay nothing", async () => {
    const bench = await openFaultBench({ faults: [{ verb: "submit", deliver: { how: "reset", after: "nothing" } }] });
    const job = await bench.send();
    const looks = await Promise.all([1, 2].map(() => bench.call("POST", `/api/jobs/${job.id}/look-again`)));
    expect(looks.map(({ body }) => body)).toEqual([1, 2].map(() => ({ job, asked: false })));
    expect([bench.count("submit"), bench.count("status"), bench.paid()]).toEqual([1, 0, 1]);
  });

  it("on Submit again under one id are one new take, which keeps the old one as what it came from", async () => {
    const bench = await openFaultBench({ faults: [{ verb: "submit", deliver: { how: "reset", after: "nothing" } }] });
    const old = await bench.send();
    const again = { clientRequestId: "again-1", parents: [{ jobId: old.id, how: "again" }] };
    const [first, second] = await Promise.all([bench.send(again), bench.send(again)]);
    expect(first?.id).toBe(second?.id);
    expect(bench.paid()).toBe(2);
    expect((await bench.read(old.id)).status).toBe("unconfirmed");
    const { body } = await bench.call("GET", `/api/jobs/${first?.id}/lineage`);
    expect(JSON.stringify(body)).toContain(old.id);
    expect(JSON.stringify(body)).toContain('"again"');
  });
});

describe("an upload", () => {
  const picture = () => noise("image/png", { width: 300, height: 300 });

  it("whose tab is closed in the middle leaves nothing on the disk and nothing in the database", async () => {
    const { bench, url, stored, uploads } = await openUploads();
    const content = await picture();
    const upload = rawUpload(url, { "Content-Length": content.length });
    upload.write(content.subarray(0, content.length >> 1));
    await expect.poll(stored).not.toEqual(bench.before);
    upload.vanish();
    await expect.poll(stored).toEqual(bench.before);
    expect(await uploads()).toEqual([]);
  });

  it("that is shorter than its Content-Length says is refused, and nothing of it stays", async () => {
    const { bench, url, stored, uploads } = await openUploads();
    const content = await picture();
    const upload = rawUpload(url, { "Content-Length": content.length + 1 });
    upload.write(content);
    upload.end();
    expect([0, 400, 408, 422]).toContain(await upload.status());
    await expect.poll(stored).toEqual(bench.before);
    expect(await uploads()).toEqual([]);
  });

  it("that is longer than its Content-Length says is cut there, refused as damaged, and nothing of it stays", async () => {
    const { bench, url, stored, uploads } = await openUploads();
    const content = await picture();
    const upload = rawUpload(url, { "Content-Length": content.length - 100 });
    upload.write(content);
    expect([400, 422]).toContain(await upload.status());
    await expect.poll(stored).toEqual(bench.before);
    expect(await uploads()).toEqual([]);
  });

  it.each([
    ["in the middle of its file", 0.5],
    ["right before its last boundary", 1],
  ])("as a form that is cut %s is refused, and nothing of it stays", async (_where, share) => {
    const { bench, url, stored, uploads } = await openUploads();
    const content = await picture();
    const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="cat.png"\r\n\r\n';
    const body = Buffer.concat([Buffer.from(head), content.subarray(0, content.length * share)]);
    const headers = { "Content-Type": "multipart/form-data; boundary=b", "Content-Length": body.length };
    const upload = rawUpload(url, headers);
    upload.write(body);
    expect(await upload.status()).toBe(422);
    await expect.poll(stored).toEqual(bench.before);
    expect(await uploads()).toEqual([]);
  });

  it("that is given up and sent again is stored once", async () => {
    const { url, uploads } = await openUploads();
    const content = await picture();
    const first = rawUpload(url, { "Content-Length": content.length });
    first.write(content.subarray(0, 1_000));
    first.vanish();
    for (const _again of [1, 2]) {
      const upload = rawUpload(url, { "Content-Length": content.length });
      upload.write(content);
      expect(await upload.status()).toBe(201);
    }
    expect(await uploads()).toHaveLength(1);
  });

  it("that comes slowly, byte by byte, is stored whole", async () => {
    const { url, uploads } = await openUploads();
    const content = await plain("image/png", { width: 60, height: 40 });
    const upload = rawUpload(url, { "Content-Length": content.length });
    for (const byte of content) {
      upload.write(Buffer.from([byte]));
      await pause(5);
    }
    expect(await upload.status()).toBe(201);
    expect(await uploads()).toMatchObject([{ width: 60, height: 40 }]);
  });
});

/** The studio, and what its folder and its database hold of uploads. */
async function openUploads() {
  const { path } = await temporaryFolder();
  const studio = await openFaultBench({}, { DATA_DIR: path });
  const stored = async () => {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort();
  };
  const uploads = async () => (await studio.call("GET", "/api/uploads")).body.assets;
  return { bench: { ...studio, before: await stored() }, url: studio.url, stored, uploads };
}

function post(url: URL, body: object, signal: AbortSignal): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(new URL("/api/jobs", url), { method: "POST", headers, body: JSON.stringify(body), signal });
}
