import { describe, expect, it } from "vitest";
import { problemSchema } from "@/lib/api/contract";
import { getContainer } from "@/lib/server/container";
import { sandboxHandler } from "@/lib/server/sandbox-handler";
import { MODEL_ID, openStudio } from "@/tests/support/jobs/open-studio";

const JOB = { modelId: MODEL_ID, input: { prompt: "a fox in the snow" } };
const PASSWORD = "open sesame, please";
const prompts = (count: number) => Array.from({ length: count }, (_, n) => ({ prompt: `fox ${n}` }));

type Studio = Awaited<ReturnType<typeof openStudio>>;
type Answer = Awaited<ReturnType<Studio["call"]>>;

function expectTooMany({ status, headers, body }: Answer, words: RegExp, withinS: number) {
  expect(status).toBe(429);
  expect(problemSchema.parse(body)).toMatchObject({ code: "tooMany", detail: expect.stringMatching(words) });
  const retryAfterS = Number(headers.get("retry-after"));
  expect(retryAfterS).toBeGreaterThan(0);
  expect(retryAfterS).toBeLessThanOrEqual(withinS);
}

async function signIn({ url }: Studio) {
  const body = new URLSearchParams({ password: PASSWORD });
  const response = await fetch(new URL("/api/session", url), { method: "POST", body, redirect: "manual" });
  return { cookie: response.headers.get("set-cookie")?.split(";")[0] ?? "" };
}

