import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { startStudioProcess } from "@/tests/support/faults/studio";
import { BEGINNINGS, sendEndless } from "@/tests/support/hostile/endless";
import { HOSTILE_FILES } from "@/tests/support/hostile/files/all";
import { CARRIERS } from "@/tests/support/hostile/files/cleaned";
import { watchMemory } from "@/tests/support/hostile/peak-memory";
import { send } from "@/tests/support/hostile/send";
import { temporaryFolder } from "@/tests/support/temporary-folder";

const MAX_MORE_MB = 100;
const AT_ONCE = 6;
const TIME_OUT_MS = 240_000;

async function startStudio() {
  const { path } = await temporaryFolder();
  // As `npm start` sets it.
  const settings = { DATA_DIR: path, UPLOADS_PER_HOUR: "100000", MALLOC_ARENA_MAX: "2" };
  const { url, pid, signal, ended } = await startStudioProcess(settings);
  onTestFinished(async () => {
    signal("SIGKILL");
    await ended;
  });
  return { url: new URL(url), pid, temporary: join(path, "files", "tmp") };
}

async function allAtOnce<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = [...items];
  const takeUp = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results.push(await work(next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeUp));
  return results;
}

const say = (what: string, moreMb: number) => process.stdout.write(`${what}: ${Math.round(moreMb)} MB more\n`);

// Linux tells a process's peak.
describe.runIf(existsSync("/proc/self/clear_refs"))(`refusing takes at most ${MAX_MORE_MB} MB more`, () => {
  it(
    `with ${HOSTILE_FILES.length + CARRIERS.length} hostile files, ${AT_ONCE} at a time`,
    async () => {
      const { url, pid, temporary } = await startStudio();
      const files = [...HOSTILE_FILES, ...CARRIERS];
      const peakMb = await watchMemory(pid);
      const statuses = await allAtOnce(
        files,
        async ({ make }) => (await send(url, { content: await make() }, "body")).status,
      );
      const moreMb = await peakMb();
      say(`${files.length} hostile files`, moreMb);
      expect(statuses.filter((status) => status >= 400)).toHaveLength(HOSTILE_FILES.length);
      expect(await readdir(temporary)).toEqual([]);
      expect(moreMb).toBeLessThanOrEqual(MAX_MORE_MB);
    },
    TIME_OUT_MS,
  );

  it(
    "with uploads that never end",
    async () => {
      const { url, pid, temporary } = await startStudio();
      const uploads = Object.values(BEGINNINGS).flatMap((beginning) =>
        (["announced", "pieces", "form"] as const).map((how) => ({ beginning, how })),
      );
      const peakMb = await watchMemory(pid);
      const answers = await allAtOnce(uploads, ({ beginning, how }) => sendEndless(url, beginning, how));
      const moreMb = await peakMb();
      say(`${uploads.length} endless uploads`, moreMb);
      expect(answers.map(({ status }) => status)).toEqual(uploads.map(() => 413));
      expect(Math.max(...answers.map(({ sent }) => sent))).toBeLessThan(200_000_000);
      await expect.poll(() => readdir(temporary)).toEqual([]);
      expect(moreMb).toBeLessThanOrEqual(MAX_MORE_MB);
    },
    TIME_OUT_MS,
  );

  it(
    "with hostile addresses, and answers that never end",
    async () => {
      const args = ["scripts/run.mjs", "tests/support/hostile/server-process.ts"];
      const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: TIME_OUT_MS });
      const { total, refused, reached, moreMb } = JSON.parse(stdout);
      say(`${total} hostile addresses`, moreMb);
      expect([refused, reached]).toEqual([total, 0]);
      expect(moreMb).toBeLessThanOrEqual(MAX_MORE_MB);
    },
    TIME_OUT_MS,
  );
});
