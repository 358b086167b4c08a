import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SANDBOX_BASE_URL } from "@/lib/sandbox/fetch";
import { callerOf, type OpenSandbox, openSandbox, QUEUE_MS, VIDEO } from "@/tests/support/sandbox/open-sandbox";
import { IMAGE_TO_VIDEO, REFERENCE_TO_VIDEO, SEED_MODELS, TEXT_TO_VIDEO } from "@/tests/support/sandbox/seed-models";
import { serveSandbox } from "@/tests/support/sandbox/serve-sandbox";

const input = { prompt: "A fox crosses the snow.", seed: 5 };

describe.each(["in process", "over HTTP"])("the sandbox %s", (way) => {
  let open: OpenSandbox;
  let baseUrl = SANDBOX_BASE_URL;
  let fetchThere: (url: string, init?: RequestInit) => Promise<Response>;
  let api: ReturnType<typeof callerOf>;
  let closeServer = async (): Promise<unknown> => undefined;

  beforeEach(async () => {
    open = await openSandbox();
    fetchThere = open.fetch;
    if (way === "over HTTP") {
      const server = await serveSandbox(open.sandbox);
      [baseUrl, closeServer, fetchThere] = [server.baseUrl, server.close, (url, init) => fetch(url, init)];
    }
    api = callerOf(fetchThere, baseUrl);
  });
  afterEach(async () => {
    await closeServer();
    await open.close();
  });

  it("takes a request from the queue through its render to a video", async () => {
    open.noting.hold();
    const { status, body } = await api.submit(TEXT_TO_VIDEO.id, input);
    const id = String(body.request_id);
    const address = `${baseUrl}/v1/requests/${id}`;
    expect(status).toBe(200);
    expect(body).toEqual({
      request_id: expect.stringMatching(/^[A-Za-z0-9_-]{1,128}$/),
      status_url: `${address}/status`,
      result_url: `${address}/result`,
      cancel_url: `${address}/cancel`,
    });
    const links = { request_id: id, status_url: `${address}/status`, result_url: `${address}/result` };
    expect(await api.status(id)).toEqual({ ...links, status: "in_queue", queue_position: 0 });
    const created_at = new Date(open.time.nowMs()).toISOString();
    expect(await api.result(id)).toEqual({ request_id: id, status: "in_queue", created_at });

    open.time.advance(QUEUE_MS);
    expect(await api.status(id)).toEqual({ ...links, status: "in_progress" });
    expect(await api.result(id)).toEqual({ request_id: id, status: "in_progress", created_at });

    open.time.advance(4_000);
    open.noting.letGo();
    const result = await api.ended(id);
    expect(await api.status(id)).toEqual({ ...links, status: "completed" });
    expect(result).toEqual({
      request_id: id,
      status: "succeeded",
      output: { video: `${baseUrl}/v1/outputs/${id}.mp4` },
      created_at,
      finished_at: new Date(open.time.nowMs()).toISOString(),
    });
  });

  it("serves a finished video without a token, whole and in ranges", async () => {
    const id = await api.submitted(TEXT_TO_VIDEO.id, input);
    open.time.advance(QUEUE_MS);
    await api.ended(id);
    const get = (headers: Record<string, string> = {}) => fetchThere(`${baseUrl}/v1/outputs/${id}.mp4`, { headers });
    const whole = await get();
    expect([whole.status, whole.headers.get("content-type")]).toEqual([200, "video/mp4"]);
    expect(whole.headers.get("content-length")).toBe(String(VIDEO.length));
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(VIDEO);
    const part = await get({ range: "bytes=4-9" });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 4-9/${VIDEO.length}`]);
    expect(await part.text()).toBe(VIDEO.toString().slice(4, 10));
    const beyond = await get({ range: `bytes=${VIDEO.length}-` });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${VIDEO.length}`]);
    const head = await fetchThere(`${baseUrl}/v1/outputs/${id}.mp4`, {
      method: "HEAD",
      headers: { range: "bytes=4-9" },
    });
    expect([head.status, head.headers.get("content-length"), head.body]).toEqual([200, String(VIDEO.length), null]);
  });

  it("counts in queue_position the requests ahead", async () => {
    open.noting.hold();
    const first = await api.submitted(TEXT_TO_VIDEO.id, input);
    const second = await api.submitted(TEXT_TO_VIDEO.id, input);
    const third = await api.submitted(TEXT_TO_VIDEO.id, input);
    expect(await api.status(third)).toMatchObject({ queue_position: 2 });
    open.time.advance(QUEUE_MS);
    expect(await api.status(first)).toMatchObject({ status: "in_progress" });
    expect(await api.status(second)).toMatchObject({ status: "in_queue", queue_position: 1 });
    await api.cancel(second);
    expect(await api.status(third)).toMatchObject({ status: "in_queue", queue_position: 1 });
  });

  it("cancels a queued request, and then no more", async () => {
    const id = await api.submitted(TEXT_TO_VIDEO.id, input);
    expect(await api.cancel(id)).toMatchObject({ status: 202, body: { request_id: id, outcome: "cancelled" } });
    expect(await api.cancel(id)).toMatchObject({ status: 202, body: { outcome: "not_cancellable" } });
    open.time.advance(10 * QUEUE_MS);
    expect(await api.status(id)).toMatchObject({ status: "cancelled" });
    expect(await api.result(id)).toMatchObject({ status: "cancelled", finished_at: expect.any(String) });
    expect(await api.result(id)).not.toHaveProperty("output");
    expect(open.noting.specs).toEqual([]);
  });

  it("does not cancel a request in progress or one that has ended", async () => {
    open.noting.hold();
    const id = await api.submitted(TEXT_TO_VIDEO.id, input);
    open.time.advance(QUEUE_MS);
    expect(await api.cancel(id)).toMatchObject({ status: 202, body: { outcome: "not_cancellable" } });
    open.noting.letGo();
    expect(await api.ended(id)).toMatchObject({ status: "succeeded" });
    expect(await api.cancel(id)).toMatchObject({ status: 202, body: { outcome: "not_cancellable" } });
  });

  it("says on request that nothing was charged", async () => {
    const id = await api.submitted(TEXT_TO_VIDEO.id, input);
    expect(await api.get(`/v1/requests/${id}/result?include_cost=true`)).toMatchObject({ body: { cost: 0 } });
    expect(await api.result(id)).not.toHaveProperty("cost");
  });
});

