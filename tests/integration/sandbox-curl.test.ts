import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/json";
import { type OpenSandbox, openSandbox, QUEUE_MS } from "@/tests/support/sandbox/open-sandbox";
import { serveSandbox } from "@/tests/support/sandbox/serve-sandbox";

const run = promisify(execFile);
const PAGES = path.resolve("../shared/seeds");
const SERVICE = "https://model-api.runcomfy.net";
const pages = existsSync(PAGES) ? readdirSync(PAGES).filter((name) => name.endsWith(".txt")) : [];
const curl = await run("curl", ["--version"]).then(
  () => true,
  () => false,
);
const missing = pages.length === 0 ? " (skipped: the pages are not here)" : curl ? "" : " (skipped: no curl)";

/** The first command that matches on a page, as it stands there. */
function commandOf(page: string, pattern: RegExp): string {
  const [command] = pattern.exec(readFileSync(path.join(PAGES, page), "utf8")) ?? [];
  if (command === undefined) throw new Error(`${page} prints no such command`);
  return command;
}
const SUBMIT = /curl --request POST[^}]*?--data '\{[\s\S]*?\n\s*\}'/;
const about = (verb: string) => new RegExp(`curl --request \\w+ \\\\\\n[^\\n]*/${verb} \\\\\\n[^\\n]*"`);

describe.skipIf(missing !== "")(`the commands that a seed page prints, with only the host changed${missing}`, () => {
  let open: OpenSandbox;
  let server: Awaited<ReturnType<typeof serveSandbox>>;
  beforeAll(async () => {
    open = await openSandbox();
    server = await serveSandbox(open.sandbox);
  });
  afterAll(async () => {
    await server.close();
    await open.close();
  });

  const inShell = async (command: string): Promise<JsonObject> => {
    const { stdout } = await run("sh", ["-c", command.replaceAll(SERVICE, server.baseUrl)]);
    return JSON.parse(stdout);
  };

  it.each(pages)("work: %s", async (page) => {
    const submitted = await inShell(commandOf(page, SUBMIT));
    expect(submitted).toMatchObject({ request_id: expect.any(String) });
    const id = String(submitted.request_id);
    const ask = (verb: string) => inShell(commandOf(page, about(verb)).replace("{request_id}", id));

    expect(await ask("status")).toMatchObject({ request_id: id, status: "in_queue", queue_position: 0 });
    open.time.advance(QUEUE_MS);
    await open.call.ended(id);
    expect(await ask("status")).toMatchObject({ status: "completed" });
    expect(await ask("result")).toMatchObject({
      status: "succeeded",
      output: { video: `${server.baseUrl}/v1/outputs/${id}.mp4` },
    });
    expect(await ask("cancel")).toMatchObject({ outcome: "not_cancellable" });
  });
});
