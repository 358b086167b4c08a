import { chmod, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { freeBytes } from "@/lib/storage/free-space";
import { openFaultBench, saidOf, shortenTimeLimits } from "@/tests/support/faults/bench";
import { mountOnto, smallDisk } from "@/tests/support/mount";
import { box } from "@/tests/support/small-mp4";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { smallClip } from "@/tests/support/upstream/clip";
import type { Fault } from "@/tests/support/upstream/script";
import { startUpstream } from "@/tests/support/upstream/server";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
type OutputFault = Omit<Fault, "verb">;

const answering = (fault: OutputFault) => openFaultBench({ faults: [{ verb: "output", ...fault }] });

/** A video of 9 MB that plays for half a second: a break in its middle is not at its first bytes. */
async function longFile(): Promise<string> {
  const folder = await temporaryFolder();
  return folder.write("long.mp4", Buffer.concat([await smallClip(), box("free", Buffer.alloc(9_000_000))]));
}

describe("an output that does not come whole at first", () => {
  it.each<[string, OutputFault]>([
    ["is refused with 403", { answer: { status: 403, text: "" } }],
    ["is not there yet", { answer: { status: 404, text: "" } }],
    ["is announced longer than it is", { deliver: { how: "wrongLength", by: 999 } }],
    ["is announced shorter than it is", { deliver: { how: "wrongLength", by: -999 } }],
    ["breaks off", { deliver: { how: "truncate" } }],
    ["is reset", { deliver: { how: "reset", after: "half" } }],
    ["has its connection half closed", { deliver: { how: "halfClose" } }],
    ["has flipped bytes", { deliver: { how: "flip", everyBytes: 7 } }],
    ["is HTML", { answer: { text: "<html>Please wait</html>" } }],
    ["is empty", { answer: { text: "" } }],
  ])("because it %s is fetched again, and is not paid again", async (_what, fault) => {
    await expectFetchedAgain(await answering(fault));
  });

  it("because it stalls is given up after the idle time and fetched again", async () => {
    await expectFetchedAgain(await answering({ deliver: { how: "stall" } }));
  });

  it.each<[string, OutputFault]>([
    ["stalls", { deliver: { how: "stall" } }],
    ["breaks off", { deliver: { how: "truncate" } }],
    ["is reset again and again", { times: 4, deliver: { how: "reset", after: "half" } }],
  ])("because it %s goes on by Range from where it was", async (_what, fault) => {
    const outputPath = await longFile();
    const bench = await openFaultBench({ ranges: true, outputPath, faults: [{ verb: "output", ...fault }] });
    const { id } = await bench.send();
    await bench.elapse(0);
    await bench.elapse(0);
    const done = await bench.read(id);
    expect(done).toMatchObject({ status: "succeeded", outputs: [{ width: 64, height: 36, frameCount: 12 }] });
    const [first, ...rest] = bench.upstream.ledger.requests.filter(({ verb }) => verb === "output");
    expect(first).not.toHaveProperty("range");
    expect(rest.map(({ range }) => range)).toEqual(rest.map(() => expect.stringMatching(/^bytes=[1-9]\d*-$/)));
    expect(rest).toHaveLength(fault.times ?? 1);
    expect(bench.paid()).toBe(1);
  });

  async function expectFetchedAgain(bench: Awaited<ReturnType<typeof answering>>) {
    const { id } = await bench.send();
    await bench.elapse(0);
    await bench.elapse(0);
    expect(await bench.read(id)).toMatchObject({
      status: "archiving",
      statusDetail: expect.stringMatching(/^retryAt:/),
      outputs: [],
    });
    const done = await bench.follow(id);
    expect(done).toMatchObject({ status: "succeeded", outputs: [{ width: 64, height: 36, frameCount: 12 }] });
    const file = await fetch(new URL(done.outputs[0]?.url ?? "", bench.url));
    expect((await file.arrayBuffer()).byteLength).toBe(done.outputs[0]?.bytes);
    expect([bench.count("output"), bench.paid()]).toEqual([2, 1]);
  }
});

describe("an output that cannot be had", () => {
  it.each<[string, OutputFault, number]>([
    ["because its address has expired for a day", { times: 9_999, answer: { status: 403, text: "" } }, 2 * DAY_MS],
    // Was given up after five tries: a page of the way there may stand for longer than their 82 s, and tries are free.
    ["because HTML comes for a day", { times: 9_999, answer: { text: "<html>Expired</html>" } }, 2 * DAY_MS],
    ["because its bytes are flipped for a day", { times: 9_999, deliver: { how: "flip", everyBytes: 7 } }, 2 * DAY_MS],
  ])("%s fails the job, shows where it is, and is fetched when asked again", async (_why, fault, forMs) => {
    const bench = await answering(fault);
    const { id } = await bench.send();
    await expectFailedThenSaved(bench, id, forMs);
  });

  it("because it redirects to loopback is given up at once, and nobody is asked there", async () => {
    const inside = await startUpstream();
    onTestFinished(inside.close);
    const bench = await answering({ answer: { status: 302, headers: { location: `${inside.url}/outputs/1/a.mp4` } } });
    const { id } = await bench.send();
    await expectFailedThenSaved(bench, id, 10_000);
    expect(inside.ledger.connections).toBe(0);
  });

  async function expectFailedThenSaved(bench: Awaited<ReturnType<typeof answering>>, id: string, forMs: number) {
    const failed = await bench.follow(id, { stepMs: forMs < DAY_MS ? 1_000 : 15 * MINUTE_MS, forMs });
    expect(failed).toMatchObject({
      status: "failed",
      error: { code: "archiveFailed", message: expect.stringContaining(`${bench.upstream.url}/outputs/`) },
      actions: { canLookAgain: true },
    });
    expect(saidOf(failed)).toMatch(/could not be saved\. Look again to fetch it once more; it is not charged again/);
    bench.upstream.setScript({ faults: [] });
    expect((await bench.call("POST", `/api/jobs/${id}/look-again`)).status).toBe(200);
    expect((await bench.follow(id)).outputs).toHaveLength(1);
    expect(bench.paid()).toBe(1);
  }
});

it("an output that our own checks do not take is kept as it came", async () => {
  const folder = await temporaryFolder();
  const content = Buffer.concat([await smallClip(), Buffer.from("end")]);
  const bench = await openFaultBench({ outputPath: await folder.write("odd.mp4", content) });
  const { id } = await bench.send();
  const done = await bench.follow(id);
  expect(done).toMatchObject({ status: "succeeded", outputs: [{ kind: "video", width: null, posterUrl: null }] });
  for (const query of ["", "?download=1"]) {
    const file = await fetch(new URL(`${done.outputs[0]?.url}${query}`, bench.url));
    expect([file.status, Buffer.from(await file.arrayBuffer()).equals(content)]).toEqual([200, true]);
  }
  expect([bench.count("output"), bench.paid()]).toEqual([5, 1]);
});

describe("a disk of its own size", () => {
  it("without room for a result takes no submit, and says how much it needs", async ({ skip }) => {
    const { path } = await temporaryFolder();
    if (!mountOnto(path, smallDisk("50m"))) skip("this user may not mount");
    const bench = await openFaultBench({}, { DATA_DIR: path });
    const answer = await bench.call("POST", "/api/jobs", {
      modelId: "tencent/hunyuan/text-to-video",
      input: { prompt: "a fox" },
    });
    expect(answer).toMatchObject({ status: 507, body: { code: "noRoom" } });
    expect(answer.body.detail).toMatch(/200 MB are needed\. Nothing was sent/);
    expect(bench.upstream.ledger.requests).toEqual([]);
  });

  it("that fills up while a job waits holds it back until there is room", async ({ skip }) => {
    const { path } = await temporaryFolder();
    if (!mountOnto(path, smallDisk("260m"))) skip("this user may not mount");
    const busy = { status: 429, json: {}, headers: { "retry-after": "5" } };
    const bench = await openFaultBench({ faults: [{ verb: "submit", answer: busy }] }, { DATA_DIR: path });
    const { id } = await bench.send();
    const filler = await fill(path);
    await bench.elapse(10_000);
    expect(await bench.read(id)).toMatchObject({ status: "waiting", statusDetail: "noRoom" });
    expect([bench.count("submit"), bench.paid()]).toEqual([1, 0]);
    await rm(filler);
    expect((await bench.follow(id)).status).toBe("succeeded");
    expect(bench.paid()).toBe(1);
  });

  it("that fills up while a job runs keeps the output at the service until there is room", async ({ skip }) => {
    const { path } = await temporaryFolder();
    if (!mountOnto(path, smallDisk("260m"))) skip("this user may not mount");
    const outputPath = await longFile();
    const bench = await openFaultBench({ outputPath }, { DATA_DIR: path });
    const { id } = await bench.send();
    const filler = await fill(path);
    await bench.elapse(0);
    await bench.elapse(0);
    expect((await bench.read(id)).status).toBe("archiving");
    await rm(filler);
    expect((await bench.follow(id)).outputs).toHaveLength(1);
    expect(bench.paid()).toBe(1);
  });

  /** Leaves room for the database alone. */
  async function fill(folder: string): Promise<string> {
    const path = join(folder, "filler");
    await writeFile(path, Buffer.alloc((await freeBytes(folder)) - 3_000_000));
    return path;
  }
});

it("50 completions at once are all saved, each fetched and paid once", async () => {
  const bench = await openFaultBench({}, { MAX_IN_FLIGHT: "50" });
  const prompts = Array.from({ length: 50 }, (_, number) => `take ${number}`);
  await Promise.all(prompts.map((prompt) => bench.submit({ input: { prompt } })));
  await bench.container.settle();
  expect(bench.paid()).toBe(50);
  for (let turn = 0; turn < 40; turn++) await bench.elapse(1_000);
  const { jobs } = (await bench.call("GET", "/api/jobs?limit=100")).body;
  const states = jobs.map((job: { status: string }) => job.status);
  expect(states).toEqual(prompts.map(() => "succeeded"));
  const files = jobs.flatMap((job: { outputs: { assetId: string }[] }) => job.outputs.map(({ assetId }) => assetId));
  expect(new Set(files).size).toBe(50);
  expect([bench.count("output"), bench.paid()]).toEqual([50, 50]);
});

describe("an output where ffmpeg", () => {
  it.each([
    ["crashes", "kill -SEGV $$", false],
    ["answers garbage", "echo garbage", false],
    ["hangs", "exec sleep 600", false],
    ["is gone", "exit 0", true],
  ])("%s is saved without a poster", async (_how, does, isGone) => {
    shortenTimeLimits();
    const folder = await temporaryFolder();
    const path = await folder.write(
      "ffmpeg",
      `#!/bin/sh\ncase "$*" in *-encoders*) echo libx264; exit 0;; esac\n${does}\n`,
    );
    await chmod(path, 0o700);
    const bench = await openFaultBench({}, { FFMPEG_PATH: path });
    if (isGone) await rm(path);
    const { id } = await bench.send();
    const done = await bench.follow(id);
    expect(done).toMatchObject({ status: "succeeded", outputs: [{ frameCount: 12, posterUrl: null }] });
    expect([bench.count("output"), bench.paid()]).toEqual([1, 1]);
  });
});
