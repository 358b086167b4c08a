import { execFile } from "node:child_process";
import { chmod, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { loadEnv } from "@/lib/env";
import { createContainer } from "@/lib/server/create-container";
import { SETTINGS } from "@/lib/settings";
import { temporaryFolder } from "@/tests/support/temporary-folder";

/** Root may read everything, so that a command is run as nobody then. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Runs a script as a user without more rights than a file gives; what it wrote to standard error, and its exit code. */
function run(dataDir: string, args: string[]): Promise<{ code: unknown; said: string }> {
  const unset = Object.fromEntries(SETTINGS.map(({ name }) => [name, ""]));
  const env = { ...process.env, ...unset, DATA_DIR: dataDir };
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/run.mjs", ...args], { env, ...NOBODY }, (error, _out, said) => {
      resolve({ code: error?.code ?? 0, said: said.trim() });
    });
  });
}

/** The data folder of an open studio, which everyone may read and write, but for what a test closes. */
async function openFolder() {
  const { path: dataDir } = await temporaryFolder();
  const container = await createContainer(loadEnv({ DATA_DIR: dataDir }));
  onTestFinished(() => container.close());
  const { path: target } = await temporaryFolder();
  const names = await readdir(dataDir);
  for (const path of [target, dataDir, ...names.map((name) => join(dataDir, name))]) await chmod(path, 0o777);
  return { dataDir, file: join(target, "studio.tar") };
}

/** Where the project lies in a folder of root's, nobody else can run it. */
const isRunnable = process.platform !== "win32" && (await run("/", ["scripts/backup.ts"])).code === 2;

describe.runIf(isRunnable)("a user without the right to", () => {
  it.each([
    ["the database", "studio.db", "PATH"],
    ["a file beside the database", "studio.db-wal", "studio.db with the files beside it"],
  ])("%s is told so by backup and doctor, in a line", async (_what, closed, named) => {
    const { dataDir, file } = await openFolder();
    const path = join(dataDir, closed);
    await chmod(path, 0o000);
    const words = `This user may not use ${named.replace("PATH", path)}. Run this as the user that the studio runs as.`;
    for (const args of [["scripts/backup.ts", file], ["scripts/doctor.ts"]]) {
      expect(await run(dataDir, args)).toEqual({ code: 1, said: words });
    }
  });

  it("a file of the studio is told of that file by backup, not of the folder that it writes in", async () => {
    const { dataDir, file } = await openFolder();
    const folder = join(dataDir, "models");
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o000);
    const { said } = await run(dataDir, ["scripts/backup.ts", file]);
    expect(said).toBe(`This user may not use ${folder}. Run this as the user that the studio runs as.`);
  });
});
