import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SETTINGS } from "@/lib/settings";
import { type NextProcess, startNext } from "./next-process";

/** The production build as a process of its own, on a folder of its own. The folder stays until `clear`. */
export type Studio = NextProcess & {
  dataDir: string;
  clear: () => Promise<void>;
};

/**
 * Starts the build in `.next`. Settings that `env` does not name are unset, whatever this machine has set.
 * @throws Error with the studio's output where it does not answer
 */
export async function startStudio(options: { dataDir?: string; env?: Record<string, string> } = {}): Promise<Studio> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "dailies-studio-")));
  const unset = Object.fromEntries(SETTINGS.map(({ name }) => [name, ""]));
  const env = { ...unset, DATA_DIR: dataDir, ...options.env };
  const next = await startNext(process.cwd(), { env, readyPath: "/api/health" });
  return { ...next, dataDir, clear: () => rm(dataDir, { recursive: true, force: true }) };
}
