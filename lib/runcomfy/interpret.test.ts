import { describe, expect, it } from "vitest";
import type { CancelOutcome, ResultOutcome, StatusOutcome } from "@/lib/jobs/upstream";
import { interpretCancel, interpretResult, interpretStatus } from "./interpret";
import { readServiceAnswer } from "./wire";

const ID = "req-1";
const OUTPUT = { video: "https://files.example/take.mp4" };
const OUTPUTS = [{ url: OUTPUT.video, kindHint: "video" }];
const failed = (message: string, code = "upstreamFailed") => ({ kind: "failed", error: { code, message } });

describe("interpretStatus", () => {
  it.each<[object, StatusOutcome]>([
    [
      { status: "in_queue", queue_position: 3 },
      { kind: "queued", position: 3, word: "in_queue" },
    ],
    [
      { status: "in_queue", queue_position: 0 },
      { kind: "queued", position: 0, word: "in_queue" },
    ],
    [
      { status: "in_queue", queue_position: "2" },
      { kind: "queued", position: 2, word: "in_queue" },
    ],
    [
      { status: "in_queue", queue_position: null },
      { kind: "queued", word: "in_queue" },
    ],
    [
      { status: "in_queue", queue_position: -1 },
      { kind: "queued", word: "in_queue" },
    ],
    [
      { status: "in_queue", queue_position: 1.5 },
      { kind: "queued", word: "in_queue" },
    ],
    [{ status: "pending" }, { kind: "queued", word: "pending" }],
    [{ status: "waiting" }, { kind: "queued", word: "waiting" }],
    [{ status: "In-Queue " }, { kind: "queued", word: "in_queue" }],
    [
      { status: "in_progress", error_code: 0 },
      { kind: "running", word: "in_progress" },
    ],
    [
      { status: "in_progress", error: "a warning" },
      { kind: "running", word: "in_progress" },
    ],
    [{ status: "starting" }, { kind: "running", word: "starting" }],
    [{ status: "processing" }, { kind: "running", word: "processing" }],
    [{ status: "running" }, { kind: "running", word: "running" }],
    [{ status: "completed" }, { kind: "ended", word: "completed" }],
    [{ status: "succeeded" }, { kind: "ended", word: "succeeded" }],
    [
      { status: "failed", error: "boom", error_code: 500001 },
      { kind: "ended", word: "failed" },
    ],
    [{ status: "cancelled" }, { kind: "cancelled", word: "cancelled" }],
    [{ status: "canceled" }, { kind: "cancelled", word: "canceled" }],
    [{ status: "warming_up" }, { kind: "other", word: "warming_up" }],
    [{ status: "constructor" }, { kind: "other", word: "constructor" }],
    [{ status: "warming\n\u202eup" }, { kind: "other", word: "warming_ up" }],
    [{ error_code: 400005 }, { kind: "other", word: "not ready" }],
    [
      { request_id: ID, error: "boom" },
      { kind: "ended", word: "error" },
    ],
  ])("reads %j as %j", (body, outcome) => {
    expect(interpretStatus(readServiceAnswer({ status: 200, body }), ID)).toEqual(outcome);
  });

  it.each([
    [{ error: "boom" }],
    [{ request_id: "another", error: "boom" }],
    [{ status: "in_queue", error_code: 401001 }],
    [{ status: 3 }],
    [{}],
    [[]],
    ["completed"],
    [null],
    [undefined],
  ])("cannot use %j", (body) => {
    expect(interpretStatus(readServiceAnswer({ status: 200, body }), ID)).toBeUndefined();
  });

  it("believes in an end inside an error answer only where it names the request", () => {
    const read = (request_id: string) =>
      interpretStatus(readServiceAnswer({ status: 500, body: { request_id, status: "failed" } }), ID);
    expect(read(ID)).toEqual({ kind: "ended", word: "failed" });
    expect(read("another")).toBeUndefined();
  });
});

