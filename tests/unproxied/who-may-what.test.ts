import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Address, addressesOf, rawSpellingsOf } from "@/tests/support/addresses";
import { rawRequest } from "@/tests/support/raw-request";
import { expectedOf, type Role, rolesOf, type Words } from "@/tests/support/roles";
import { type Studio, startStudio } from "@/tests/support/studio";
import { buildWithoutProxy } from "@/tests/support/unproxied-build";

const PASSWORD = "open sesame, please";
const MODEL_ID = "tencent/hunyuan/text-to-video";
/** In all that is private; the second in what only those see who manage the studio. */
const PRIVATE = "marker-of-the-studio";
const MANAGED = "marker-of-its-owner";
/** Who asks in every spelling; the others ask once. */
const SPELLED = ["nobody", "a token to read"];
/** As Next's own scripts ask for a page, for the part that another page shares with it, and ahead of time. */
const AS_SCRIPTS: Record<string, string>[] = [
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-segment-prefetch": "/_tree" },
  { rsc: "1", "next-router-state-tree": encodeURIComponent('["",{"children":["(studio)",{}]},null,null,true]') },
  { "next-action": "00".repeat(20), "content-type": "text/plain;charset=UTF-8" },
];

let build: Awaited<ReturnType<typeof buildWithoutProxy>>;
let studio: Studio;
let words: Words;
let jobId: string;

const asOwner = () => ({ cookie: `dailies_session=${words.session}` });

async function send(method: string, path: string, body?: object) {
  const headers = { ...asOwner(), "content-type": "application/json", "user-agent": MANAGED };
  const answer = await fetch(new URL(path, studio.url), {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  return answer.status === 204 ? undefined : answer.json();
}

async function signIn() {
  const answer = await fetch(new URL("/api/session", studio.url), {
    method: "POST",
    body: new URLSearchParams({ password: PASSWORD }),
    headers: { "user-agent": MANAGED },
    redirect: "manual",
  });
  return /dailies_session=([\w-]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[1] ?? "";
}

/** What the studio notes and makes by itself. */
const BY_ITSELF = ["lastUsedAt", "sprite"];

/** All that there is of the studio, as its owner sees it. */
async function stateOf() {
  const paths = ["jobs", "trash", "collections", "shares", "tokens", "sessions", "snippets", "uploads", "imports"];
  const answers = await Promise.all(paths.map((path) => send("GET", `/api/${path}`)));
  return JSON.stringify(answers, (key, value) => (BY_ITSELF.includes(key) ? undefined : value), 1);
}

beforeAll(async () => {
  build = await buildWithoutProxy();
  studio = await startStudio({ folder: build.folder, env: { STUDIO_PASSWORD: PASSWORD, NODE_ENV: "production" } });
  words = { session: await signIn(), read: "", submit: "", share: "" };
  const input = { prompt: PRIVATE, resolution: "480p", num_frames: 85 };
  jobId = (await send("POST", "/api/jobs", { modelId: MODEL_ID, input })).job.id;
  const isDone = async () => expect((await send("GET", `/api/jobs/${jobId}`)).job.status).toBe("succeeded");
  await vi.waitFor(isDone, { timeout: 120_000, interval: 500 });
  for (const scope of ["read", "submit"] as const) {
    words[scope] = (await send("POST", "/api/tokens", { name: `${MANAGED} ${scope}`, scope })).word;
  }
  const shown = { prompt: false, settings: false, references: false, download: false };
  const { url } = await send("POST", `/api/jobs/${jobId}/shares`, { shown });
  words.share = new URL(url).pathname.split("/").at(-1) ?? "";
}, 600_000);

afterAll(async () => {
  await studio?.stop();
  await studio?.clear();
  await build?.remove();
});

/** Whether the visitor was let in to what is private, or changed something. */
function isIn({ status, text }: { status: number; text: string }, address: Address): boolean {
  if (text.includes(PRIVATE) || text.includes(MANAGED)) return true;
  // What Next sends to its own scripts has the status in its content; what it holds is looked at above.
  return address.file.endsWith("route.ts") && status < 300;
}

async function wrongFor(role: Role, addresses: readonly Address[], more: Record<string, string> = {}) {
  const wrong: string[] = [];
  for (const address of addresses) {
    if (expectedOf(role, address) === "in") continue;
    const answer = await rawRequest(studio.url, { ...address, headers: { ...role.headers, ...more } });
    if (isIn(answer, address)) wrong.push(`${address.method} ${address.path} for ${role.name}: ${answer.status}`);
  }
  return wrong;
}

describe("without proxy.ts", () => {
  it("each address lets in who may, and tells the others by its status", async () => {
    const wrong: string[] = [];
    for (const address of addressesOf("app", "no-such-thing")) {
      for (const role of rolesOf(words)) {
        const { status, headers } = await rawRequest(studio.url, { ...address, headers: role.headers });
        const isSentAway = status === 401 || status === 403 || `${headers.location}`.startsWith("/login");
        const expected = expectedOf(role, address);
        const isRight =
          expected === "in"
            ? !isSentAway && status < 500
            : address.file.endsWith("page.tsx")
              ? isSentAway
              : status === expected;
        if (!isRight) wrong.push(`${address.method} ${address.path} for ${role.name}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  it("a link opens its page with what that shows, and nothing behind or beside it", async () => {
    const at = async (path: string, method = "GET") => {
      const answer = await rawRequest(studio.url, { path: `/s/${words.share}${path}`, method, headers: {} });
      return [answer.status, answer.text.includes(PRIVATE) || answer.text.includes(MANAGED)];
    };
    const shown = await Promise.all(["", "/video", "/image", "/data.json"].map((path) => at(path)));
    expect(shown).toEqual(Array(4).fill([200, false]));
    const paths = ["/video?download=1", "/reference", "/x", "/video/x", "/../../api/jobs", "/%2e%2e/%2e%2e/api/jobs"];
    const refused = await Promise.all(paths.map((path) => at(path)));
    const changed = await Promise.all(["POST", "PUT", "PATCH", "DELETE"].map((method) => at("/data.json", method)));
    const wrong = [...refused, ...changed].filter(([status, shows]) => shows || Number(status) < 400);
    expect(wrong).toEqual([]);
  });

  it("no spelling of an address, and no way of asking for it, shows or changes anything for who may not", async () => {
    const before = await stateOf();
    const addresses = addressesOf("app", jobId);
    const wrong: string[] = [];
    const roles = rolesOf(words).filter(({ name }) => SPELLED.includes(name));
    for (const role of roles) wrong.push(...(await wrongFor(role, addresses.flatMap(rawSpellingsOf))));
    const [nobody] = roles;
    for (const more of AS_SCRIPTS)
      wrong.push(...(nobody ? await wrongFor(nobody, addresses, more) : ["nobody is missing"]));
    expect(wrong).toEqual([]);
    expect(await stateOf()).toEqual(before);
  }, 600_000);
});
