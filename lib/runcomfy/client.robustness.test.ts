import fc from "fast-check";
import { expect, it } from "vitest";
import { ApiKey } from "./api-key";
import { createRuncomfyClient } from "./client";
import type { UpstreamFetch } from "./http";

const SECRET = "rc-marker-0123456789";
const VERBS = ["status", "result", "cancel"] as const;

function clientOver(fetch: UpstreamFetch) {
  const key = new ApiKey(SECRET);
  return createRuncomfyClient({ baseUrl: "http://service.test", key, fetch, sleep: async () => undefined });
}

async function allOutcomes(fetch: UpstreamFetch): Promise<unknown[]> {
  const client = clientOver(fetch);
  const reads = await Promise.all(VERBS.map((verb) => client[verb]("req-1")));
  return [await client.submit("acme/pictures", { prompt: "x" }), ...reads];
}

const NAMES = [
  "request_id",
  "status",
  "error_code",
  "error",
  "message",
  "detail",
  "output",
  "outcome",
  "queue_position",
];
const word = fc.constantFrom(
  "req-1",
  "completed",
  "failed",
  "in_queue",
  400005,
  404001,
  500001,
  "https://files.example/a.mp4",
);
const member = fc.oneof({ weight: 2, arbitrary: word }, { weight: 1, arbitrary: fc.jsonValue() });
const body = fc
  .oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...NAMES), member))
  .map((value) => JSON.stringify(value));
const status = fc.constantFrom(200, 202, 301, 400, 401, 403, 404, 408, 422, 429, 500, 503);

it("has an outcome for every answer, and accepts only a success with an id", async () => {
  await fc.assert(
    fc.asyncProperty(status, fc.oneof(body, fc.string()), async (httpStatus, text) => {
      const [submitted] = await allOutcomes(async () => new Response(text, { status: httpStatus }));
      const isAccepted = JSON.stringify(submitted).includes('"accepted"');
      expect(isAccepted && (httpStatus >= 300 || !text.includes("request_id"))).toBe(false);
    }),
    { numRuns: 300 },
  );
});

it.each<[string, object]>([
  ["an error message", { error_code: 401001, error_message: `Key ${SECRET} is not valid` }],
  ["a validation detail", { detail: [{ loc: ["body", SECRET], msg: `Bearer ${SECRET}` }] }],
  [
    "a failed result",
    { request_id: "req-1", status: "failed", error: { headers: { authorization: `Bearer ${SECRET}` } } },
  ],
  ["a status word", { status: `state ${SECRET}` }],
  ["an error code", { error_code: SECRET }],
  ["the 500 characters' edge", { error_code: 403001, message: `${"x".repeat(490)}${SECRET}` }],
])("tells no key that %s echoes", async (_place, json) => {
  for (const httpStatus of [200, 401, 422, 500]) {
    const outcomes = await allOutcomes(async () => Response.json(json, { status: httpStatus }));
    expect(JSON.stringify(outcomes)).not.toContain("rc-marker");
  }
});

it("tells no key that a failing fetch quotes", async () => {
  const outcomes = await allOutcomes(async (_url, { headers }) => {
    throw Object.assign(new TypeError(`bad header ${headers.authorization}`), { code: "ERR_INVALID_CHAR" });
  });
  expect(JSON.stringify(outcomes)).not.toContain("rc-marker");
  expect(outcomes[0]).toEqual({ kind: "unknown", message: "No answer (ERR_INVALID_CHAR)" });
});

it("ends in time although the fetch does not listen to its signal", async () => {
  const never: UpstreamFetch = () => new Promise(() => undefined);
  const client = createRuncomfyClient({ baseUrl: "http://service.test", fetch: never, timeouts: { submitMs: 20 } });
  expect(await client.submit("acme/pictures", {})).toEqual({ kind: "unknown", message: "No answer within 0.02 s" });
});

it("sends no Authorization header without a key", async () => {
  const sent: Record<string, string>[] = [];
  const client = createRuncomfyClient({
    baseUrl: "http://service.test/base/",
    fetch: async (url, { headers }) => {
      sent.push({ url, ...headers });
      return Response.json({ request_id: "req-1" });
    },
  });
  await client.submit("acme/pictures", {});
  expect(sent).toEqual([expect.objectContaining({ url: "http://service.test/base/v1/models/acme/pictures" })]);
  expect(sent[0]).not.toHaveProperty("authorization");
});
