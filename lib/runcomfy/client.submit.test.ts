import { createServer } from "node:net";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { SubmitOutcome } from "@/lib/jobs/upstream";
import { INPUT, MODEL_ID, openClientBench } from "@/tests/support/upstream/client-bench";
import { countRequests } from "@/tests/support/upstream/ledger";
import type { Fault } from "@/tests/support/upstream/script";

const HUGE_BYTES = 20_000_000;
const DEEP = `{"request_id":"req-1","more":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;

/** Submits once against one misbehaviour and says what came of it and what the server saw. */
async function submitAgainst(fault: Omit<Fault, "verb">, { submitMs = 5_000, nowMs = 0 } = {}) {
  const bench = await openClientBench({ faults: [{ verb: "submit", times: 99, ...fault }] }, { submitMs, nowMs });
  const outcome = await bench.client.submit(MODEL_ID, INPUT);
  return { outcome, ...bench, posts: countRequests(bench.server.ledger, "submit") };
}

describe("a submit that is answered", () => {
  it("posts the input once, as JSON, with the key", async () => {
    const { client, server } = await openClientBench();
    const outcome = await client.submit("acme/Moving Pictures 1.5", { prompt: "안녕", seconds: 5 });
    const [made] = server.ledger.submits;
    expect(outcome).toEqual({ kind: "accepted", requestId: made?.requestId, queued: true });
    expect(made).toMatchObject({ modelId: "acme/Moving Pictures 1.5", input: { prompt: "안녕", seconds: 5 } });
    expect(server.ledger.requests).toMatchObject([
      {
        method: "POST",
        path: "/v1/models/acme/Moving%20Pictures%201.5",
        authorization: "Bearer bench-key-marker-4711",
      },
    ]);
  });

  it.each([
    ["200 with an id", { json: { request_id: "req-1" } }, true],
    ["202 with a status", { status: 202, json: { request_id: "req-1", status: "in_queue" } }, true],
    ["201 that runs already", { status: 201, json: { request_id: "req-1", status: "in_progress" } }, false],
    ["200 with a null error code", { json: { request_id: "req-1", error_code: null } }, true],
    ["200 with an error code of 0", { json: { request_id: "req-1", error_code: 0 } }, true],
    [
      "200 with a word for an error code",
      { json: { request_id: "req-1", status: "in_queue", error_code: "OK" } },
      true,
    ],
    ["200 with a word that nobody knows", { json: { request_id: "req-1", error_code: "QUOTA" } }, true],
    [
      "200 with 429001 beside a status",
      { json: { request_id: "req-1", status: "in_queue", error_code: 429001 } },
      true,
    ],
    ["200 with 429001 and an id alone", { json: { request_id: "req-1", error_code: 429001 } }, true],
    ["200 with 500001", { json: { request_id: "req-1", error_code: 500001 } }, true],
    [
      "200 with addresses beside a refusal",
      { json: { request_id: "req-1", status_url: "https://x.example/s", error_code: 400002 } },
      true,
    ],
    ["200 with odd members", { json: { request_id: "req-1", status: 7, queue_position: "x", detail: [[]] } }, true],
  ])("is accepted by %s", async (_title, answer, queued) => {
    const { outcome } = await submitAgainst({ answer });
    expect(outcome).toEqual({ kind: "accepted", requestId: "req-1", queued });
  });

  it.each([
    [400, { error_code: 400001, error_message: "No such model" }, "modelUnknown", "No such model"],
    [400, { error_code: "400002", message: "Top up" }, "balanceTooLow", "Top up"],
    [402, { error: "Payment required" }, "balanceTooLow", "Payment required"],
    [400, { error_code: 400004, detail: "Key is off" }, "keyRefused", "Key is off"],
    [401, { error_code: 401001 }, "keyRefused", ""],
    [403, { error_code: 403003, message: "Forbidden" }, "forbidden", "Forbidden"],
    [404, { detail: "Not Found" }, "modelUnknown", "Not Found"],
    [413, {}, "inputRefused", ""],
    [409, { message: "Conflict" }, "upstreamFailed", "Conflict"],
    [421, { message: "Misdirected" }, "upstreamFailed", "Misdirected"],
    [200, { error_code: 400002, error_message: "Top up" }, "balanceTooLow", "Top up"],
    [200, { error_code: "QUOTA" }, "upstreamFailed", ""],
    [200, { error_code: 400002, request_id: "trace-1" }, "balanceTooLow", ""],
    [400, { error_code: 400002, request_id: "trace-1", status: "failed" }, "balanceTooLow", ""],
    [422, { error_code: 422001, request_id: "trace:1" }, "inputRefused", ""],
  ])("is refused by %s %j as %s", async (status, json, code, message) => {
    const { outcome, posts } = await submitAgainst({ answer: { status, json } });
    expect(outcome).toEqual({ kind: "refused", error: { code, message } });
    expect(posts).toBe(1);
  });

  it.each([
    [
      [{ loc: ["body", "image_url_1"], msg: "Field required", type: "missing" }],
      "image_url_1",
      "image_url_1: Field required",
    ],
    [[{ loc: ["body", "loras", 0, "scale"], msg: "Too big" }], "loras.0.scale", "loras.0.scale: Too big"],
    [
      [
        { loc: ["seconds"], msg: "Bad" },
        { loc: ["seed"], msg: "Bad" },
      ],
      "seconds",
      "seconds: Bad; seed: Bad",
      [
        { field: "seconds", message: "Bad" },
        { field: "seed", message: "Bad" },
      ],
    ],
    [[{ field: "prompt", message: "Too long" }], "prompt", "prompt: Too long"],
    [[{ name: "prompt", error: "Too long" }], "prompt", "prompt: Too long"],
    [{ loc: "seed", msg: "Bad" }, "seed", "Bad"],
    ["Invalid input", undefined, "Invalid input"],
    [["Invalid input"], undefined, "Invalid input"],
  ])("is refused by 422 %j, naming the field %s", async (detail, field, message, issues?: object[]) => {
    const { outcome } = await submitAgainst({ answer: { status: 422, json: { error_code: 422001, detail } } });
    const error = {
      code: "inputRefused",
      message,
      ...(field === undefined ? {} : { field }),
      ...(issues && { issues }),
    };
    expect(outcome).toEqual({ kind: "refused", error });
  });

  it("says the headline of a refusal before its list", async () => {
    const json = { error_code: 422001, error_message: "The input is wrong.", detail: [{ loc: ["seed"], msg: "Bad" }] };
    const { outcome } = await submitAgainst({ answer: { status: 422, json } });
    expect(outcome).toMatchObject({ error: { message: "The input is wrong: seed: Bad", field: "seed" } });
  });

  it("is refused by a 4xx whose body breaks off or is HTML, because the status says enough", async () => {
    const html = await submitAgainst({ answer: { status: 403, text: "<html><b>blocked</b></html>" } });
    expect(html.outcome).toEqual({ kind: "refused", error: { code: "forbidden", message: "" } });
    const cut = await submitAgainst({
      answer: { status: 402, json: { message: "x".repeat(999) } },
      deliver: { how: "truncate" },
    });
    expect(cut.outcome).toEqual({ kind: "refused", error: { code: "balanceTooLow", message: "" } });
  });

  it.each(["", "one", "acme/../requests"])("refuses the model id %j without a request", async (modelId) => {
    const { client, server } = await openClientBench();
    expect(await client.submit(modelId, INPUT)).toEqual({
      kind: "refused",
      error: { code: "modelUnknown", message: "" },
    });
    expect(server.ledger.connections).toBe(0);
  });
});

describe("a submit whose outcome nobody knows", () => {
  it.each<[string, Omit<Fault, "verb">, string]>([
    [
      "a 500",
      { answer: { status: 500, json: { error_code: 500001, message: "Internal" } } },
      "HTTP 500, 500001: Internal",
    ],
    ["a 502 in HTML", { answer: { status: 502, text: "<html>" } }, "HTTP 502"],
    ["a 503 with Retry-After", { answer: { status: 503, headers: { "retry-after": "1" } } }, "HTTP 503"],
    ["a 408", { answer: { status: 408 } }, "HTTP 408"],
    ["a 500001 inside a 200", { answer: { json: { error_code: 500001 } } }, "HTTP 200, 500001"],
    ["a 500001 inside a 400", { answer: { status: 400, json: { error_code: 500001 } } }, "HTTP 400, 500001"],
    ["a 303 redirect", { answer: { status: 303, headers: { location: "/elsewhere" } } }, "HTTP 303"],
    ["a 307 redirect", { answer: { status: 307, headers: { location: "/elsewhere" } } }, "HTTP 307"],
    ["a 200 in HTML", { answer: { text: "<html>Log in</html>" } }, "HTTP 200: the answer was not JSON"],
    ["a 200 as deep as no answer is", { answer: { text: DEEP } }, "HTTP 200: the answer was nested too deeply"],
    ["a 200 without a body", { answer: { text: "" } }, "HTTP 200: the answer was not JSON"],
    [
      "a 200 without an id",
      { answer: { json: { status: "in_queue" } } },
      "HTTP 200: the answer does not say what was asked",
    ],
    [
      "an id that cannot be one",
      { answer: { json: { request_id: "../x" } } },
      "HTTP 200: the answer does not say what was asked",
    ],
    ["a list", { answer: { json: ["req-1"] } }, "HTTP 200: the answer was not an object"],
    ["an answer that breaks off", { deliver: { how: "truncate" } }, "HTTP 200: the answer broke off"],
    ["a reset within the answer", { deliver: { how: "reset", after: "half" } }, "HTTP 200: the answer broke off"],
    ["a reset after acceptance", { deliver: { how: "reset", after: "nothing" } }, "No answer ("],
    ["a reset before acceptance", { accept: false, deliver: { how: "reset", after: "nothing" } }, "No answer ("],
    ["an answer over 1 MB", { answer: { fillBytes: HUGE_BYTES } }, "HTTP 200: the answer was too long"],
  ])("is unknown after %s, and is posted once", async (_title, fault, message) => {
    const { outcome, posts, waits } = await submitAgainst(fault);
    expect(outcome).toEqual<SubmitOutcome>({ kind: "unknown", message: expect.stringContaining(message) });
    expect(posts).toBe(1);
    expect(waits).toEqual([]);
  });

  it.each<[number, object, string]>([
    [500, { error_code: 500001 }, "HTTP 500, 500001"],
    [500, { error_code: 400002 }, "HTTP 500, 400002"],
    [408, {}, "HTTP 408"],
    [303, {}, "HTTP 303"],
    [402, {}, "HTTP 402"],
    [429, {}, "HTTP 429"],
    [429, { error_code: 429001 }, "HTTP 429, 429001"],
    [409, { error_code: "BUSY" }, "HTTP 409, BUSY"],
    [400, { error_code: 400002, status: "in_queue" }, "HTTP 400, 400002"],
  ])("keeps the id that came with %i %j, so that it can be asked about", async (status, body, message) => {
    const { outcome, posts } = await submitAgainst({ answer: { status, json: { request_id: "req-1", ...body } } });
    expect(outcome).toEqual<SubmitOutcome>({ kind: "unknown", message, requestId: "req-1" });
    expect(posts).toBe(1);
  });

  it.each<[string, number, object, string]>([
    ["in a success", 200, { request_id: "req/1:a" }, "(request_id: req/1:a)"],
    ["that is a number", 200, { request_id: 4711 }, "(request_id: 4711)"],
    ["beside a word", 200, { request_id: "req:1", error_code: "OK" }, "HTTP 200, OK (request_id: req:1)"],
    ["in a 500", 500, { request_id: "req:1" }, "HTTP 500 (request_id: req:1)"],
    ["in a bare 429", 429, { request_id: "req:1" }, "HTTP 429 (request_id: req:1)"],
    ["that holds the key", 200, { request_id: "bench-key-marker-4711:1" }, "(request_id: "],
    ["without end", 200, { request_id: "é".repeat(9_999) }, `${"é".repeat(199)}…)`],
  ])("shows an id %s by which it cannot be asked, and never the key", async (_where, status, json, message) => {
    const { outcome } = await submitAgainst({ answer: { status, json: { ...json } } });
    expect(outcome).toEqual<SubmitOutcome>({ kind: "unknown", message: expect.stringContaining(message) });
    expect(JSON.stringify(outcome)).not.toContain("bench-key-marker-4711");
  });

  it("is what an answer without an id says that has a status word beside an error", async () => {
    const { outcome } = await submitAgainst({ answer: { json: { status: "in_queue", error_code: "OK" } } });
    expect(outcome).toEqual<SubmitOutcome>({ kind: "unknown", message: "HTTP 200, OK" });
  });

  it.each<[string, Omit<Fault, "verb">, string]>([
    ["never comes", { deliver: { how: "hang" } }, "No answer within 0.15 s"],
    ["comes too late", { delayMs: 2_000 }, "No answer within 0.15 s"],
    ["drips", { deliver: { how: "drip", everyMs: 50 } }, "HTTP 200: the answer broke off"],
  ])("is unknown when an answer with 0.15 s to come %s", async (_title, fault, message) => {
    const { outcome, posts, server } = await submitAgainst(fault, { submitMs: 150 });
    expect(outcome).toEqual({ kind: "unknown", message });
    expect(posts).toBe(1);
    expect(server.ledger.submits).toHaveLength(1);
  });

  it("reads little more than 1 MB of a long answer", async () => {
    const { server } = await submitAgainst({ answer: { fillBytes: HUGE_BYTES } });
    expect(server.ledger.requests[0]?.sentBytes).toBeLessThan(HUGE_BYTES / 2);
  });

  it("asks nothing of a redirect's target", async () => {
    const other = await openClientBench();
    const headers = { location: `${other.server.url}/v1/models/acme/moving-pictures` };
    await submitAgainst({ answer: { status: 307, headers } });
    expect(other.server.ledger.connections).toBe(0);
  });

  it("is not sent again when the server ends a connection that was kept", async () => {
    const { client, server } = await openClientBench({
      faults: [{ verb: "submit", skip: 1, deliver: { how: "reset", after: "nothing" } }],
    });
    expect(await client.submit(MODEL_ID, INPUT)).toMatchObject({ kind: "accepted" });
    expect(await client.submit(MODEL_ID, INPUT)).toMatchObject({ kind: "unknown" });
    expect(countRequests(server.ledger, "submit")).toBe(2);
  });

  it("gets a connection of its own, where reads share one, so that no closing one can swallow it", async () => {
    const { client, server } = await openClientBench();
    const submitted = await client.submit(MODEL_ID, INPUT);
    const requestId = submitted.kind === "accepted" ? submitted.requestId : "";
    await client.status(requestId);
    // The connection is free for the next request one turn of the event loop after its answer.
    await setImmediate();
    await client.status(requestId);
    await client.submit(MODEL_ID, INPUT);
    const [submit, status, nextStatus, nextSubmit] = server.ledger.requests.map(({ connection }) => connection);
    expect(nextStatus).toBe(status);
    expect(new Set([submit, status, nextSubmit]).size).toBe(3);
  });
});

describe("a submit that was certainly not received", () => {
  it.each<[string | undefined, number]>([
    [undefined, 5_000],
    ["30", 30_000],
    ["0", 1_000],
    ["86400", 300_000],
    ["Thu, 01 Jan 1970 00:01:00 GMT", 60_000],
    ["whenever", 5_000],
  ])("may be repeated after a 429 with Retry-After %s in %d ms; the client does not", async (header, retryAfterMs) => {
    const headers: Record<string, string> = header === undefined ? {} : { "retry-after": header };
    const { outcome, posts, waits } = await submitAgainst({
      answer: { status: 429, json: { message: "Slow down" }, headers },
    });
    expect(outcome).toEqual({ kind: "notSent", reason: "rateLimited", retryAfterMs, message: "HTTP 429: Slow down" });
    expect(posts).toBe(1);
    expect(waits).toEqual([]);
  });

  it("takes a 429 whose body breaks off for what it is", async () => {
    const { outcome } = await submitAgainst({
      answer: { status: 429, text: "x".repeat(99) },
      deliver: { how: "truncate" },
    });
    expect(outcome).toMatchObject({ kind: "notSent", reason: "rateLimited" });
  });

  it.each([
    ["a refused connection", async () => `http://127.0.0.1:${await freePort()}`, "ECONNREFUSED"],
    ["a name that is not found", async () => "http://no-such-host.invalid", /ENOTFOUND|EAI_AGAIN/],
  ])("is not sent over %s", async (_title, baseUrlOf, code) => {
    const { client } = await openClientBench({}, { baseUrl: await baseUrlOf() });
    expect(await client.submit(MODEL_ID, INPUT)).toEqual({
      kind: "notSent",
      reason: "unreachable",
      retryAfterMs: 5_000,
      message: expect.stringMatching(code),
    });
  });

  it("is not sent where the TLS handshake fails", async () => {
    const { server } = await openClientBench();
    const { client } = await openClientBench({}, { baseUrl: server.url.replace("http:", "https:") });
    expect(await client.submit(MODEL_ID, INPUT)).toMatchObject({ kind: "notSent", reason: "unreachable" });
    expect(server.ledger.requests).toEqual([]);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}
