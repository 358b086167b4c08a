import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import { findPort } from "./port";

/** Stands in for Next: answers, and at `/end` says more than a pipe holds before it ends. */
const NEXT = `
  const serve = (request, response) => {
    response.end("ok");
    if (request.url === "/end") process.stdout.write("line\\n".repeat(1e5), () => process.exit(7));
  };
  require("node:http").createServer(serve).listen(Number(process.argv.at(-1)), "127.0.0.1");
`;

describe("serve", () => {
  it("goes on where the terminal is gone that it writes to, and ends with the studio", async () => {
    const { path, write } = await temporaryFolder();
    await mkdir(join(path, "node_modules/next/dist/bin"), { recursive: true });
    await write("node_modules/next/dist/bin/next", NEXT);
    const port = await findPort("127.0.0.1", 0);
    const args = ["scripts/run.mjs", "tests/support/start/server-process.ts", path, String(port)];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
    onTestFinished(() => void child.kill());
    const ended = once(child, "exit");
    await once(child.stdout, "data");
    child.stdout.destroy();
    await fetch(`http://127.0.0.1:${port}/end`);
    expect(await ended).toEqual([7, null]);
  });
});
