import { z } from "zod";

export type Tally = { passed: number; failed: number; skipped: number };

const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

export function add(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, next) => ({
      passed: sum.passed + next.passed,
      failed: sum.failed + next.failed,
      skipped: sum.skipped + next.skipped,
    }),
    NOTHING,
  );
}

/** A tool that only says yes or no counts as one check. */
export function ofExitCode(code: number): Tally {
  return code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

/** The line that a run ends with. */
export function lineOf({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

export function isGood({ passed, failed }: Tally): boolean {
  return failed === 0 && passed > 0;
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      status: z.enum(["passed", "failed"]),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/** Counts a run of Vitest from its JSON report; a file that could not be loaded counts as one failure. */
export function ofVitest(report: unknown, code: number): Tally {
  const files = vitestReport.safeParse(report).data?.testResults ?? [];
  const perFile = files.map(({ status, assertionResults }): Tally => {
    const statuses = assertionResults.map((test) => test.status);
    const failed = statuses.filter((test) => test === "failed").length;
    const passed = statuses.filter((test) => test === "passed").length;
    const skipped = statuses.length - failed - passed;
    return { passed, failed: status === "failed" ? Math.max(1, failed) : failed, skipped };
  });
  return orFailed(add(perFile), code);
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Counts a run of Playwright from its JSON report; a test that passed only when repeated is no pass. */
export function ofPlaywright(report: unknown, code: number): Tally {
  const stats = playwrightReport.safeParse(report).data?.stats;
  if (!stats) return orFailed(NOTHING, code);
  return orFailed({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }, code);
}

/** A runner that failed without a failed test, or ran none, is a failure all the same. */
function orFailed(tally: Tally, code: number): Tally {
  const isWrong = tally.failed === 0 && (code !== 0 || tally.passed === 0);
  return isWrong ? { ...tally, failed: 1 } : tally;
}
