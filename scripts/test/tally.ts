import { z } from "zod";

/** `again` names the tests that passed only when they were tried once more: neither passed nor failed. */
export type Tally = { passed: number; failed: number; skipped: number; again: readonly string[] };

const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, again: [] };

export function add(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, next) => ({
      passed: sum.passed + next.passed,
      failed: sum.failed + next.failed,
      skipped: sum.skipped + next.skipped,
      again: [...sum.again, ...next.again],
    }),
    NOTHING,
  );
}

/** A tool that only says yes or no counts as one check. */
export function ofExitCode(code: number): Tally {
  return code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

/** What a run ends with: its counts in the last line, and what is to be mended, though it failed nothing, in the one before. */
export function summaryOf({ passed, failed, skipped, again }: Tally): string {
  const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`;
  return again.length === 0 ? counts : `${again.length} passed only when tried again: ${again.join("; ")}\n${counts}`;
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
    return { ...NOTHING, passed, failed: status === "failed" ? Math.max(1, failed) : failed, skipped };
  });
  return orFailed(add(perFile), code);
}

type Suite = { suites?: Suite[] | undefined; specs: { title: string; file: string; tests: { status: string }[] }[] };

const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    suites: z.array(suite).optional(),
    specs: z.array(z.object({ title: z.string(), file: z.string(), tests: z.array(z.object({ status: z.string() })) })),
  }),
);

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), skipped: z.number() }),
  suites: z.array(suite),
});

/** Counts a run of Playwright from its JSON report. */
export function ofPlaywright(report: unknown, code: number): Tally {
  const read = playwrightReport.safeParse(report).data;
  if (!read) return orFailed(NOTHING, code);
  const { expected, unexpected, skipped } = read.stats;
  return orFailed({ passed: expected, failed: unexpected, skipped, again: read.suites.flatMap(flakyIn) }, code);
}

/** A test of a report is "flaky" where it failed and then passed. */
function flakyIn({ suites = [], specs }: Suite): string[] {
  const here = specs.filter(({ tests }) => tests.some(({ status }) => status === "flaky"));
  return [...here.map(({ file, title }) => `${file} › ${title}`), ...suites.flatMap(flakyIn)];
}

/** A runner that failed without a failed test, or ran none, is a failure all the same. */
function orFailed(tally: Tally, code: number): Tally {
  const isWrong = tally.failed === 0 && (code !== 0 || tally.passed + tally.again.length === 0);
  return isWrong ? { ...tally, failed: 1 } : tally;
}
