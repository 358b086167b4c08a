import { SETTINGS } from "@/lib/settings";
import { runPackage } from "./test/tool";

// As in the other tests: no real key is spent, and no set-up of this machine decides a result.
for (const { name } of SETTINGS) process.env[name] = "";

process.exitCode = await runPackage("vitest/vitest.mjs", [
  "run",
  "--project=faults",
  "--reporter=verbose",
  "--silent=passed-only",
]);
