import { SETTINGS } from "@/lib/settings";
import { runBrowserTests } from "./test/run-browser-tests";
import { runPackage } from "./test/tool";

// As in the other tests: no real key is spent, and no set-up of this machine decides a result.
for (const { name } of SETTINGS) process.env[name] = "";

// One after the other: the second builds the studio, which would take the first one's time.
for (const project of ["faults", "unproxied"]) {
  const code = await runPackage("vitest/vitest.mjs", [
    "run",
    `--project=${project}`,
    "--reporter=verbose",
    "--silent=passed-only",
  ]);
  process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
}

// What people do is tried by mouse and keys, on the same build.
const code = (await runBrowserTests(["tests/e2e/people.spec.ts"])) ?? 1;
process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
