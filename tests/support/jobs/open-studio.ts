import { expect, onTestFinished } from "vitest";
import { loadEnv } from "@/lib/env";
import type { Container } from "@/lib/server/container";
import { createContainer } from "@/lib/server/create-container";
import { findNothing, holds, strayedKeys } from "@/tests/support/confined";
import { serveHandler } from "@/tests/support/serve-handler";
import { temporaryFolder } from "@/tests/support/temporary-folder";
import type { Script } from "@/tests/support/upstream/script";
import { startUpstream } from "@/tests/support/upstream/server";
import { routeRequest } from "./routes";

export const KEY = "studio-key-marker-4711";
export const MODEL_ID = "tencent/hunyuan/text-to-video";

/**
 * The whole studio but for Next: its container over real files, its route handlers over real HTTP, a scripted service upstream.
 * No loop runs: a test decides by `tick` when jobs advance.
 */
export async function openStudio(script: Partial<Script> = {}, settings: Record<string, string> = {}) {
  const upstream = await startUpstream({ pace: { by: "polls", queued: 0, running: 0 }, ...script });
  const folder = await temporaryFolder();
  const service = { RUNCOMFY_API_KEY: KEY, RUNCOMFY_BASE_URL: upstream.url };
  const container = await createContainer(loadEnv({ DATA_DIR: folder.path, ...service, ...settings }));
  install(container);
  onTestFinished(async () => {
    await container.settle();
    await container.close();
    await upstream.close();
    // Whatever the test is about: the key was sent with the protocol's own requests alone, and kept nowhere.
    expect(strayedKeys(upstream.ledger)).toEqual([]);
    await findNothing({ settings: [KEY], words: new Set() }, { log: "", dataDir: folder.path });
  });
  const url = await serveHandler(routeRequest);

  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { "content-type": "application/json" };
    const response = await fetch(new URL(path, url), { method, ...json, headers: { ...type, ...headers } });
    const text = await response.text();
    expect(holds(text + JSON.stringify([...response.headers]), [KEY])).toBe(false);
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: text === "" ? undefined : JSON.parse(text),
    };
  };
  return {
    url,
    upstream,
    container,
    call,
    /** A job of the prompt-only model, as the answer's body has it. */
    submit: async (over: object = {}) =>
      (await call("POST", "/api/jobs", { modelId: MODEL_ID, input: { prompt: "a fox in the snow" }, ...over })).body
        ?.job,
  };
}

/** Where the handlers look for it. `after()` works inside of Next only, so that reading must not ask for it. */
function install(container: Container): void {
  Object.assign(globalThis, {
    [Symbol.for("dailies.container")]: Promise.resolve({ ...container, isAsleep: () => false }),
  });
}
