// What Next does at a signal, reduced to its exit, beside the studio's draining: prints what happens, in order.
//   node scripts/run.mjs tests/support/jobs/drain-process.ts [--stuck]
import { setTimeout as pause } from "node:timers/promises";
import { drainOnSignals } from "@/lib/server/drain";

const say = (word: string) => process.stdout.write(`${word}\n`);

process.on("SIGTERM", async () => {
  await pause(20);
  say("requests answered");
  process.exit(0);
});
drainOnSignals({
  async settle() {
    if (process.argv.includes("--stuck")) await new Promise(() => {});
    await pause(200);
    say("steps ended");
  },
  async close() {
    say("closed");
  },
});
setInterval(() => {}, 1_000);
say("ready");
