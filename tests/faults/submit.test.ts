import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { WireJob } from "@/lib/api/contract";
import { openFaultBench, saidOf, shortenTimeLimits } from "@/tests/support/faults/bench";
import { START_MS } from "@/tests/support/jobs/job";
import type { Fault } from "@/tests/support/upstream/script";
import { startUpstream } from "@/tests/support/upstream/server";

const DAY_MS = 86_400_000;
type SubmitFault = Omit<Fault, "verb">;

const answering = (fault: SubmitFault) => openFaultBench({ faults: [{ verb: "submit", ...fault }] });

describe("a submit that is answered 429", () => {
  it.each([
    ["seconds", "7", 7_000],
    ["a date", new Date(START_MS + 9_000).toUTCString(), 9_000],
    ["garbage", "soon", 5_000],
    ["a day, of which five minutes count", "86400", 5 * 60_000],
  ])("with Retry-After as %s is sent again then, not before, and paid once", async (_form, retryAfter, waitMs) => {
    const bench = await answering({ answer: { status: 429, json: {}, headers: { "retry-after": retryAfter } } });
    const job = await bench.send();
    const statusDetail = `retryAt:${new Date(START_MS + waitMs).toISOString()}`;
    expect(job).toMatchObject({ status: "waiting", statusDetail });
    await bench.elapse(waitMs - 1);
    expect([bench.count("submit"), bench.paid()]).toEqual([1, 0]);
    expect((await bench.follow(job.id, { stepMs: 1 })).status).toBe("succeeded");
    expect([bench.count("submit"), bench.paid()]).toEqual([2, 1]);
  });
});

describe("a submit that is refused", () => {
  it.each<[string, Fault["answer"], Partial<NonNullable<WireJob["error"]>>, RegExp]>([
    ["400001", { status: 400, json: { error_code: 400001 } }, { code: "modelUnknown" }, /does not know this model/],
    ["400002", { status: 400, json: { error_code: 400002 } }, { code: "balanceTooLow" }, /balance .* is too low/],
    ["400004", { status: 400, json: { error_code: 400004 } }, { code: "keyRefused" }, /refused the key/],
    ["400002 inside of a 200", { json: { error_code: 400002 } }, { code: "balanceTooLow" }, /balance .* is too low/],
    ["401", { status: 401, json: {} }, { code: "keyRefused" }, /Check RUNCOMFY_API_KEY/],
    ["402", { status: 402, json: {} }, { code: "balanceTooLow" }, /Nothing was made/],
    ["403", { status: 403, json: {} }, { code: "forbidden" }, /does not allow this request/],
    [
      "422",
      { status: 422, json: { error_code: 422001, detail: [{ loc: ["body", "prompt"], msg: "too dark" }] } },
      { code: "inputRefused", field: "prompt", message: "prompt: too dark" },
      /refused the input/,
    ],
    [
      "422 of several values, one of them deep inside",
      {
        status: 422,
        json: {
          detail: [
            { loc: ["body", "multi_prompt", 2, "duration"], msg: "too long" },
            { loc: ["body", "seed"], msg: "too large" },
          ],
        },
      },
      {
        code: "inputRefused",
        field: "multi_prompt.2.duration",
        issues: [
          { field: "multi_prompt.2.duration", message: "too long" },
          { field: "seed", message: "too large" },
        ],
      },
      /refused the input/,
    ],
  ])("by %s has failed at once, says why, and is not paid or sent again", async (_name, answer, error, words) => {
    const bench = await answering({ ...(answer && { answer }) });
    const job = await bench.send();
    expect(job).toMatchObject({ status: "failed", error, actions: { canRetry: true, canLookAgain: false } });
    expect(saidOf(job)).toMatch(words);
    await bench.elapse(DAY_MS);
    expect([bench.count("submit"), bench.paid()]).toEqual([1, 0]);
  });
});

