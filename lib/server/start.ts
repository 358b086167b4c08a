import { env } from "@/lib/env";
import { getContainer } from "./container";
import { holdDataFolder } from "./data-folder";
import { drainOnSignals } from "./drain";
import { takeConsole } from "./log/take-console";
import { createLogger } from "./logger";
import { allowSlowUploads } from "./slow-uploads";

/** What the owner of this process writes nobody else reads. */
const OWN_ALONE = 0o077;
/** Errors whose message is written for the person who starts the studio. */
const SAID_PLAINLY = new Set(["EnvError", "DataFolderUnusable", "DatabaseUnusable"]);

/**
 * Starts what runs beside the requests, once per process. Where the studio cannot work (a wrong setting, a data folder in use, an
 * unusable database) it says why in one message and ends the process.
 */
export async function startServer(): Promise<void> {
  // SQLite would let everyone of this machine read the database.
  process.umask(OWN_ALONE);
  try {
    if (!env().isDevelopment) takeConsole(createLogger());
    await holdDataFolder(env().dataDir);
    const container = await getContainer();
    allowSlowUploads();
    await container.start();
    drainOnSignals(container, sayLate);
  } catch (error) {
    if (error instanceof Error && SAID_PLAINLY.has(error.name)) process.stderr.write(`${error.message}\n`);
    else createLogger().error("start-failed", {}, error);
    process.exit(1);
  }
}

function sayLate(): void {
  process.stderr.write(
    "A take is being sent. The studio ends when its answer is stored; stop it again to end it at once, and look at the take later.\n",
  );
}
