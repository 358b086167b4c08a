import { describe, expect, it } from "vitest";
import { add, isGood, ofExitCode, ofPlaywright, ofVitest, summaryOf } from "./tally";

const file = (status: "passed" | "failed", ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

describe("ofVitest", () => {
  it.each([
    ["passes and skips", [file("passed", "passed", "pending", "todo")], 0, [1, 0, 2]],
    ["failures", [file("failed", "passed", "failed", "failed")], 1, [1, 2, 0]],
    ["a file that could not be loaded", [file("failed"), file("passed", "passed")], 1, [1, 1, 0]],
    ["an error outside any test", [file("passed", "passed")], 1, [1, 1, 0]],
    ["a run without tests", [], 0, [0, 1, 0]],
    ["a run of skipped tests only", [file("passed", "skipped")], 0, [0, 1, 1]],
  ])("counts %s", (_, testResults, code, [passed, failed, skipped]) => {
    expect(ofVitest({ testResults }, code)).toEqual({ passed, failed, skipped, again: [] });
  });

  it("is a failure where there is no report", () => {
    expect(ofVitest(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0, again: [] });
  });
});

describe("ofPlaywright", () => {
  const spec = (title: string, status: string) => ({ title, file: "a.spec.ts", tests: [{ status }] });
  const suites = [
    { specs: [spec("fine", "expected")], suites: [{ specs: [spec("late", "flaky"), spec("wrong", "unexpected")] }] },
  ];
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 3 };

  it("names a test that passed only when repeated, and counts it apart", () => {
    expect(ofPlaywright({ stats, suites }, 1)).toEqual({
      passed: 5,
      failed: 1,
      skipped: 3,
      again: ["a.spec.ts › late"],
    });
  });

  it("is good where what failed passed when it was repeated", () => {
    const tally = ofPlaywright({ stats: { ...stats, unexpected: 0 }, suites }, 0);
    expect(isGood(tally)).toBe(true);
    expect(summaryOf(tally)).toBe("1 passed only when tried again: a.spec.ts › late\n5 passed, 0 failed, 3 skipped");
  });

  it("is a failure where the runner failed before the first test", () => {
    const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    const failure = { passed: 0, failed: 1, skipped: 0, again: [] };
    expect(ofPlaywright({ stats: none, suites: [] }, 1)).toEqual(failure);
    expect(ofPlaywright(undefined, 1)).toEqual(failure);
  });
});

describe("the end of a run", () => {
  it("adds everything up", () => {
    const all = add([ofExitCode(0), ofExitCode(2), { passed: 10, failed: 0, skipped: 4, again: [] }]);
    expect(summaryOf(all)).toBe("11 passed, 1 failed, 4 skipped");
    expect(isGood(all)).toBe(false);
  });

  it("is not good where nothing ran", () => {
    expect(isGood(add([]))).toBe(false);
    expect(isGood(ofExitCode(0))).toBe(true);
  });
});