describe("what the sandbox refuses", () => {
  let open: OpenSandbox;
  let close: () => Promise<void>;
  let api: ReturnType<typeof callerOf>;
  beforeAll(async () => {
    open = await openSandbox();
    const server = await serveSandbox(open.sandbox);
    api = callerOf((url, init) => fetch(url, init), server.baseUrl);
    close = async () => {
      await server.close();
      await open.close();
    };
  });
  afterAll(() => close());

  const r2v = `/v1/models/${REFERENCE_TO_VIDEO.id}`;
  const t2v = `/v1/models/${TEXT_TO_VIDEO.id}`;
  const unknown = "/v1/requests/3f0c9a7e-0000-4000-8000-000000000000";

  it.each([
    ["POST", t2v, ""],
    ["POST", t2v, "Bearer"],
    ["POST", t2v, "Bearer  "],
    ["POST", t2v, "Basic dTpw"],
    ["GET", "/v1/models", ""],
    ["GET", `${unknown}/status`, ""],
    ["POST", `${unknown}/cancel`, ""],
  ])("%s %s without a token (%j)", async (method, address, authorization) => {
    const answer = await api.call(method, address, undefined, { headers: { authorization } });
    expect(answer).toMatchObject({ status: 401, body: { error_code: 401001, error_message: expect.any(String) } });
  });

  it.each([
    ["a body that is no JSON", t2v, "{", 400, 422001],
    ["a body cut off", t2v, '{"prompt": "a', 400, 422001],
    ["no body", t2v, undefined, 400, 422001],
    ["an unknown model", "/v1/models/maker/nothing", input, 400, 400001],
    ["a model id of one segment", "/v1/models/alone", input, 400, 400001],
    ["a body that is a list", t2v, [], 422, 422001],
  ])("%s", async (_what, address, body, status, code) => {
    expect(await api.call("POST", address, body)).toMatchObject({ status, body: { error_code: code } });
  });

  it.each([
    ["a required field that is missing", r2v, { prompt: "A fox" }, "image_url_1", "missing"],
    ["a required prompt that is empty", r2v, { ...REFERENCE_TO_VIDEO.example, prompt: "" }, "prompt", "missing"],
    ["an unknown key", t2v, { ...input, promt: "typo" }, "promt", "extra_forbidden"],
    ["a word outside of its enum", t2v, { ...input, aspect_ratio: "2:1" }, "aspect_ratio", "value_error"],
    ["a number outside of its enum", r2v, { ...REFERENCE_TO_VIDEO.example, duration: 99 }, "duration", "value_error"],
    ["a number above its bound", r2v, { ...REFERENCE_TO_VIDEO.example, seed: 2147483648 }, "seed", "value_error"],
    ["a type that is wrong", t2v, { ...input, pro_mode: "yes" }, "pro_mode", "type_error"],
    [
      "a file that is no address",
      r2v,
      { ...REFERENCE_TO_VIDEO.example, image_url_2: "fox" },
      "image_url_2",
      "value_error",
    ],
  ])("%s, naming it", async (_what, address, body, field, type) => {
    const answer = await api.call("POST", address, body);
    expect(answer).toMatchObject({ status: 422, body: { error_code: 422001, error_message: expect.any(String) } });
    expect(answer.body.detail).toEqual([{ loc: ["body", field], msg: expect.stringContaining(field), type }]);
  });

  it("names every field at fault, with its limit", async () => {
    const { body } = await api.call("POST", t2v, { prompt: "", resolution: "8K", num_frames: 1, seed: 1.5 });
    const detail = body.detail as { loc: string[]; msg: string }[];
    expect(detail.map(({ loc }) => loc[1]).sort()).toEqual(["num_frames", "resolution", "seed"]);
    expect(detail.find(({ loc }) => loc[1] === "num_frames")?.msg).toMatch(/85.*129/);
  });

  it.each([
    ["GET", `${unknown}/status`],
    ["GET", `${unknown}/result`],
    ["POST", `${unknown}/cancel`],
    ["GET", "/v1/outputs/3f0c9a7e-0000-4000-8000-000000000000.mp4"],
    ["GET", "/v1/requests/..%2f..%2fetc/status"],
    ["GET", "/v1/outputs/..%2f..%2frequest.mp4"],
    ["GET", `/v1/requests/${"x".repeat(300)}/status`],
  ])("%s %s of a request that it does not know", async (method, address) => {
    expect(await api.call(method, address)).toMatchObject({ status: 404, body: { error_code: 404001 } });
  });

  it("an output that is not there yet", async () => {
    const id = await api.submitted(TEXT_TO_VIDEO.id, input);
    expect(await api.get(`/v1/outputs/${id}.mp4`)).toMatchObject({ status: 404 });
    await api.cancel(id);
  });

  it.each(["/", "/v1", "/v2/models", "/v1/requests", `${unknown}/logs`])(
    "%s, where there is nothing",
    async (address) => {
      const answer = await api.get(address);
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual({ error_message: expect.any(String) });
    },
  );

  it.each([
    ["PUT", t2v, "GET, HEAD, POST"],
    ["DELETE", `${unknown}/status`, "GET, HEAD"],
    ["GET", `${unknown}/cancel`, "POST"],
    ["POST", "/v1/models", "GET, HEAD"],
  ])("%s %s, which takes other methods", async (method, address, allowed) => {
    const answer = await api.call(method, address);
    expect(answer).toMatchObject({ status: 405, body: { error_message: expect.any(String) } });
    expect(answer.headers.get("allow")).toBe(allowed);
  });

  it("a body of more than 64 MiB, without reading it all", async () => {
    const chunk = new Uint8Array(1024 * 1024).fill(32);
    let sentMiB = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sentMiB += 1;
        controller.enqueue(chunk);
      },
    });
    const answer = await open.fetch(`${SANDBOX_BASE_URL}${t2v}`, {
      method: "POST",
      headers: { authorization: "Bearer any" },
      body: endless,
      duplex: "half",
    } as RequestInit);
    expect(answer.status).toBe(413);
    expect(sentMiB).toBeLessThan(70);
  });

  it("nothing for reasons of its own in all of this", () => {
    expect(open.warnings).toEqual([]);
  });
});

