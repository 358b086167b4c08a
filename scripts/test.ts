import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SETTINGS } from "@/lib/settings";
import { countBrowserTests, readReport } from "./test/run-browser-tests";
import { add, isGood, ofExitCode, ofVitest, summaryOf, type Tally } from "./test/tally";
import { runPackage } from "./test/tool";

const reports = await mkdtemp(join(tmpdir(), "dailies-test-"));

// Tests must neither spend a real key nor depend on how the studio of this machine is set up.
for (const { name } of SETTINGS) process.env[name] = "";

const steps: [title: string, run: () => Promise<Tally>][] = [
  ["Types", async () => ofExitCode((await runPackage("next/dist/bin/next", ["typegen"])) || (await types()))],
  [
    "Style and lint",
    async () => ofExitCode(await runPackage("@biomejs/biome/bin/biome", ["check", "--error-on-warnings"])),
  ],
  ["Dead code", async () => ofExitCode(await runPackage("knip/bin/knip.js", ["--no-progress"]))],
  ["Unit, integration and contract tests", vitest],
  ...(process.argv.includes("--no-browser")
    ? []
    : [["Browser tests", () => countBrowserTests()] satisfies (typeof steps)[number]]),
];

const tallies: Tally[] = [];
for (const [title, run] of steps) {
  console.log(`\n── ${title}`);
  const tally = await run();
  console.log(`   ${summaryOf(tally)}`);
  tallies.push(tally);
}
await rm(reports, { recursive: true });
const total = add(tallies);
process.exitCode = isGood(total) ? 0 : 1;
console.log(`\n${summaryOf(total)}`);

function types(): Promise<number> {
  return runPackage("typescript/bin/tsc", ["--noEmit", "-p", "."]);
}

async function vitest(): Promise<Tally> {
  const path = join(reports, "vitest.json");
  const args = [
    "run",
    "--project=unit",
    "--project=integration",
    "--project=contract",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${path}`,
  ];
  const code = await runPackage("vitest/vitest.mjs", args);
  return ofVitest(await readReport(path), code);
}
