import { describe, expect, it, vi } from "vitest";
import { cancelAnswerSchema, jobAnswerSchema, jobListSchema, problemSchema } from "@/lib/api/contract";
import { KEY, MODEL_ID, openStudio } from "@/tests/support/jobs/open-studio";
import { plain } from "@/tests/support/pictures";
import { countRequests } from "@/tests/support/upstream/ledger";

const INPUT = { prompt: "a fox in the snow" };
const QUEUED = { pace: { by: "polls", queued: 99, running: 0 } } as const;

describe("POST /api/jobs", () => {
  it("answers 201 with a job that the service has, then follows it to a file that plays by ranges", async () => {
    const studio = await openStudio();
    const answer = await studio.call("POST", "/api/jobs", { modelId: MODEL_ID, input: INPUT });
    expect(answer.status).toBe(201);
    const { job } = jobAnswerSchema.parse(answer.body);
    expect(job).toMatchObject({ status: "queued", upstream: "runcomfy", input: INPUT, outputs: [] });

    await studio.container.tick();
    await studio.container.tick();
    const done = jobAnswerSchema.parse((await studio.call("GET", `/api/jobs/${job.id}`)).body).job;
    expect(done).toMatchObject({
      status: "succeeded",
      outputs: [{ kind: "video", width: 64, height: 36, frameCount: 12 }],
    });
    expect(Date.parse(done.finishedAt ?? "")).toBeGreaterThanOrEqual(Date.parse(done.createdAt));

    const file = await fetch(new URL(done.outputs[0]?.url ?? "", studio.url), { headers: { range: "bytes=4-7" } });
    expect([file.status, file.headers.get("content-type"), await file.text()]).toEqual([206, "video/mp4", "ftyp"]);
  });

  it("answers 200 with the same job for the same click, 409 for another payload under its id", async () => {
    const studio = await openStudio();
    const click = { modelId: MODEL_ID, input: INPUT, clientRequestId: "click-1" };
    const answers = await Promise.all([1, 2, 3].map(() => studio.call("POST", "/api/jobs", click)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 201]);
    expect(new Set(answers.map((answer) => answer.body.job.id)).size).toBe(1);
    expect(studio.upstream.ledger.submits).toHaveLength(1);
    const other = await studio.call("POST", "/api/jobs", { ...click, input: { prompt: "another" } });
    expect([other.status, other.body.code]).toEqual([409, "conflict"]);
  });

  it("answers after 2 s where the service takes longer, and stores the answer when it comes", async () => {
    const studio = await openStudio({ faults: [{ verb: "submit", delayMs: 2_600 }] });
    const startMs = performance.now();
    const job = await studio.submit();
    const tookMs = performance.now() - startMs;
    expect(job.status).toBe("submitting");
    expect(tookMs).toBeGreaterThan(1_900);
    expect(tookMs).toBeLessThan(2_600);
    await studio.container.settle();
    expect((await studio.call("GET", `/api/jobs/${job.id}`)).body.job.status).toBe("queued");
  });

  it.each<[string, object, string[]]>([
    ["no prompt", { modelId: MODEL_ID, input: {} }, ["prompt required"]],
    ["an unknown key", { modelId: MODEL_ID, input: { ...INPUT, style: "noir" } }, ["style unknownKey"]],
    ["a model that is not there", { modelId: "acme/none", input: INPUT }, ["modelId notInChoices"]],
  ])("with %s answers 422, naming the field", async (_what, body, problems) => {
    const studio = await openStudio();
    const answer = await studio.call("POST", "/api/jobs", body);
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    const { errors = [], detail } = problemSchema.parse(answer.body);
    expect(errors.map(({ field, code }) => `${field} ${code}`)).toEqual(problems);
    expect(errors[0]?.message).not.toMatch(/issues\.|[{}]/);
    expect(detail).toContain("One value");
    expect(studio.upstream.ledger.requests).toEqual([]);
  });

  it("answers 422 for the service where no key is set, and sends nothing", async () => {
    const studio = await openStudio({}, { RUNCOMFY_API_KEY: "" });
    const answer = await studio.call("POST", "/api/jobs", { modelId: MODEL_ID, input: INPUT, upstream: "runcomfy" });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ field: "upstream", params: { choices: "sandbox" } }]);
  });

  it.each<[string, RequestInit, number]>([
    ["JSON that ends early", { body: "{", headers: { "content-type": "application/json" } }, 400],
    ["a form", { body: "modelId=x", headers: { "content-type": "application/x-www-form-urlencoded" } }, 415],
    ["no modelId", { body: "{}", headers: { "content-type": "application/json" } }, 400],
    [
      "a body of another site",
      { body: "{}", headers: { "content-type": "application/json", "sec-fetch-site": "cross-site" } },
      403,
    ],
    ["two megabytes", { body: `"${"x".repeat(2_000_000)}"`, headers: { "content-type": "application/json" } }, 413],
  ])("refuses %s", async (_what, init, status) => {
    const studio = await openStudio();
    const response = await fetch(new URL("/api/jobs", studio.url), { method: "POST", ...init });
    expect(response.status).toBe(status);
    expect(problemSchema.parse(await response.json()).status).toBe(status);
  });

  it("speaks the language of the request", async () => {
    const studio = await openStudio();
    const korean = { "accept-language": "ko", cookie: "theme=dark; dailies_locale=ja" };
    const { body } = await studio.call("POST", "/api/jobs", { modelId: MODEL_ID, input: {} }, korean);
    expect(body.errors[0].message).toMatch(/[ぁ-ん]/);
  });

  it("sends an uploaded picture inside the request", async () => {
    const studio = await openStudio();
    const body = await plain("image/png", { width: 400, height: 500 });
    const upload = await fetch(new URL("/api/uploads", studio.url), { method: "POST", body: new Uint8Array(body) });
    expect(upload.status).toBe(201);
    const { asset } = await upload.json();
    const input = { ...INPUT, image_url: asset.ref };
    const job = await studio.submit({ modelId: "happyhorse/happyhorse-1.0/image-to-video", input });
    expect(job).toMatchObject({ input: { image_url: asset.ref } });
    expect(job.frame.width / job.frame.height).toBeCloseTo(0.8, 2);
    const sent = studio.upstream.ledger.submits[0]?.input;
    expect(sent).toMatchObject({ image_url: expect.stringMatching(/^data:image\/png;base64,/) });
  });
});

