import { execFile } from "node:child_process";
import { chmod, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { openDatabase } from "@/lib/db/open";
import { openStudioRows } from "@/lib/db/studio-rows";
import { SETTINGS } from "@/lib/settings";
import { temporaryFolder } from "@/tests/support/temporary-folder";

const USUAL = "umask 022; exec";

/** Runs a script as a shell with the usual mask does. */
async function run(dataDir: string, ...args: string[]) {
  const unset = Object.fromEntries(SETTINGS.map(({ name }) => [name, ""]));
  const env = { ...process.env, ...unset, DATA_DIR: dataDir };
  await promisify(execFile)("sh", ["-c", `${USUAL} "$@"`, "sh", process.execPath, "scripts/run.mjs", ...args], { env });
}

/** The names below a folder that others than its owner may read, write or open. */
async function openToOthers(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const modes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mode));
  return names.filter((_, index) => ((modes[index] ?? 0) & 0o077) !== 0);
}

describe.skipIf(process.platform === "win32")("nobody else of the machine reads", () => {
  it("the files of a studio that was started, of its backup, and of what is restored from that", async () => {
    const { path } = await temporaryFolder();
    const [data, tar, into] = [join(path, "data"), join(path, "studio.tar"), join(path, "into")];
    await run(data, "tests/support/start/main.ts");
    expect(await readdir(data)).toContain("studio.db");
    await run(data, "scripts/backup.ts", tar);
    await run(data, "scripts/restore.ts", tar, "--into", into);
    expect(await readdir(into)).toContain("studio.db");
    expect(await openToOthers(path)).toEqual([]);
  });

  it("a database that an earlier version made", async () => {
    const { path } = await temporaryFolder();
    const file = join(path, "studio.db");
    await (await openDatabase({ path: file })).close();
    await chmod(file, 0o644);
    const database = await openDatabase({ path: file });
    expect(await openToOthers(path)).toEqual([]);
    await database.close();
  });

  it("the copy of the database that a backup is made from", async () => {
    const { path } = await temporaryFolder();
    const [database, copy] = [join(path, "studio.db"), join(path, "copy.db")];
    await (await openDatabase({ path: database })).close();
    const rows = openStudioRows({ path: database, snapshotPath: copy });
    await rows.takeSnapshot();
    rows.close();
    expect((await stat(copy)).mode & 0o777).toBe(0o600);
  });
});
