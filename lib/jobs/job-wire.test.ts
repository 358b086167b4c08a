import { expect, it } from "vitest";
import { jobSchema } from "@/lib/api/contract";
import { makeAsset } from "@/tests/support/jobs/asset";
import { makeJob, START_MS } from "@/tests/support/jobs/job";
import { jobToWire } from "./job-wire";

it("shows a whole job as the interface says, with times that have a zone", () => {
  const job = makeJob({
    status: "failed",
    statusDetail: "warming",
    queuePosition: 0,
    error: { code: "inputRefused", message: "too dark", field: "prompt" },
    frame: { width: 720, height: 1280 },
    requestId: "r1",
    submittedAtMs: START_MS + 1,
    startedAtMs: START_MS + 2,
    finishedAtMs: START_MS + 3,
    lastCheckedAtMs: START_MS + 4,
  });
  const wire = jobToWire({ job, outputs: [] }, { modelName: "Clip", usualMs: 5_000 });
  expect(jobSchema.parse(wire)).toEqual(wire);
  expect(wire).toMatchObject({
    modelName: "Clip",
    createdAt: "2026-01-01T00:00:00.000Z",
    lastCheckedAt: "2026-01-01T00:00:00.004Z",
    queuePosition: 0,
    usualMs: 5_000,
    error: { code: "inputRefused", field: "prompt" },
  });
});

it("leaves out what is not known and nothing else", () => {
  const wire = jobToWire({ job: makeJob(), outputs: [] }, { modelName: "Clip" });
  expect(jobSchema.parse(wire)).toEqual(wire);
  expect(Object.values(wire)).not.toContain(undefined);
  expect(wire).not.toHaveProperty("payloadHash");
});

it("shows outputs by address, without keys of the file store", () => {
  const video = makeAsset("a b", {
    width: 1280,
    height: 720,
    durationMs: 5_000,
    frameCount: 120,
    posterKey: "aa/p.webp",
  });
  const sound = makeAsset("c", { kind: "audio", mediaType: "audio/mpeg" });
  const job = makeJob({ status: "succeeded" });
  const { outputs } = jobToWire({ job, outputs: [video, sound] }, { modelName: "Clip" });
  expect(outputs).toMatchObject([
    { assetId: "a b", url: "/api/assets/a%20b", posterUrl: "/api/assets/a%20b/poster", frameCount: 120 },
    { kind: "audio", posterUrl: null, width: null, durationMs: null },
  ]);
  expect(JSON.stringify(outputs)).not.toContain("aa/");
});
