import { expect, it, vi } from "vitest";
import { createFaultPoint } from "./fault-point";

it("kills at the named point alone, and never without a name", () => {
  const kill = vi.fn();
  createFaultPoint(undefined, kill)("before-post");
  const reached = createFaultPoint("after-post", kill);
  reached("before-post");
  expect(kill).not.toHaveBeenCalled();
  reached("after-post");
  expect(kill).toHaveBeenCalledOnce();
});

it("refuses a name that is no point", () => {
  expect(() => createFaultPoint("never", () => {})).toThrow(/FAULT_POINT is none of job-stored, /);
});
