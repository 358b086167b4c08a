import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Libsql from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import { endWithTest, openProcessBench, type ProcessBench } from "@/tests/support/faults/process-bench";
import { loadStudio } from "@/tests/support/faults/studio";
import { mountOnto } from "@/tests/support/mount";

/** Longer than a running studio waits for a lock. */
const LOCKED_MS = 2_500;

const NEW_JOB = { modelId: "tencent/hunyuan/text-to-video", input: { prompt: "an owl" } };
const databaseOf = ({ dataDir }: ProcessBench) => join(dataDir, "studio.db");

/** What a program does that holds the database for itself. */
function lock(bench: ProcessBench): () => void {
  const other = new Libsql(databaseOf(bench));
  other.exec("begin exclusive");
  let isLocked = true;
  const free = () => {
    if (isLocked) other.close();
    isLocked = false;
  };
  onTestFinished(free);
  return free;
}

/** A start that does not come to run: how it ended, and in what words. */
async function refused(bench: ProcessBench) {
  const ready = await loadStudio(bench.settings);
  endWithTest(ready);
  expect(await ready.go()).toEqual({ code: 1, signal: null });
  return ready.said();
}

describe("a database that another program has locked", () => {
  it("is said in words with a time to try again, saves and sends nothing, and works when it is free", async () => {
    const bench = await openProcessBench();
    const studio = await bench.start();
    const { id } = await studio.submit();
    await studio.follow(id);
    const free = lock(bench);
    const { status, headers, body } = await studio.call("POST", "/api/jobs", NEW_JOB);
    expect([status, headers.get("retry-after"), body.code]).toEqual([503, "2", "databaseBusy"]);
    expect(body.detail).toMatch(/has the studio's database locked\. Nothing was saved\./);
    expect(await studio.read(id)).toMatchObject({ status: "succeeded" });
    free();
    expect((await studio.list()).map((job) => job.id)).toEqual([id]);
    const { id: next } = await studio.submit({ input: { prompt: "an owl" } });
    expect([(await studio.follow(next)).status, bench.paid()]).toEqual(["succeeded", 2]);
  });

  it("while the answer to a paid submit comes loses no request id", async () => {
    const bench = await openProcessBench({ faults: [{ verb: "submit", delayMs: 300 }] });
    // Ten times as fast a submit would be given up after nine seconds, which a busy machine can need.
    const studio = await bench.start({}, { speed: 1 });
    const submitting = studio.submit();
    while (bench.paid() === 0) await pause(10);
    const free = lock(bench);
    await pause(LOCKED_MS);
    free();
    const { id } = await submitting;
    expect([(await studio.follow(id)).status, bench.paid()]).toEqual(["succeeded", 1]);
  });

  it("while an output is saved leaves no file behind that no take names", async () => {
    const bench = await openProcessBench({ faults: [{ verb: "output", delayMs: 300 }] });
    const studio = await bench.start();
    const { id } = await studio.submit();
    while (!bench.upstream.ledger.requests.some(({ verb }) => verb === "output")) await pause(10);
    const free = lock(bench);
    await pause(LOCKED_MS);
    free();
    const job = await studio.follow(id);
    expect([job.status, job.outputs.length]).toEqual(["succeeded", 1]);
    const counts = bench.upstream.ledger.requests.filter(({ verb }) => verb === "output").length;
    expect([counts, bench.paid()]).toEqual([1, 1]);
  });
});

describe("a second studio on the same folder", () => {
  it("refuses in words, and the first goes on", async () => {
    const bench = await openProcessBench();
    const first = await bench.start();
    expect(await refused(bench)).toContain(`Another studio is running on the data folder ${bench.dataDir}`);
    const { id } = await first.submit();
    expect((await first.follow(id)).status).toBe("succeeded");
  });

  it("starts as soon as the first was killed", async () => {
    const bench = await openProcessBench();
    const first = await bench.start();
    first.signal("SIGKILL");
    await first.ended;
    expect((await (await bench.start()).call("GET", "/api/health")).status).toBe(200);
  });
});

describe("a database that cannot be used is said in words at the start, and left as it is", () => {
  it("where it is missing beside the files of takes", async () => {
    const bench = await openProcessBench();
    await mkdir(join(bench.dataDir, "files/ab"), { recursive: true });
    expect(await refused(bench)).toContain(`studio.db is missing from ${bench.dataDir}`);
    await expect(readFile(databaseOf(bench))).rejects.toThrow("ENOENT");
  });

  it("where it is damaged", async () => {
    const bench = await openProcessBench();
    const content = "not a database ".repeat(500);
    await writeFile(databaseOf(bench), content);
    expect(await refused(bench)).toContain(`${databaseOf(bench)} cannot be used`);
    expect(await readFile(databaseOf(bench), "utf8")).toBe(content);
  });

  it("where it may only be read", async ({ skip }) => {
    const bench = await openProcessBench();
    await stopped(bench);
    if (!mountOnto(bench.dataDir, ["--bind", bench.dataDir], ["-o", "remount,ro,bind"]))
      skip("this user may not mount");
    expect(await refused(bench)).toMatch(/cannot be (used|written)/);
  });
});

describe("a database that is lost while the studio runs", () => {
  it("because it is moved away is never replaced by an empty one, and all goes on when it is back", async () => {
    const bench = await openProcessBench();
    const studio = await bench.start();
    const { id } = await studio.submit();
    await studio.follow(id);
    const away = join(bench.dataDir, "away.db");
    await rename(databaseOf(bench), away);
    const { status, body } = await studio.call("POST", "/api/jobs", NEW_JOB);
    expect([status, body.code, bench.paid()]).toEqual([503, "folderGone", 1]);
    await expect(readFile(databaseOf(bench))).rejects.toThrow("ENOENT");
    await rename(away, databaseOf(bench));
    expect((await studio.call("POST", "/api/jobs", NEW_JOB)).status).toBe(201);
  });

  it("because it is overwritten is said in words, and the next start refuses it", async () => {
    const bench = await openProcessBench();
    const first = await bench.start();
    const { id } = await first.submit();
    await first.follow(id);
    first.signal("SIGTERM");
    await first.ended;
    const studio = await bench.start();
    await writeFile(databaseOf(bench), "x".repeat(400_000));
    const { status, body } = await studio.call("POST", "/api/jobs", NEW_JOB);
    expect([status, body.code]).toEqual([503, "databaseDamaged"]);
    expect(body.detail).toMatch(/is damaged\. Stop the studio and restore a backup\./);
    studio.signal("SIGKILL");
    await studio.ended;
    await rm(`${databaseOf(bench)}-wal`, { force: true });
    expect(await refused(bench)).toContain("cannot be used");
    expect((await readFile(databaseOf(bench), "utf8")).startsWith("xxxx")).toBe(true);
  });
});

/** A folder that a studio has made and left. */
async function stopped(bench: ProcessBench): Promise<void> {
  const studio = await bench.start();
  studio.signal("SIGTERM");
  await studio.ended;
}