describe("GET /api/jobs", () => {
  it("pages through all jobs by the cursor that it gives", async () => {
    const studio = await openStudio();
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.unshift((await studio.submit()).id);
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = await studio.call("GET", `/api/jobs?limit=2${cursor ? `&cursor=${cursor}` : ""}`);
      const { jobs, nextCursor } = jobListSchema.parse(page.body);
      seen.push(...jobs.map((job) => job.id));
      cursor = nextCursor;
    }
    expect(seen.sort()).toEqual(ids.sort());
  });

  it("filters by state, words, model and ids", async () => {
    const studio = await openStudio();
    const first = await studio.submit({ input: { prompt: "A Red lantern" } });
    await studio.container.tick();
    await studio.container.tick();
    const second = await studio.submit({ input: { prompt: "눈 속의 여우" } });
    const found = async (query: string) =>
      (await studio.call("GET", `/api/jobs?${query}`)).body.jobs.map((job: { id: string }) => job.id);
    expect(await found("status=active")).toEqual([second.id]);
    expect(await found("status=succeeded,failed")).toEqual([first.id]);
    expect(await found("q=red")).toEqual([first.id]);
    expect(await found(`q=${encodeURIComponent("여우")}`)).toEqual([second.id]);
    expect(await found(`modelId=${encodeURIComponent(MODEL_ID)}`)).toHaveLength(2);
    expect(await found(`ids=${first.id},nobody`)).toEqual([first.id]);
  });

  it("answers 304 until something changes", async () => {
    const studio = await openStudio();
    const { id } = await studio.submit();
    const first = await studio.call("GET", "/api/jobs");
    const etag = first.headers.get("etag") ?? "";
    const again = await studio.call("GET", "/api/jobs", undefined, { "if-none-match": etag });
    expect([again.status, again.text]).toEqual([304, ""]);
    await studio.container.tick();
    const changed = await studio.call("GET", "/api/jobs", undefined, { "if-none-match": etag });
    expect(changed.status).toBe(200);
    expect(changed.body.jobs[0]).toMatchObject({ id, status: "archiving" });
  });

  it.each(["cursor=xyz", "limit=0", "limit=9999", "status=done", "page=2"])("refuses ?%s", async (query) => {
    const studio = await openStudio();
    const answer = await studio.call("GET", `/api/jobs?${query}`);
    expect([answer.status, answer.body.code]).toEqual([400, "invalidRequest"]);
    expect(answer.body.detail).toContain(query.split("=")[0]);
  });
});

