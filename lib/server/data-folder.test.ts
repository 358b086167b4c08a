import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { holdDataFolder, placesIn, refuseLostDatabase } from "./data-folder";

const HOLD = `
  const Database = require("libsql");
  const database = new Database(process.argv[1]);
  database.exec("BEGIN EXCLUSIVE");
  console.log("held");
  setInterval(() => database.open, 1000);
`;

/** Another process that has the folder. */
async function otherStudio(dataDir: string) {
  const holder = spawn(process.execPath, ["--eval", HOLD, placesIn(dataDir).lock], {
    stdio: ["ignore", "pipe", "inherit"],
    cwd: resolve("."),
  });
  await once(holder.stdout, "data");
  return holder;
}

describe("holdDataFolder", () => {
  it("refuses a second server in words that name the folder, until the first is killed", async () => {
    const { path } = await temporaryFolder();
    const first = await otherStudio(path);
    await expect(holdDataFolder(path, 0)).rejects.toThrow(
      `Another studio is running on the data folder ${path}. Use that one, stop it`,
    );
    first.kill("SIGKILL");
    await once(first, "exit");
    await holdDataFolder(path, 0);
  });

  it("waits for a first one that is just ending", async () => {
    const { path } = await temporaryFolder();
    const first = await otherStudio(path);
    const held = holdDataFolder(path, 30_000);
    first.kill("SIGKILL");
    await held;
  });

  it("lets the same process ask again, and makes a folder that is missing", async () => {
    const path = join((await temporaryFolder()).path, "new");
    await holdDataFolder(path);
    await holdDataFolder(path);
  });

  it("says so where the folder cannot be one", async () => {
    const folder = await temporaryFolder();
    const path = await folder.write("file", "");
    await expect(holdDataFolder(path)).rejects.toThrow(`The data folder ${path} cannot be written`);
  });
});

describe("refuseLostDatabase", () => {
  it("lets an empty folder pass, and one with its database", async () => {
    const folder = await temporaryFolder();
    await refuseLostDatabase(folder.path);
    await mkdir(join(folder.path, "files/tmp"), { recursive: true });
    await refuseLostDatabase(folder.path);
    await folder.write("studio.db", "");
    await mkdir(join(folder.path, "files/ab"));
    await refuseLostDatabase(folder.path);
  });

  it("refuses files without their database and names both ways out", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder.path, "files/ab"), { recursive: true });
    const refusal = refuseLostDatabase(folder.path);
    await expect(refusal).rejects.toThrow(`missing from ${folder.path}`);
    await expect(refusal).rejects.toThrow(/npm run restore .* or move everything out/);
  });

  it("refuses a write-ahead log without its database, which would be emptied", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder.path, "studio.db-wal"), "rows");
    await expect(refuseLostDatabase(folder.path)).rejects.toThrow("studio.db is missing");
  });

  it.each(["studio.db", "files"])(
    "refuses a folder whose %s cannot be read, instead of taking it for empty",
    async (name) => {
      const folder = await temporaryFolder();
      // As an error of the disk: it is there, and nobody can say what it is.
      await symlink(name, join(folder.path, name));
      await expect(refuseLostDatabase(folder.path)).rejects.toThrow(`${join(folder.path, name)} cannot be read (ELOOP`);
    },
  );

  it("refuses a folder that a backup was only half restored into", async () => {
    const folder = await temporaryFolder();
    await folder.write("studio.db.partial", "");
    await expect(refuseLostDatabase(folder.path)).rejects.toThrow("that was not finished");
  });
});
