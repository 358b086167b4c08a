import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withBuildLock } from "./build-lock";

describe("withBuildLock", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "dailies-lock-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("lets one in after the other and says that it waits", async () => {
    const path = join(folder, "made/on/demand.lock");
    const seen: string[] = [];
    let letOut = () => {};
    const secondWaits = new Promise<void>((resolve) => {
      letOut = resolve;
    });
    const first = withBuildLock(
      path,
      async () => {
        seen.push("first in");
        await secondWaits;
        seen.push("first out");
      },
      () => seen.push("first waits"),
    );
    const second = withBuildLock(
      path,
      async () => void seen.push("second in"),
      () => {
        seen.push("second waits");
        letOut();
      },
    );
    await Promise.all([first, second]);
    expect(seen).toEqual(["first in", "second waits", "first out", "second in"]);
  });

  it("is free again after work that failed", async () => {
    const path = join(folder, "lock");
    const failing = withBuildLock(
      path,
      () => Promise.reject(new Error("broken build")),
      () => undefined,
    );
    await expect(failing).rejects.toThrow("broken build");
    await expect(
      withBuildLock(
        path,
        async () => "done",
        () => undefined,
      ),
    ).resolves.toBe("done");
  });

  it("is free again when its holder was killed", async () => {
    const path = join(folder, "lock");
    const holder = spawn(process.execPath, ["--eval", HOLD, path], {
      stdio: ["ignore", "pipe", "inherit"],
      cwd: resolve("."),
    });
    await once(holder.stdout, "data");
    let waited = 0;
    const next = withBuildLock(
      path,
      async () => waited,
      () => {
        waited += 1;
        holder.kill("SIGKILL");
      },
    );
    await expect(next).resolves.toBe(1);
  });
});

const HOLD = `
  const Database = require("libsql");
  const database = new Database(process.argv[1]);
  database.exec("BEGIN EXCLUSIVE");
  console.log("held");
  setInterval(() => database.open, 1000);
`;
