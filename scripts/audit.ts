import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { readAdvice } from "./audit/advisories";
import { lockProblems } from "./audit/lock-file";

/** The registry is asked once, and not for long. */
const ASKED_FOR_MS = 20_000;

const problems = lockProblems(JSON.parse(await readFile("package-lock.json", "utf8")));
for (const problem of problems) console.error(`package-lock.json: ${problem}`);
const advice = readAdvice(await askNpm());
if (advice.kind === "found") {
  console.error(`Packages with high or critical findings: ${advice.packages.join(", ")}. \`npm audit\` says more.`);
} else if (advice.kind === "unknown") {
  console.log(`Findings not checked: ${advice.reason}`);
} else {
  console.log(`No high or critical findings; ${advice.lesser} lesser ones.`);
}
if (problems.length === 0)
  console.log("Every package is the registry's, by its hash, and runs nothing when it is installed.");
process.exitCode = problems.length > 0 || advice.kind === "found" ? 1 : 0;

/** What npm prints; it ends with 1 where it found something. */
async function askNpm(): Promise<string> {
  const child = spawn("npm", ["audit", "--json", "--fetch-retries=0"], {
    stdio: ["ignore", "pipe", "ignore"],
    timeout: ASKED_FOR_MS,
  });
  const failed = new Promise<string>((resolve) => child.once("error", () => resolve("")));
  return Promise.race([text(child.stdout), failed]);
}