describe("acts on a job", () => {
  it("cancels a queued one and says what came of it", async () => {
    const studio = await openStudio(QUEUED);
    const { id } = await studio.submit();
    const answer = cancelAnswerSchema.parse((await studio.call("POST", `/api/jobs/${id}/cancel`)).body);
    expect(answer).toMatchObject({ outcome: "cancelled", job: { status: "cancelled", actions: { canRetry: true } } });
  });

  it("says so where it is too late to cancel", async () => {
    const studio = await openStudio();
    const { id } = await studio.submit();
    const answer = await studio.call("POST", `/api/jobs/${id}/cancel`);
    expect([answer.status, answer.body.outcome]).toEqual([200, "notCancellable"]);
  });

  it("deletes one that has ended; nobody finds it again", async () => {
    const studio = await openStudio(QUEUED);
    const { id } = await studio.submit();
    expect((await studio.call("DELETE", `/api/jobs/${id}`)).status).toBe(204);
    expect((await studio.call("GET", `/api/jobs/${id}`)).status).toBe(404);
    expect((await studio.call("GET", "/api/jobs")).body.jobs).toEqual([]);
    expect(countRequests(studio.upstream.ledger, "cancel")).toBe(1);
  });

  it.each([
    ["GET", ""],
    ["DELETE", ""],
    ["POST", "/cancel"],
    ["POST", "/look-again"],
  ])("%s …%s of a job that is not there answers 404", async (method, path) => {
    const studio = await openStudio();
    const answer = await studio.call(method, `/api/jobs/nobody${path}`);
    expect(problemSchema.parse(answer.body)).toMatchObject({ status: 404, code: "notFound" });
  });

  it("looks again at a lost job", async () => {
    const studio = await openStudio();
    const { id } = await studio.submit();
    expect((await studio.call("POST", `/api/jobs/${id}/look-again`)).body.code).toBe("conflict");
  });
});

describe("GET /api/models", () => {
  it("lists the models and shows one with its fields, in the language of the request", async () => {
    const studio = await openStudio();
    const { body } = await studio.call("GET", "/api/models", undefined, { "accept-language": "ko-KR" });
    expect(body.models).toHaveLength(4);
    const one = await studio.call("GET", `/api/models/${MODEL_ID}`, undefined, { "accept-language": "ko-KR" });
    expect(one.body.model).toMatchObject({ id: MODEL_ID, example: { prompt: expect.any(String) } });
    expect(one.body.model.fields[0]).toMatchObject({ name: "prompt", label: expect.stringMatching(/[가-힣]/) });
    for (const id of ["acme/none", "acme/50%25", "acme/a%252Fb"]) {
      expect((await studio.call("GET", `/api/models/${id}`)).status).toBe(404);
    }
  });
});

describe("what goes wrong inside", () => {
  it("is answered without a word about it, and logged with the answer's id", async () => {
    const studio = await openStudio();
    const lines: string[] = [];
    const spy = vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0);
    await studio.container.close();
    const answer = await studio.call("GET", "/api/jobs?q=secret-words");
    spy.mockRestore();
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/database|closed/);
    const logged = lines.find((line) => line.includes(answer.body.requestId)) ?? "";
    expect(JSON.parse(logged)).toMatchObject({ event: "request-failed", route: "/api/jobs" });
    expect(logged).not.toContain("secret-words");
  });

  it("shows in the health", async () => {
    const studio = await openStudio();
    const healthy = await studio.call("GET", "/api/health");
    expect(healthy).toMatchObject({ status: 200, body: { status: "ok", upstream: "runcomfy", store: "ok" } });
    await studio.container.close();
    expect(await studio.call("GET", "/api/health")).toMatchObject({ status: 503, body: { store: "unavailable" } });
  });
});

it("shows the key in no answer", async () => {
  const echo = { status: 422, json: { error_message: `wrong token ${KEY}` } };
  const studio = await openStudio({ faults: [{ verb: "submit", answer: echo }] });
  const { id } = await studio.submit();
  for (const path of [`/api/jobs/${id}`, "/api/jobs", "/api/health", "/api/models"]) {
    expect((await studio.call("GET", path)).text).not.toContain(KEY);
  }
  expect(studio.upstream.ledger.requests[0]?.authorization).toBe(`Bearer ${KEY}`);
});