describe("the sandbox's catalog", () => {
  let open: OpenSandbox;
  beforeAll(async () => {
    open = await openSandbox();
  });
  afterAll(() => open.close());
  const idsAt = async (query: string) => {
    const { body } = await open.call.get(`/v1/models${query}`);
    const models = body.models as { model_id: string }[];
    return { ids: models.map(({ model_id }) => model_id), total: body.total };
  };
  const all = SEED_MODELS.map(({ id }) => id);

  it.each([
    ["", all, 4],
    ["?limit=2", all.slice(0, 2), 4],
    ["?limit=2&offset=3", all.slice(3), 4],
    ["?limit=1000&offset=x", all, 4],
    ["?search=HORSE", all.slice(0, 2), 2],
    ["?search=hunyuan&limit=1", all.slice(3), 1],
    ["?category=text-to-video", all.slice(3), 1],
    ["?kind=audio", [], 0],
    ["?search=nothing", [], 0],
  ])("at %j", async (query, ids, total) => {
    expect(await idsAt(query)).toEqual({ ids, total });
  });

  it("has the schema where it is asked for, and always of a single model", async () => {
    const listed = await open.call.get("/v1/models?search=reference&include_schema=true");
    const single = await open.call.get(`/v1/models/${REFERENCE_TO_VIDEO.id}`);
    expect(single.body).toEqual({
      model_id: REFERENCE_TO_VIDEO.id,
      display_name: REFERENCE_TO_VIDEO.name.en,
      categories: ["reference-to-video"],
      kind: "video",
      base_price_usd: 0,
      price_unit: "output",
      description: REFERENCE_TO_VIDEO.summary.en,
      model_url: `${SANDBOX_BASE_URL}/v1/models/${REFERENCE_TO_VIDEO.id}`,
      input_schema: REFERENCE_TO_VIDEO.inputSchema,
      required_inputs: REFERENCE_TO_VIDEO.inputSchema.required,
    });
    expect(listed.body.models).toEqual([single.body]);
    const bare = await open.call.get("/v1/models?search=reference");
    expect(bare.body.models).toEqual([expect.not.objectContaining({ input_schema: expect.anything() })]);
  });

  it("knows the categories, and no model that is not there", async () => {
    expect((await open.call.get("/v1/models/categories")).body).toEqual({
      categories: ["image-to-video", "reference-to-video", "text-to-video"],
    });
    expect(await open.call.get("/v1/models/maker/nothing")).toMatchObject({
      status: 400,
      body: { error_code: 400001 },
    });
    expect(await open.call.get(`/v1/models/${IMAGE_TO_VIDEO.id}`)).toMatchObject({ status: 200 });
  });
});
