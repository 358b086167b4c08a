import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SETTINGS } from "@/lib/settings";
import { confine, findNothing } from "./confined";
import { type NextProcess, startNext } from "./next-process";

/** The production build as a process of its own, on a folder of its own. The folder stays until `clear`. */
export type Studio = NextProcess & {
  dataDir: string;
  clear: () => Promise<void>;
};

type Start = { dataDir?: string; env?: Record<string, string>; folder?: string };

/**
 * Starts the build of this project, or of the one in `folder`. Settings that `env` does not name are unset, whatever this machine has
 * set.
 * @throws Error with the studio's output where it does not answer; `stop` and `kill` throw where a secret of it was printed or kept
 */
export async function startStudio(options: Start = {}): Promise<Studio> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "dailies-studio-")));
  const unset = Object.fromEntries(SETTINGS.map(({ name }) => [name, ""]));
  const env = { ...unset, DATA_DIR: dataDir, ...options.env };
  const next = await startNext(options.folder ?? process.cwd(), { env, readyPath: "/api/health" });
  const secrets = confine(next.url, env);
  const lookedThrough = (end: () => Promise<void>) => async () => {
    await end();
    await findNothing(secrets, { log: next.log(), dataDir });
  };
  const [stop, kill] = [lookedThrough(next.stop), lookedThrough(next.kill)];
  return { ...next, stop, kill, dataDir, clear: () => rm(dataDir, { recursive: true, force: true }) };
}
