import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { SETTINGS } from "@/lib/settings";
import { soak, type Tally } from "@/tests/support/faults/soak/soak";

// `npm run test:soak -- --kills 1000` or `--minutes 60`; `--seed N` makes the same choices as an earlier run; Ctrl+C ends it early.
const { values } = parseArgs({
  options: { kills: { type: "string" }, minutes: { type: "string" }, seed: { type: "string" } },
});
const minutes = values.minutes === undefined ? undefined : Number(values.minutes);
const kills = Number(values.kills ?? (minutes === undefined ? 1_000 : Number.POSITIVE_INFINITY));
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (![kills, minutes ?? 1, seed].every((number) => number >= 0)) {
  console.error("Say how long: npm run test:soak -- --kills 1000, or --minutes 60; --seed N repeats a run's choices");
  process.exit(2);
}
for (const { name } of SETTINGS) process.env[name] = "";

const dataDir = await mkdtemp(join(tmpdir(), "dailies-soak-"));
const startedMs = Date.now();
console.log(`Soak with seed ${seed} in ${dataDir}`);
const untilMs = minutes === undefined ? Number.POSITIVE_INFINITY : startedMs + minutes * 60_000;
let isStopped = false;
process.once("SIGINT", () => {
  isStopped = true;
});
const tally = await soak({ dataDir, seed, isOver });
report(tally);
if (tally.problems.length === 0) await rm(dataDir, { recursive: true, force: true });
process.exit(tally.problems.length === 0 ? 0 : 1);

function isOver({ kills: done, submits }: Tally): boolean {
  if (done > 0 && done % 50 === 0) console.log(`  ${done} kills, ${submits} paid submits`);
  return done >= kills || Date.now() >= untilMs || isStopped;
}

function report({ kills, by, submits, jobs, uploads, problems }: Tally): void {
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ");
  const seconds = Math.round((Date.now() - startedMs) / 1000);
  console.log(`${kills} kills in ${seconds} s (${list(by)})`);
  console.log(`${submits} paid submits, ${uploads} uploads, jobs: ${list(jobs)}`);
  if (problems.length === 0) console.log("Nothing was lost, sent twice, half-done or left behind.");
  else console.error(`${problems.length} problems with seed ${seed}; the folder is kept: ${dataDir}`);
  for (const problem of problems.slice(0, 20)) console.error(`  ${problem}`);
}