describe("interpretResult", () => {
  it.each<[object, object]>([
    [
      { status: "succeeded", output: OUTPUT },
      { kind: "succeeded", outputs: OUTPUTS },
    ],
    [
      { status: "completed", output: OUTPUT },
      { kind: "succeeded", outputs: OUTPUTS },
    ],
    [
      { status: "succeeded", output: OUTPUT.video },
      { kind: "succeeded", outputs: OUTPUTS },
    ],
    [
      { status: "succeeded", output: [OUTPUT.video], error_code: null },
      { kind: "succeeded", outputs: OUTPUTS },
    ],
    [
      { status: "delivered", output: OUTPUT },
      { kind: "succeeded", outputs: OUTPUTS },
    ],
    [{ output: OUTPUT }, { kind: "succeeded", outputs: OUTPUTS }],
    [{ status: "succeeded", input: OUTPUT }, failed("", "noOutput")],
    [{ status: "succeeded", output: { video: null, images: [] } }, failed("", "noOutput")],
    [{ status: "completed" }, failed("", "noOutput")],
    [{ status: "completed", error: "boom" }, failed("boom")],
    [{ status: "completed", error_code: 500001, error_message: "boom" }, failed("boom")],
    [{ status: "failed", error: "boom", output: OUTPUT }, failed("boom")],
    [{ status: "failed", error: { message: "boom", node: 7 } }, failed("boom")],
    [{ status: "failed", error: { node: 7 } }, failed('{"node":7}')],
    [{ status: "failed", error: ["a", { msg: "b" }] }, failed("a; b")],
    [{ status: "failed", error: 7 }, failed("7")],
    [{ status: "failed" }, failed("")],
    [{ status: "failed", error_code: 422001, error: "bad picture" }, failed("bad picture", "inputRefused")],
    [{ request_id: ID, error: "boom" }, failed("boom")],
    [{ status: "cancelled" }, { kind: "cancelled" }],
    [{ status: "in_queue" }, { kind: "notReady", state: "queued" }],
    [
      { status: "in_progress", output: OUTPUT },
      { kind: "notReady", state: "running" },
    ],
    [{ status: "warming_up" }, { kind: "notReady", state: "unknown" }],
    [
      { status: "warming_up", error: "a warning" },
      { kind: "notReady", state: "unknown" },
    ],
  ])("reads %j as %j", (body, outcome) => {
    expect(interpretResult(readServiceAnswer({ status: 200, body }), ID)).toEqual(outcome);
  });

  it.each([
    [400, { error_code: 400005, error_message: "Not ready" }],
    [200, { error_code: "400005" }],
    [400, { error_code: 400005, status: "in_progress" }],
  ])("reads %d %j as not ready yet", (status, body) => {
    expect(interpretResult(readServiceAnswer({ status, body }), ID)).toEqual<ResultOutcome>({
      kind: "notReady",
      state: "unknown",
    });
  });

  it.each([
    [200, {}],
    [200, { error: "boom" }],
    [200, { error_code: 500001, output: OUTPUT }],
    [500, { status: "failed", error: "boom" }],
  ])("cannot use %d %j", (status, body) => {
    expect(interpretResult(readServiceAnswer({ status, body }), ID)).toBeUndefined();
  });
});

describe("interpretCancel", () => {
  it.each<[object, CancelOutcome]>([
    [{ outcome: "cancelled", status: "in_progress" }, { kind: "cancelled" }],
    [{ outcome: "canceled" }, { kind: "cancelled" }],
    [{ outcome: "not_cancellable", status: "cancelled" }, { kind: "notCancellable" }],
    [{ outcome: "cancellation_requested" }, { kind: "requested" }],
    [{ outcome: "whatever" }, { kind: "requested" }],
    [{ status: "cancelled" }, { kind: "requested" }],
  ])("goes by the outcome of %j", (body, outcome) => {
    expect(interpretCancel(readServiceAnswer({ status: 202, body }))).toEqual(outcome);
  });
});
