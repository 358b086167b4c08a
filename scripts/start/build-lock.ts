import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { takeLock } from "@/lib/storage/process-lock";

const LOOK_AGAIN_MS = 300;

/**
 * Runs `work` while no other process that asks for the same file runs its own; waits for a turn, saying so once through
 * `onWait`.
 */
export async function withBuildLock<T>(path: string, work: () => Promise<T>, onWait: () => void): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  let release = takeLock(path);
  if (!release) onWait();
  while (!release) {
    await sleep(LOOK_AGAIN_MS);
    release = takeLock(path);
  }
  try {
    return await work();
  } finally {
    release();
  }
}