describe("the jobs of one client in an hour", () => {
  it("are bounded: what is too much is neither stored nor sent, and the refusal says how many and when again", async () => {
    const studio = await openStudio({}, { JOBS_PER_HOUR: "2" });
    for (let n = 0; n < 2; n++) expect((await studio.call("POST", "/api/jobs", JOB)).status).toBe(201);
    expectTooMany(await studio.call("POST", "/api/jobs", JOB), /at most 2 takes in an hour.*60 minutes/, 3_600);
    expect(studio.upstream.ledger.submits).toHaveLength(2);
    expect((await studio.call("GET", "/api/jobs")).body.jobs).toHaveLength(2);
  });

  it("count one by one, also those of a group, all of which come in or none", async () => {
    const studio = await openStudio({}, { JOBS_PER_HOUR: "4" });
    const group = (count: number) => studio.call("POST", "/api/groups", { modelId: MODEL_ID, inputs: prompts(count) });
    expect((await group(3)).status).toBe(201);
    expectTooMany(await group(2), /at most 4 takes/, 3_600);
    expectTooMany(await group(5), /these are 5.*fewer at once/, 3_600);
    expect((await studio.call("POST", "/api/jobs", JOB)).status).toBe(201);
  });

  it("do not count what was refused for another reason, nor what was there already", async () => {
    const studio = await openStudio({}, { JOBS_PER_HOUR: "2" });
    const click = { ...JOB, clientRequestId: "click-1" };
    for (let n = 0; n < 3; n++) {
      expect((await studio.call("POST", "/api/jobs", { ...JOB, input: {} })).status).toBe(422);
      expect((await studio.call("POST", "/api/jobs", click)).status).toBe(n === 0 ? 201 : 200);
    }
    expect((await studio.call("POST", "/api/jobs", JOB)).status).toBe(201);
    expect((await studio.call("POST", "/api/jobs", JOB)).status).toBe(429);
    expect((await studio.call("POST", "/api/jobs", click)).status).toBe(200);
  });

  it("count also under an id that a group has, and those of a group under the id of a job", async () => {
    const studio = await openStudio({}, { JOBS_PER_HOUR: "3" });
    const job = (clientRequestId: string) => studio.call("POST", "/api/jobs", { ...JOB, clientRequestId });
    const group = (clientRequestId: string) =>
      studio.call("POST", "/api/groups", { modelId: MODEL_ID, inputs: prompts(2), clientRequestId });
    expect([(await job("one")).status, (await group("two")).status]).toEqual([201, 201]);
    expectTooMany(await group("one"), /at most 3 takes/, 3_600);
    expectTooMany(await job("two"), /at most 3 takes/, 3_600);
    expect([(await job("one")).status, (await group("two")).status]).toEqual([200, 200]);
    expect((await studio.call("GET", "/api/jobs")).body.jobs).toHaveLength(3);
  });

  it("are counted before they are looked at: of 50 at once exactly as many come in as there is room for", async () => {
    const studio = await openStudio({}, { JOBS_PER_HOUR: "7" });
    const answers = await Promise.all(Array.from({ length: 50 }, () => studio.call("POST", "/api/jobs", JOB)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(7);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(43);
    expect((await studio.call("GET", "/api/jobs")).body.jobs).toHaveLength(7);
  });

  it("of a script leave every browser and every other script alone", async () => {
    const studio = await openStudio({}, { JOBS_PER_HOUR: "1", STUDIO_PASSWORD: PASSWORD });
    const [person, other] = [await signIn(studio), await signIn(studio)];
    const token = async () => {
      const made = await studio.call("POST", "/api/tokens", { name: "script", scope: "submit" }, person);
      return { authorization: `Bearer ${made.body.word}` };
    };
    for (const headers of [await token(), await token(), person, other]) {
      expect((await studio.call("POST", "/api/jobs", JOB, headers)).status).toBe(201);
      expect((await studio.call("POST", "/api/jobs", JOB, headers)).status).toBe(429);
    }
    expect((await studio.call("POST", "/api/jobs", JOB)).status).toBe(401);
  });
});

describe("the sandbox's own address", () => {
  it("counts what is submitted there as jobs of its caller, and goes on answering", async () => {
    await openStudio({}, { JOBS_PER_HOUR: "1" });
    const headers = { "content-type": "application/json", authorization: "Bearer any" };
    const ask = (method: "GET" | "POST", path: string) => {
      const init = { method, headers, ...(method === "POST" && { body: JSON.stringify(JOB.input) }) };
      const route = { params: Promise.resolve({}) };
      return sandboxHandler(new Request(`http://127.0.0.1/sandbox/v1/${path}`, init), route);
    };
    expect((await ask("POST", `models/${MODEL_ID}`)).status).toBe(200);
    const refused = await ask("POST", `models/${MODEL_ID}`);
    expect([refused.status, Number(refused.headers.get("retry-after"))]).toEqual([429, 3_600]);
    expect((await ask("GET", "requests/none/status")).status).toBe(404);
  });

  it("takes bodies of 8 MiB there, where the studio itself may send 64", async () => {
    await openStudio();
    const { sandbox } = await getContainer();
    const address = `http://127.0.0.1/sandbox/v1/models/${MODEL_ID}`;
    const submission = () => {
      const body = JSON.stringify({ prompt: "a fox", unknown: "x".repeat(8 * 1024 * 1024) });
      return new Request(address, { method: "POST", headers: { authorization: "Bearer any" }, body });
    };
    expect((await sandboxHandler(submission(), { params: Promise.resolve({}) })).status).toBe(413);
    expect((await sandbox.handle(submission())).status).not.toBe(413);
  });
});

describe("jobs that wait here", () => {
  it("are bounded for all clients together", async () => {
    const studio = await openStudio({}, { MAX_WAITING: "3" });
    const group = (count: number) => studio.call("POST", "/api/groups", { modelId: MODEL_ID, inputs: prompts(count) });
    expectTooMany(await group(4), /at most 3 takes may wait.*4 more/i, 60);
    expect((await group(3)).status).toBe(201);
    expectTooMany(await studio.call("POST", "/api/jobs", JOB), /at most 3 takes may wait/i, 60);
    expect((await studio.call("GET", "/api/jobs")).body.jobs).toHaveLength(3);
    expect((await studio.call("POST", "/api/jobs", { ...JOB, upstream: "sandbox" })).status).toBe(201);
  });

  it("cannot pass the bound together", async () => {
    const studio = await openStudio({}, { MAX_WAITING: "6" });
    const body = { modelId: MODEL_ID, inputs: prompts(2) };
    const answers = await Promise.all(Array.from({ length: 50 }, () => studio.call("POST", "/api/groups", body)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect((await studio.call("GET", "/api/jobs")).body.jobs).toHaveLength(6);
  });
});

describe("requests that change something", () => {
  it("are bounded for whoever is known, whatever they change, and reading goes on", async () => {
    const studio = await openStudio({}, { STUDIO_PASSWORD: PASSWORD });
    const [flooding, other] = [await signIn(studio), await signIn(studio)];
    const { changes } = studio.container.limits;
    const { body } = await studio.call("GET", "/api/sessions", undefined, flooding);
    const own = body.sessions.find(({ isThis }: { isThis: boolean }) => isThis).id;
    changes.take(`session ${own}`, changes.max);
    for (const [method, path] of [
      ["POST", "/api/jobs"],
      ["POST", "/api/snippets"],
      ["PATCH", "/api/jobs/any"],
      ["DELETE", "/api/trash"],
    ] as const) {
      expectTooMany(await studio.call(method, path, undefined, flooding), /more than 3,000 changes/i, 60);
    }
    expect((await studio.call("GET", "/api/jobs", undefined, flooding)).status).toBe(200);
    expect((await studio.call("DELETE", "/api/trash", undefined, other)).status).toBe(200);
  });
});

describe("uploads of one client in an hour", () => {
  it("are bounded before a byte of them is read", async () => {
    const studio = await openStudio({}, { UPLOADS_PER_HOUR: "2" });
    const upload = () => studio.call("POST", "/api/uploads", "no media file");
    for (let n = 0; n < 2; n++) expect((await upload()).status).toBe(415);
    expectTooMany(await upload(), /at most 2 files in an hour.*60 minutes/, 3_600);
  });
});
