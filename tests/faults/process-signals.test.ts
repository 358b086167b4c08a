import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { request } from "node:http";
import { json } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { type DrivenStudio, openProcessBench, type ProcessBench } from "@/tests/support/faults/process-bench";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import type { Fault, Verb } from "@/tests/support/upstream/script";

/** A studio has ten seconds to end. */
const LIMIT_MS = 12_000;
const HOUR_MS = 60 * 60_000;

const asked = ({ upstream }: ProcessBench, verb: Verb) =>
  upstream.ledger.requests.some((request) => request.verb === verb);

async function whenAsked(bench: ProcessBench, verb: Verb): Promise<void> {
  while (!asked(bench, verb)) await pause(5);
}

async function endAfter(studio: DrivenStudio, signals: NodeJS.Signals[]) {
  const startedMs = performance.now();
  for (const signal of signals) {
    studio.signal(signal);
    await pause(20);
  }
  return { ...(await studio.ended), ms: performance.now() - startedMs };
}

describe("a studio that is told to end", () => {
  it.each<[string, NodeJS.Signals[], number]>([
    ["by SIGTERM", ["SIGTERM"], 143],
    ["by SIGINT", ["SIGINT"], 130],
    ["by SIGHUP", ["SIGHUP"], 129],
    ["by SIGTERM and, impatiently, SIGINT", ["SIGTERM", "SIGINT"], 143],
    ["by SIGINT twice", ["SIGINT", "SIGINT"], 130],
  ])("%s while it submits lets the answer come and stores it", async (_how, signals, code) => {
    const bench = await openProcessBench({ faults: [{ verb: "submit", delayMs: 300 }] });
    const first = await bench.start({}, { speed: 1 });
    const submitting = first.submit();
    await whenAsked(bench, "submit");
    const ended = await endAfter(first, signals);
    expect(ended).toMatchObject({ code, signal: null });
    expect(ended.ms).toBeLessThan(LIMIT_MS);
    const { id, requestId } = await submitting;
    expect(requestId).toBe(bench.upstream.ledger.submits[0]?.requestId);
    const second = await bench.start();
    expect((await second.follow(id)).status).toBe("succeeded");
    expect(bench.paid()).toBe(1);
  });

  it("waits for an answer that comes after the page was answered and after ten seconds, and stores it", async () => {
    const bench = await openProcessBench({ faults: [{ verb: "submit", delayMs: 4_500 }] });
    const first = await bench.start();
    await first.submit();
    expect(await endAfter(first, ["SIGTERM"])).toMatchObject({ code: 143, signal: null });
    expect(first.said()).toContain("A take is being sent.");
    const [job] = await (await bench.start()).list();
    expect([job?.requestId, bench.paid()]).toEqual([bench.upstream.ledger.submits[0]?.requestId, 1]);
  });

  it("refuses a job in words whose request it is still reading, stores and sends nothing", async () => {
    const bench = await openProcessBench();
    const first = await bench.start({}, { speed: 1 });
    const body = JSON.stringify({ modelId: "tencent/hunyuan/text-to-video", input: { prompt: "a fox" } });
    const headers = { "content-type": "application/json", "content-length": body.length };
    const sending = request(`${first.url}/api/jobs`, { method: "POST", headers, agent: false });
    const answered = once(sending, "response");
    sending.write(body.slice(0, 20));
    await first.list();
    first.signal("SIGTERM");
    const isOpen = () => first.list().then(Boolean, () => false);
    while (await isOpen()) await pause(5);
    sending.end(body.slice(20));
    const [answer] = await answered;
    expect([answer.statusCode, await json(answer)]).toMatchObject([503, { code: "stopping" }]);
    expect(await first.ended).toEqual({ code: 143, signal: null });
    expect([await (await bench.start()).list(), bench.paid()]).toEqual([[], 0]);
  });

  it("under load loses none of its jobs, and sends none twice", async () => {
    const bench = await openProcessBench({ pace: { by: "polls", queued: 1, running: 1 } });
    const first = await bench.start();
    const clicks = Array.from({ length: 6 }, (_, n) => ({ clientRequestId: `c${n}`, input: { prompt: `take ${n}` } }));
    const answers = clicks.map((click) => first.submit(click).catch(() => undefined));
    await whenAsked(bench, "output");
    expect(await endAfter(first, ["SIGTERM"])).toMatchObject({ code: 143, signal: null });
    await Promise.all(answers);
    const second = await bench.start();
    for (const click of clicks) await second.follow((await second.submit(click)).id);
    const prompts = bench.upstream.ledger.submits.map(({ input }) => Object(input).prompt);
    expect(new Set(prompts).size).toBe(prompts.length);
    expect(await second.list()).toHaveLength(clicks.length);
  });

  it("while a download hangs ends within its limit, and the download is made by the next start", async () => {
    const bench = await openProcessBench({ faults: [{ verb: "output", deliver: { how: "hang" } }] });
    const first = await bench.start({}, { speed: 1 });
    const { id } = await first.submit();
    await whenAsked(bench, "output");
    const ended = await endAfter(first, ["SIGTERM"]);
    expect(ended).toMatchObject({ code: 143, signal: null });
    expect(ended.ms).toBeLessThan(LIMIT_MS);
    const second = await bench.start();
    expect((await second.follow(id)).status).toBe("succeeded");
    expect(bench.paid()).toBe(1);
  });
});

describe("a laptop that sleeps for an hour, its connections dead when it wakes", () => {
  const hang = (verb: Verb): Fault => ({ verb, deliver: { how: "hang" } });

  it.each<[string, Verb, Fault[], string]>([
    ["submits, and nothing had arrived", "submit", [{ ...hang("submit"), accept: false }], "unconfirmed"],
    ["submits, and the job was accepted", "submit", [{ ...hang("submit"), accept: true }], "unconfirmed"],
    ["looks how a job stands", "status", [hang("status")], "succeeded"],
    ["reads a result", "result", [hang("result")], "succeeded"],
    ["downloads an output", "output", [hang("output")], "succeeded"],
    ["downloads an output's second half", "output", [{ verb: "output", deliver: { how: "stall" } }], "succeeded"],
  ])("while it %s sends nothing twice and counts no failure", async (_state, verb, faults, status) => {
    const bench = await openProcessBench({ faults });
    const { path, write } = await temporaryFolder();
    const offsetFile = await write("offset", "0");
    const studio = await bench.start({}, { offsetFile });
    const click = { clientRequestId: "click" };
    const submitting = studio.submit(click);
    await whenAsked(bench, verb);
    studio.signal("SIGSTOP");
    bench.upstream.breakConnections();
    await writeFile(`${path}/offset`, String(HOUR_MS));
    await pause(300);
    studio.signal("SIGCONT");
    const { id } = await submitting.catch(() => studio.submit(click));
    expect((await studio.follow(id)).status).toBe(status);
    expect(bench.upstream.ledger.requests.filter((request) => request.verb === "submit")).toHaveLength(1);
  });

  it("while a job renders upstream finds it ended at its first look", async () => {
    const bench = await openProcessBench({ pace: { by: "time", queued: 0, running: 400 } });
    const { path, write } = await temporaryFolder();
    const studio = await bench.start({}, { offsetFile: await write("offset", "0") });
    const { id } = await studio.submit();
    studio.signal("SIGSTOP");
    bench.upstream.breakConnections();
    await writeFile(`${path}/offset`, String(HOUR_MS));
    await pause(500);
    studio.signal("SIGCONT");
    expect((await studio.follow(id)).status).toBe("succeeded");
    expect(bench.paid()).toBe(1);
  });
});
