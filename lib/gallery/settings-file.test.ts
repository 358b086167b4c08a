import { expect, it } from "vitest";
import { makeAsset } from "@/tests/support/jobs/asset";
import { makeJob } from "@/tests/support/jobs/job";
import { settingsOf } from "./settings-file";

it.each([
  ["told by the service", { costMicros: 420_000 }, 420_000],
  ["not told", {}, undefined],
  ["of the sandbox", { costMicros: 0, upstream: "sandbox" }, undefined],
] as const)("a take's settings hold its cost: %s", (_, job, cost) => {
  expect(settingsOf(makeJob(job), { modelName: "Clip", output: makeAsset("asset") }).costMicros).toBe(cost);
});
