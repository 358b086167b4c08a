import { env } from "@/lib/env";
import { getContainer } from "./container";
import { holdDataFolder } from "./data-folder";
import { drainOnSignals } from "./drain";

/**
 * Starts what runs beside the requests, once per process. Where the studio cannot work (a wrong setting, a data folder in use, an
 * unusable database) it says why in one message and ends the process.
 */
export async function startServer(): Promise<void> {
  try {
    await holdDataFolder(env().dataDir);
    const container = await getContainer();
    await container.start();
    drainOnSignals(container);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
