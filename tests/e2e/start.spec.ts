import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { SETTINGS } from "@/lib/settings";

let folder = "";
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "dailies-start-"));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** `npm start` as a person types it, with nothing set but what is given. */
function npmStart(env: Record<string, string>): { child: ChildProcess; output: () => string; ended: Promise<number> } {
  const unset = Object.fromEntries(SETTINGS.map(({ name }) => [name, ""]));
  const child = spawn("npm", ["start"], {
    env: { ...process.env, ...unset, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      text += chunk;
    });
  }
  return { child, output: () => text, ended: once(child, "exit").then(([code]) => code) };
}

test("npm start says where it is, in which mode and where data lies, and ends when asked", async ({ request }) => {
  const { child, output, ended } = npmStart({ PORT: "0", DATA_DIR: folder });
  await expect.poll(output, { timeout: 60_000 }).toContain("Dailies is ready.");
  const address = /Address\s+(http:\/\/127\.0\.0\.1:\d+)/.exec(output())?.[1] ?? "";
  expect(output()).toMatch(/Mode\s+sandbox/);
  expect(output()).toContain(folder);
  // npm's own notes are about the machine that it runs on.
  expect(output().replace(/^npm .*$/gm, "")).not.toMatch(/warn|deprecat|experimental/i);
  expect((await request.get(`${address}/api/health`)).status()).toBe(200);

  const { port } = new URL(address);
  const second = npmStart({ PORT: port, DATA_DIR: folder });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`Port ${port} on 127.0.0.1 is in use`);

  const third = npmStart({ PORT: "0", DATA_DIR: folder });
  expect(await third.ended).toBe(1);
  expect(third.output()).toContain(`Another studio is running on the data folder ${folder}`);

  child.kill("SIGTERM");
  await ended;
  const isServed = () =>
    request.get(`${address}/api/health`).then(
      () => true,
      () => false,
    );
  await expect.poll(isServed).toBe(false);
});

test("npm start with a key says that takes are made by the service, and does not print it", async () => {
  const { child, output, ended } = npmStart({ PORT: "0", DATA_DIR: folder, RUNCOMFY_API_KEY: "marker-key" });
  await expect.poll(output, { timeout: 60_000 }).toContain("Dailies is ready.");
  expect(output()).toMatch(/Mode\s+RunComfy at https:\/\/model-api\.runcomfy\.net/);
  expect(output()).not.toContain("marker-key");
  child.kill("SIGTERM");
  await ended;
});

test("npm start stops at wrong settings and names each of them", async () => {
  const { output, ended } = npmStart({ PORT: "abc", PUBLIC_URL: "ftp://x", DATA_DIR: folder });
  expect(await ended).toBe(1);
  expect(output()).toContain("2 settings are wrong");
  expect(output()).toContain('PORT is "abc"');
  expect(output()).toContain('PUBLIC_URL is "ftp://x"');
  expect(output()).not.toContain("Building");
});
