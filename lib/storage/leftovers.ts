import { randomBytes } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { isMissing } from "./disk-error";

/** A process id can come back as another program's, so that age has the last word. */
const MAX_AGE_MS = 24 * 60 * 60 * 1000;
const NAME = /^(\d+)-[0-9a-f]+$/;

/** The name says whose file it is, so that a process that starts does not take away what another is writing. */
export function temporaryName(pid: number): string {
  return `${pid}-${randomBytes(12).toString("hex")}`;
}

/**
 * Removes the temporary files in `folder` whose process has ended, those with our own process id (we have just started: it is
 * an earlier process that had the same id, as in a container) and those older than a day.
 */
export async function clearLeftovers(folder: string, ownPid: number): Promise<void> {
  for (const path of await findLeftovers(folder, ownPid)) await rm(path, { recursive: true, force: true });
}

/** The paths that `clearLeftovers` would remove, without those that were written to in the last `minAgeMs`. */
export async function findLeftovers(folder: string, ownPid: number, minAgeMs = 0): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const found: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    if (await isLeftover(path, { pid: Number(NAME.exec(name)?.[1]), ownPid, minAgeMs })) found.push(path);
  }
  return found;
}

type Suspect = { pid: number; ownPid: number; minAgeMs: number };

async function isLeftover(path: string, { pid, ownPid, minAgeMs }: Suspect): Promise<boolean> {
  const hasEnded = pid === ownPid || !isAlive(pid);
  if (hasEnded && minAgeMs === 0) return true;
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > (hasEnded ? minAgeMs : MAX_AGE_MS);
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
