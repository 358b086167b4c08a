// A process that submits to a database beside others: for each line of `Round` as JSON on its input all submits at once, then
// `{accepted, refused}` as a line.
//   node scripts/run.mjs tests/support/jobs/spend-process.ts <name> <path of the database>
import { createInterface } from "node:readline";
import { createAssetStore } from "@/lib/db/asset-store";
import { createJobStore } from "@/lib/db/job-store";
import { openDatabase } from "@/lib/db/open";
import { submitJob } from "@/lib/jobs/submit-job";

export type Round = { nowMs: number; cap: number; price: number; submits: number };
export type RoundOutcome = { accepted: number; refused: number };

const [, , name = "", path = ""] = process.argv;
const database = await openDatabase({ path });
const print = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`);
let count = 0;

async function submitAll({ nowMs, cap, price, submits }: Round): Promise<RoundOutcome> {
  const unused = () => Promise.reject(new Error("nothing is sent here"));
  const api = { submit: unused, status: unused, result: unused, cancel: unused };
  const deps = {
    store: createJobStore(database.db),
    assets: createAssetStore(database.db),
    links: { runcomfy: { api, deliver: unused } },
    defaultUpstream: "runcomfy" as const,
    fieldsOf: () => [],
    modelIds: () => [],
    keepVersion: async () => undefined,
    spending: { caps: { month: cap }, unknownMicros: 1 },
    priceOf: () => ({ usdMicros: price, unit: "output" as const }),
    room: { freeBytes: async () => Number.POSITIVE_INFINITY },
    send: async () => {},
    owner: name,
    newId: () => `${name}-${++count}`,
    now: () => nowMs,
    sleep: async () => {},
    reached: () => {},
  };
  const all = Array.from({ length: submits }, () => submitJob({ modelId: "acme/clip", input: {} }, deps));
  const outcomes = await Promise.allSettled(all);
  const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  const other = refusals.find(({ code }) => code !== "spendingCap");
  if (other) throw other;
  return { accepted: submits - refusals.length, refused: refusals.length };
}

print({ ready: true });
for await (const line of createInterface({ input: process.stdin })) print(await submitAll(JSON.parse(line)));
await database.close();
