// What Next does at a signal, reduced to its exit, beside the studio's draining: prints what happens, in order.
//   node scripts/run.mjs tests/support/jobs/drain-process.ts [--stuck] [--sends=<ms>]
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { drainOnSignals } from "@/lib/server/drain";

const say = (word: string) => process.stdout.write(`${word}\n`);
const { values } = parseArgs({ options: { stuck: { type: "boolean" }, sends: { type: "string" } } });

let isSending = false;
let answer = Promise.resolve();

/** What a request does whose body was still being read at the signal. */
function send(ms: number): void {
  isSending = true;
  answer = pause(ms).then(() => {
    isSending = false;
    say("answer stored");
  });
}

process.once("SIGTERM", async () => {
  await pause(20);
  if (values.sends !== undefined) send(Number(values.sends));
  say("requests answered");
  process.exit(0);
});
drainOnSignals(
  {
    refuseJobs: () => say("takes no jobs"),
    async settle() {
      if (values.stuck) await new Promise(() => {});
      await pause(200);
      say("steps ended");
    },
    isSending: () => isSending,
    sent: () => answer,
    async close() {
      say("closed");
    },
  },
  () => say("late"),
);
setInterval(() => {}, 1_000);
say("ready");