describe("a submit that is accepted with an error beside the id", () => {
  it.each([
    ["a word that says nothing", { status: "in_queue", error_code: "OK" }],
    ["429001", { status: "in_queue", error_code: 429001 }],
    ["500001", { error_code: 500001 }],
    ["400002 beside its status", { status: "in_queue", error_code: 400002 }],
  ])("%s is followed to its end, and sent and paid once", async (_name, json) => {
    const bench = await answering({ accept: true, named: true, answer: { json } });
    const job = await bench.send();
    expect(job.status).toBe("queued");
    expect((await bench.follow(job.id)).status).toBe("succeeded");
    await bench.elapse(DAY_MS);
    expect([bench.count("submit"), bench.paid()]).toEqual([1, 1]);
  });

  it("where the service does not know the id is lost after half a minute, and not sent again", async () => {
    const bench = await answering({ answer: { json: { request_id: "trace-1", error_code: "QUOTA" } } });
    const job = await bench.follow((await bench.send()).id);
    expect(job.status).toBe("lost");
    expect([bench.count("submit"), bench.paid()]).toEqual([1, 0]);
  });
});

describe("a submit whose outcome nobody knows", () => {
  const accepted = { accept: true };
  it.each<[string, SubmitFault, number]>([
    ["500", { answer: { status: 500, json: {} } }, 0],
    ["500 although a job was made", { ...accepted, answer: { status: 500, json: {} } }, 1],
    ["502 in HTML", { ...accepted, answer: { status: 502, text: "<html>Bad gateway</html>" } }, 1],
    ["503 with Retry-After", { ...accepted, answer: { status: 503, headers: { "retry-after": "1" } } }, 1],
    ["a redirect", { ...accepted, answer: { status: 307, headers: { location: "/v1/models/other" } } }, 1],
    ["a reset before it was accepted", { accept: false, deliver: { how: "reset", after: "nothing" } }, 0],
    ["a reset after it was accepted", { deliver: { how: "reset", after: "nothing" } }, 1],
    ["a reset in the middle of the answer", { deliver: { how: "reset", after: "half" } }, 1],
    ["a connection that is half closed", { deliver: { how: "halfClose" } }, 1],
    ["half an answer", { deliver: { how: "truncate" } }, 1],
    ["an answer shorter than announced", { deliver: { how: "wrongLength", by: 9 } }, 1],
    ["an answer longer than announced", { deliver: { how: "wrongLength", by: -9 } }, 1],
    ["an answer of flipped bytes", { deliver: { how: "flip", everyBytes: 3 } }, 1],
    ["no JSON", { ...accepted, answer: { text: "<html>Log in</html>" } }, 1],
    ["no request id", { ...accepted, answer: { json: { status: "in_queue" } } }, 1],
    ["an id that cannot be one", { ...accepted, answer: { json: { request_id: "../x" } } }, 1],
    [
      "1 GB of body",
      { ...accepted, answer: { fillBytes: 65_536 }, deliver: { how: "repeat", bytes: 1_000_000_000 } },
      1,
    ],
  ])(
    "because of %s stays unconfirmed, is never sent again, and may be submitted by a person",
    async (_name, fault, paid) => {
      const bench = await answering(fault);
      await expectUnconfirmed(bench, await bench.send(), paid);
    },
  );

  it.each<[string, SubmitFault]>([
    ["it is accepted and then never answered", { deliver: { how: "hang" } }],
    ["its answer drips", { deliver: { how: "drip", everyMs: 400 } }],
    ["its answer stalls", { deliver: { how: "stall" } }],
  ])("because %s within the time limit stays unconfirmed", async (_name, fault) => {
    shortenTimeLimits();
    const bench = await answering(fault);
    await expectUnconfirmed(bench, await bench.send(), 1);
  });

  it("is paid a second time only when a person submits it once more", async () => {
    const bench = await answering({ deliver: { how: "reset", after: "nothing" } });
    const first = await bench.send({ clientRequestId: "click-1" });
    expect(await bench.send({ clientRequestId: "click-1" })).toMatchObject({ id: first.id, status: "unconfirmed" });
    expect(bench.paid()).toBe(1);
    const second = await bench.send({ clientRequestId: "click-2" });
    expect((await bench.follow(second.id)).status).toBe("succeeded");
    expect(bench.paid()).toBe(2);
  });

  it("reads no more of a gigabyte than it may keep", async () => {
    const bench = await answering({
      answer: { fillBytes: 65_536 },
      deliver: { how: "repeat", bytes: 1_000_000_000 },
    });
    await bench.send();
    expect(bench.upstream.ledger.requests[0]?.sentBytes).toBeLessThan(100_000_000);
  });

  it.each<[string, Fault["answer"]]>([
    ["a 500", { status: 500, json: {} }],
    ["a 408", { status: 408, json: {} }],
    ["a bare 429", { status: 429, json: {} }],
    ["a 402 without a code", { status: 402, json: {} }],
    ["a redirect", { status: 307, headers: { location: "/v1/models/other" }, json: {} }],
  ])("but told the id with %s can be looked at again, and is paid once", async (_name, answer = {}) => {
    const bench = await answering({ accept: true, named: true, answer });
    const job = await bench.send();
    expect(job).toMatchObject({ status: "unconfirmed", actions: { canLookAgain: true } });
    await bench.elapse(3_600_000);
    expect([bench.count("submit"), bench.count("status")]).toEqual([1, 0]);
    const looked = await bench.call("POST", `/api/jobs/${job.id}/look-again`);
    expect(looked.body).toMatchObject({ asked: true });
    expect((await bench.follow(job.id)).status).toBe("succeeded");
    expect([bench.count("submit"), bench.paid()]).toEqual([1, 1]);
  });

  it("says an id by which the service cannot be asked, so that the account can be searched for it", async () => {
    const bench = await answering({ accept: true, answer: { json: { request_id: "req:1/a" } } });
    const job = await bench.send();
    expect(job).toMatchObject({ status: "unconfirmed" });
    expect(job.error?.message).toContain("req:1/a");
  });

  async function expectUnconfirmed(bench: Awaited<ReturnType<typeof answering>>, job: WireJob, paid: number) {
    expect(job).toMatchObject({
      status: "unconfirmed",
      error: { code: "outcomeUnknown" },
      actions: { canRetry: true, canLookAgain: true },
    });
    expect(saidOf(job)).toMatch(/may have started this take and may charge for it/);
    // Without a request id there is nothing at the service to ask about: looking says so, and costs nothing.
    const looked = await bench.call("POST", `/api/jobs/${job.id}/look-again`);
    expect([looked.status, looked.body]).toMatchObject([200, { asked: false, job: { status: "unconfirmed" } }]);
    for (let hour = 0; hour < 3; hour++) await bench.elapse(3_600_000);
    expect([bench.count("submit"), bench.paid()]).toEqual([1, paid]);
    expect((await bench.read(job.id)).status).toBe("unconfirmed");
  }
});

it("a submit to a port that refuses connections waits, is sent when the service is back, and is paid once", async () => {
  const port = await freePort();
  const bench = await openFaultBench({}, { RUNCOMFY_BASE_URL: `http://127.0.0.1:${port}` });
  const job = await bench.send();
  expect(job).toMatchObject({ status: "waiting", statusDetail: "unreachable" });
  await bench.elapse(60_000);
  expect((await bench.read(job.id)).status).toBe("waiting");
  const service = await startUpstream({ pace: { by: "polls", queued: 0, running: 0 } }, { port });
  onTestFinished(service.close);
  expect((await bench.follow(job.id)).status).toBe("succeeded");
  expect(service.ledger.submits).toHaveLength(1);
});

/** A port of this machine on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== "object" || !address) throw new Error("no port");
  return address.port;
}
