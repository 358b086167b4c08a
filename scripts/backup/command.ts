import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { BackupError, type Holds } from "@/lib/backup/manifest";
import type { Progress } from "@/lib/backup/ports";
import { type Env, EnvError, loadEnv } from "@/lib/env";
import { DataFolderUnusable } from "@/lib/server/data-folder";

const SAY_EVERY_MS = 2_000;
const OWN_ALONE = 0o077;

/** The studio's own settings, read as a start reads them. */
export function readSettings(): Env {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return loadEnv(process.env);
}

/** Runs a command to its exit code, with its files for this user alone; what can be expected to go wrong is said in a line, without a trace. */
export async function runCommand(work: () => Promise<number>): Promise<void> {
  process.umask(OWN_ALONE);
  try {
    process.exitCode = await work();
  } catch (error) {
    process.exitCode = 1;
    const isExpected = error instanceof BackupError || error instanceof EnvError || error instanceof DataFolderUnusable;
    if (!isExpected) throw error;
    console.error(error.message);
  }
}

/** A path as the person wrote it: npm runs scripts elsewhere than where it was called. */
export function pathFrom(argument: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), argument);
}

/** Says how far the work is, every two seconds. */
export function sayProgress(): Progress {
  let nextMs = performance.now() + SAY_EVERY_MS;
  return (done, of) => {
    if (performance.now() < nextMs) return;
    nextMs = performance.now() + SAY_EVERY_MS;
    console.log(`… ${done.files} of ${of.files} files, ${sizeOf(done.bytes)} of about ${sizeOf(of.bytes)}`);
  };
}

export function sizeOf(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return `${(bytes / 1000 ** step).toLocaleString("en", { maximumFractionDigits: step === 0 ? 0 : 1 })} ${units[step]}`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

export function contentsOf({ takes, uploads, collections, links }: Holds): string {
  return [
    counted(takes, "take"),
    counted(uploads, "upload"),
    counted(collections, "collection"),
    counted(links, "link"),
  ].join(", ");
}
