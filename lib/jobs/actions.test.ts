import { expect, it } from "vitest";
import { makeJob } from "@/tests/support/jobs/job";
import { actionsOf } from "./actions";
import type { Job } from "./job";

it.each<[string, Partial<Job>, string]>([
  ["waiting", { status: "waiting" }, "canCancel canDelete"],
  ["submitting", { status: "submitting" }, ""],
  ["queued", { status: "queued", requestId: "r1" }, "canCancel canDelete"],
  ["running", { status: "running", requestId: "r1" }, ""],
  ["archiving", { status: "archiving", requestId: "r1" }, ""],
  ["succeeded", { status: "succeeded", requestId: "r1" }, "canShare canDelete"],
  ["failed", { status: "failed", error: { code: "inputRefused", message: "" } }, "canRetry canDelete"],
  [
    "failed at saving",
    { status: "failed", error: { code: "archiveFailed", message: "" } },
    "canRetry canLookAgain canDelete",
  ],
  [
    "failed at the service",
    { status: "failed", requestId: "r1", error: { code: "upstreamFailed", message: "" } },
    "canRetry canLookAgain canDelete",
  ],
  ["cancelled", { status: "cancelled" }, "canRetry canDelete"],
  ["unconfirmed", { status: "unconfirmed" }, "canRetry canLookAgain canDelete"],
  ["lost", { status: "lost", requestId: "r1" }, "canRetry canLookAgain canDelete"],
])("a job that is %s allows: %s", (_state, over, allowed) => {
  const actions = Object.entries(actionsOf(makeJob(over)));
  expect(
    actions
      .filter(([, can]) => can)
      .map(([action]) => action)
      .join(" "),
  ).toBe(allowed);
});
