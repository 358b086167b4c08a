import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { WireJob } from "@/lib/api/contract";
import type { NewGroup } from "@/lib/jobs/submit-group";
import type { NewJob } from "@/lib/jobs/submit-job";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

export type ServerRun = {
  signal: NodeJS.Signals | null;
  code: number | null;
  id?: string;
  isNew?: boolean;
  job?: WireJob;
  /** Of a group, in their order. */
  jobs?: WireJob[];
};

/** Runs `server-process.ts` to its end, by itself or by the kill that `FAULT_POINT` makes. */
export async function runServer(request: NewJob | NewGroup, settings: Record<string, string>): Promise<ServerRun> {
  const args = ["scripts/run.mjs", "tests/support/jobs/server-process.ts", JSON.stringify(request)];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const { code, signal } = await new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.on("close", (code, signal) => resolve({ code, signal })),
  );
  if (code !== null && code !== 0) throw new Error(`the server ended with ${code}: ${errors}`);
  const lines = output.split("\n").filter((line) => line.startsWith("{"));
  return Object.assign({ code, signal }, ...lines.map((line) => JSON.parse(line)));
}
