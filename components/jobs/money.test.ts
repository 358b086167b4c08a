import { describe, expect, it } from "vitest";
import type { WireJob } from "@/lib/api/contract";
import { type Money, mayBePaid, moneyOf } from "./money";

type Row = [what: string, over: Partial<WireJob>, money: Money | undefined, mayBePaid: boolean];

describe("what a take without a result has cost", () => {
  it.each<Row>([
    ["of the sandbox", { upstream: "sandbox", status: "unconfirmed" }, "free", false],
    ["refused at the submit", { error: { code: "inputRefused", message: "" } }, "none", false],
    ["cancelled before it was sent", { status: "cancelled" }, "none", false],
    ["cancelled in the service's queue", { status: "cancelled", requestId: "r1" }, "maybe", false],
    ["failed at the service", { requestId: "r1", error: { code: "upstreamFailed", message: "" } }, "maybe", false],
    ["that nobody knows of", { status: "unconfirmed" }, undefined, true],
    ["that the service has forgotten", { status: "lost", requestId: "r1" }, "maybe", true],
    ["done without a file", { requestId: "r1", error: { code: "noOutput", message: "" } }, "maybe", true],
    ["whose file was not saved", { requestId: "r1", error: { code: "archiveFailed", message: "" } }, undefined, true],
  ])("%s is told by its end", (_what, over, money, isMaybePaid) => {
    const job = { upstream: "runcomfy", status: "failed", ...over } as const;
    expect([moneyOf(job), mayBePaid(job)]).toEqual([money, isMaybePaid]);
  });
});
