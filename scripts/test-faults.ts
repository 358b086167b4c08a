import { SETTINGS } from "@/lib/settings";
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
