import { expect, it } from "vitest";
import { isOwnerAlive, isProcessRunning, leaseOwnerName } from "./lease-owner";

const SELF = leaseOwnerName({ host: "here", pid: 7, run: "now" });
const world = { self: SELF, host: "here", pid: 7, isRunning: (pid: number) => pid !== 9 };

it.each([
  ["this run", SELF, true],
  ["an earlier run that had this process's number, as in a container", "here 7 before", false],
  ["another process that runs", "here 8 other", true],
  ["a process that is gone", "here 9 gone", false],
  ["a process on another machine, which cannot be seen", "there 9 gone", true],
])("%s counts as alive or not", (_who, owner, alive) => {
  expect(isOwnerAlive(owner, world)).toBe(alive);
});

it("sees which processes run", () => {
  expect(isProcessRunning(process.pid)).toBe(true);
  expect(isProcessRunning(2 ** 22 + 1)).toBe(false);
});
