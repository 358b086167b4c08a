import { describe, expect, it, onTestFinished } from "vitest";
import { openJobBench } from "@/tests/support/jobs/bench";
import { listen } from "@/tests/support/listen";
import { countRequests } from "@/tests/support/upstream/ledger";
import { ArchiveError } from "./archive-error";
import { lookAgain } from "./look-again";

const TWO = { video: "URL/outputs/1/a.mp4", images: ["URL/outputs/1/b.png"] };

describe("archiveOutputs", () => {
  it("stores every output in the service's order, then says that the job succeeded", async () => {
    const bench = await openJobBench();
    const output = JSON.parse(JSON.stringify(TWO).replaceAll("URL", bench.server.url));
    bench.server.setScript({ output });
    const { id } = await bench.submit();
    await bench.runUntil(id, "succeeded");
    const view = await bench.store.view(id);
    expect(view?.outputs).toHaveLength(2);
    expect(await bench.files()).toHaveLength(2);
    expect(view?.job).not.toHaveProperty("nextCheckAtMs");
  });

  it("fetches again what broke off, and leaves no part of a file behind", async () => {
    const bench = await openJobBench({ faults: [{ verb: "output", times: 2, answer: { status: 503, text: "" } }] });
    const { id } = await bench.submit();
    await bench.runUntil(id, "archiving");
    await bench.worker.reconcileOnce();
    expect(await bench.store.get(id)).toMatchObject({ status: "archiving", attempts: 1 });
    expect(await bench.runUntil(id, "succeeded")).toBe("succeeded");
    expect(countRequests(bench.server.ledger, "output")).toBe(3);
    expect(await bench.files()).toHaveLength(1);
  });

  it("has none of the outputs while others may come: the first is fetched again where the second fails", async () => {
    const bench = await openJobBench({ faults: [{ verb: "output", skip: 1, answer: { status: 503, text: "" } }] });
    bench.server.setScript({ output: JSON.parse(JSON.stringify(TWO).replaceAll("URL", bench.server.url)) });
    const { id } = await bench.submit();
    await bench.runUntil(id, "archiving");
    await bench.worker.reconcileOnce();
    expect(await bench.files()).toEqual([]);
    await bench.runUntil(id, "succeeded");
    expect(await bench.files()).toHaveLength(2);
  });

  it("keeps what came where another output is no media, names that, and fetches it when asked", async () => {
    const bench = await openJobBench();
    bench.server.setScript({ output: JSON.parse(JSON.stringify(TWO).replaceAll("URL", bench.server.url)) });
    const { outputs } = bench.worker.deps;
    let isPage = true;
    const picky = {
      ...outputs,
      download: async (...args: Parameters<typeof outputs.download>) => {
        if (isPage && args[0].url.endsWith("b.png")) throw new ArchiveError("noMedia", "it is text/html");
        return outputs.download(...args);
      },
    };
    const worker = bench.startWorker("worker-b", { outputs: picky });
    const { id } = await bench.submit({}, worker);
    expect(await bench.runUntil(id, "succeeded", worker)).toBe("succeeded");
    const some = await bench.store.view(id);
    expect(some?.outputs).toHaveLength(1);
    expect(some?.job.error).toMatchObject({
      code: "outputsMissing",
      message: expect.stringMatching(/^1 × it is text\/html http.*\/b\.png$/),
    });
    isPage = false;
    await lookAgain(id, worker.deps);
    expect(await bench.runUntil(id, "succeeded", worker)).toBe("succeeded");
    const all = await bench.store.view(id);
    expect(all?.outputs.map((asset) => asset.id)).toEqual([some?.outputs[0]?.id, expect.any(String)]);
    expect(all?.job).not.toHaveProperty("error");
    expect(await bench.files()).toHaveLength(2);
    expect(bench.server.ledger.submits).toHaveLength(1);
  });

  it("fetches an output that did not come beside others from where the service says that it is by then", async () => {
    const bench = await openJobBench();
    let signature = "old";
    const host = await listen(async ({ url }) => {
      const { pathname, searchParams } = new URL(url);
      const isExpired = pathname === "/b.png" && (signature === "old" || searchParams.get("signature") !== signature);
      return new Response("a picture", { status: isExpired ? 403 : 200 });
    });
    onTestFinished(host.close);
    const signed = () => ["a.mp4", "b.png"].map((name) => `${new URL(name, host.url)}?signature=${signature}`);
    bench.server.setScript({ output: signed() });
    const { id } = await bench.submit();
    expect(await bench.runUntil(id, "succeeded", bench.worker, 200)).toBe("succeeded");
    const some = await bench.store.view(id);
    expect(some?.outputs).toHaveLength(1);
    expect(some?.job.error?.code).toBe("outputsMissing");
    signature = "new";
    bench.server.setScript({ output: signed() });
    await lookAgain(id, bench.worker.deps);
    expect(await bench.runUntil(id, "succeeded")).toBe("succeeded");
    const all = await bench.store.view(id);
    expect(all?.outputs.map((asset) => asset.id)).toEqual([some?.outputs[0]?.id, expect.any(String)]);
    expect(all?.job).not.toHaveProperty("error");
    expect(bench.server.ledger.submits).toHaveLength(1);
  });

  it.each([
    ["is elsewhere by then", "/c.png?signature=new"],
    ["cannot be told from another", "/b.png?place=1 /b.png?place=2"],
  ])("asks where it was for an output that %s", async (_what, paths) => {
    const bench = await openJobBench();
    const { id } = await bench.submit();
    await bench.runUntil(id, "succeeded");
    const missing = [{ url: `${bench.server.url}/b.png?signature=old` }];
    const error = { code: "outputsMissing", message: "" } as const;
    await bench.store.update(id, { status: "succeeded", error, remoteOutputs: missing }, { status: "succeeded" });
    bench.server.setScript({ output: paths.split(" ").map((path) => `${bench.server.url}${path}`) });
    await lookAgain(id, bench.worker.deps);
    expect(await bench.store.get(id)).toMatchObject({ status: "archiving", error, remoteOutputs: missing });
  });

  it("gives up after a day and shows where the output is", async () => {
    const bench = await openJobBench({ faults: [{ verb: "output", times: 9_999, answer: { status: 404, text: "" } }] });
    const { id } = await bench.submit();
    expect(await bench.runUntil(id, "failed", bench.worker, 200)).toBe("failed");
    const error = (await bench.store.get(id))?.error;
    expect(error).toMatchObject({ code: "archiveFailed", message: expect.stringContaining("/video.mp4") });
  });

  it("gives up at once what our own rules refuse, and fetches it after all when asked to look again", async () => {
    const bench = await openJobBench();
    const { outputs } = bench.worker.deps;
    const refusing = {
      ...outputs,
      download: async () => {
        throw new ArchiveError("refused", "host not allowed");
      },
    };
    const strict = bench.startWorker("worker-b", { outputs: refusing });
    const { id } = await bench.submit({}, strict);
    expect(await bench.runUntil(id, "failed", strict)).toBe("failed");
    await bench.store.update(id, { status: "archiving", nextCheckAtMs: bench.clock.nowMs }, { status: "failed" });
    expect(await bench.runUntil(id, "succeeded")).toBe("succeeded");
  });

  it("keeps one copy where two workers archive the same job", async () => {
    const bench = await openJobBench();
    const { id } = await bench.submit();
    await bench.runUntil(id, "archiving");
    const other = bench.startWorker("worker-b");
    const { outputs } = bench.worker.deps;
    const overtaken = {
      ...outputs,
      download: async (...args: Parameters<typeof outputs.download>) => {
        const path = await outputs.download(...args);
        // The lease runs out, and another worker does the whole job.
        bench.clock.nowMs += 60_000;
        await other.reconcileOnce();
        return path;
      },
    };
    await bench.startWorker("worker-c", { outputs: overtaken }).reconcileOnce();
    const view = await bench.store.view(id);
    expect(view?.outputs).toHaveLength(1);
    expect(await bench.files()).toEqual(view?.outputs.map((asset) => asset.id));
  });
});
