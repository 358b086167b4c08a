import { describe, expect, it } from "vitest";
import { cancelGroupAnswerSchema, groupAnswerSchema, jobListSchema, problemSchema } from "@/lib/api/contract";
import { MODEL_ID, openStudio } from "@/tests/support/jobs/open-studio";
import { countRequests } from "@/tests/support/upstream/ledger";

const PROMPTS = ["a fox", "an owl", "a heron", "a lynx", "a crane"];
const GROUP = {
  modelId: MODEL_ID,
  inputs: PROMPTS.map((prompt) => ({ prompt })),
  axes: [{ field: "prompt", values: PROMPTS }],
};
const QUEUED = { by: "polls", queued: 99, running: 0 } as const;
const PATIENT = { timeout: 20_000 };
type Studio = Awaited<ReturnType<typeof openStudio>>;

async function submitted(studio: Studio, over: object = {}) {
  const answer = await studio.call("POST", "/api/groups", { ...GROUP, ...over });
  return groupAnswerSchema.parse(answer.body).group;
}
async function read(studio: Studio, id: string) {
  return groupAnswerSchema.parse((await studio.call("GET", `/api/groups/${id}`)).body).group;
}
async function cancel(studio: Studio, id: string) {
  return cancelGroupAnswerSchema.parse((await studio.call("POST", `/api/groups/${id}/cancel`)).body);
}
const sentTo = (studio: Studio) => studio.upstream.ledger.submits.map(({ input }) => Object(input).prompt);

describe("POST /api/groups", () => {
  it("answers 201 with the group before any of its jobs is answered", async () => {
    const studio = await openStudio({ faults: [{ verb: "submit", deliver: { how: "hang" } }] });
    await studio.container.start();
    const answer = await studio.call("POST", "/api/groups", GROUP);
    expect(answer.status).toBe(201);
    const { group } = groupAnswerSchema.parse(answer.body);
    expect(group).toMatchObject({ modelId: MODEL_ID, upstream: "runcomfy", axes: GROUP.axes });
    expect(group.modelName).not.toBe(MODEL_ID);
    expect(group.jobIds).toHaveLength(5);
    expect(group.actions).toEqual({ canCancel: true });
    await studio.upstream.close();
  });

  it("gives its jobs their group and place, and the list of them", async () => {
    const studio = await openStudio();
    await studio.submit();
    const group = await submitted(studio);
    expect(group.counts).toEqual({ waiting: 5 });
    const { jobs } = jobListSchema.parse((await studio.call("GET", `/api/jobs?groupId=${group.id}`)).body);
    const inOrder = jobs.toSorted((a, b) => (a.groupPlace ?? 0) - (b.groupPlace ?? 0));
    expect(inOrder.map(({ id }) => id)).toEqual(group.jobIds);
    expect(inOrder.map(({ groupPlace, input }) => [groupPlace, input.prompt])).toEqual([...PROMPTS.entries()]);
    const one = await studio.call("GET", `/api/jobs/${group.jobIds[3]}`);
    expect(one.body.job).toMatchObject({ groupId: group.id, groupPlace: 3, status: "waiting" });
    expect((await studio.call("GET", "/api/jobs")).body.jobs).toHaveLength(6);
  });

  it("answers 200 with the same group for the same click, 409 for another payload under its id", async () => {
    const studio = await openStudio();
    const click = { ...GROUP, clientRequestId: "click-1" };
    const answers = await Promise.all([1, 2, 3].map(() => studio.call("POST", "/api/groups", click)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.group.id)).size).toBe(1);
    const others = [{ inputs: GROUP.inputs.toReversed() }, { inputs: GROUP.inputs.slice(1) }, { axes: [] }];
    for (const other of others) {
      const answer = await studio.call("POST", "/api/groups", { ...click, ...other });
      expect([answer.status, answer.body.code]).toEqual([409, "conflict"]);
    }
    expect((await studio.call("GET", "/api/jobs")).body.jobs).toHaveLength(5);
  });

  it("answers 422 naming every wrong value by its place, and stores nothing", async () => {
    const studio = await openStudio();
    const inputs = [{ prompt: "a fox" }, { prompt: "an owl" }, {}, { prompt: "a lynx", style: "noir" }];
    const click = { ...GROUP, clientRequestId: "click-1" };
    const answer = await studio.call("POST", "/api/groups", { ...click, inputs });
    expect(answer.status).toBe(422);
    const { errors = [] } = problemSchema.parse(answer.body);
    const problems = errors.map(({ field, code }) => `${field} ${code}`);
    expect(problems).toEqual(["inputs.2.prompt required", "inputs.3.style unknownKey"]);
    expect((await studio.call("GET", "/api/jobs")).body.jobs).toEqual([]);
    expect((await studio.call("POST", "/api/groups", click)).status).toBe(201);
  });

  it.each<[string, object, number, string]>([
    ["no input", { inputs: [] }, 400, "invalidRequest"],
    ["101 inputs", { inputs: Array(101).fill({ prompt: "a fox" }) }, 400, "invalidRequest"],
    ["three axes", { axes: Array(3).fill({ field: "seed", values: [1] }) }, 400, "invalidRequest"],
    ["a model that is not there", { modelId: "acme/none" }, 422, "invalidInput"],
    ["an upstream that nobody has", { upstream: "elsewhere" }, 400, "invalidRequest"],
  ])("refuses %s", async (_what, over, status, code) => {
    const studio = await openStudio();
    const answer = await studio.call("POST", "/api/groups", { ...GROUP, ...over });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it("takes a hundred prompts of the greatest length", async () => {
    const studio = await openStudio();
    const inputs = Array.from({ length: 100 }, (_, n) => ({ prompt: `${n} ${"雪".repeat(2_400)}` }));
    const group = await submitted(studio, { inputs, axes: [{ field: "prompt", values: inputs.map((i) => i.prompt) }] });
    expect(group.counts).toEqual({ waiting: 100 });
  });
});

describe("a group that runs", () => {
  it.each([1, 2])("is sent in its order where %i may be in flight", async (limit) => {
    const slowFirst = { verb: "submit", delayMs: 150 } as const;
    const studio = await openStudio({ faults: [slowFirst] }, { MAX_IN_FLIGHT: String(limit) });
    await studio.container.start();
    const { id } = await submitted(studio);
    await expect.poll(async () => (await read(studio, id)).counts, PATIENT).toEqual({ succeeded: 5 });
    expect(sentTo(studio)).toEqual(PROMPTS);
    expect((await read(studio, id)).actions).toEqual({ canCancel: false });
  });

  it("keeps the others waiting while as many as allowed are with the service", async () => {
    const studio = await openStudio({ pace: QUEUED }, { MAX_IN_FLIGHT: "2" });
    await studio.container.start();
    const { id } = await submitted(studio);
    await expect.poll(async () => (await read(studio, id)).counts, PATIENT).toEqual({ queued: 2, waiting: 3 });
    await studio.container.tick();
    expect(sentTo(studio)).toEqual(PROMPTS.slice(0, 2));
  });
});

describe("POST /api/groups/{id}/cancel", () => {
  it("cancels a whole group", async () => {
    const studio = await openStudio({ pace: QUEUED }, { MAX_IN_FLIGHT: "2" });
    const { id } = await submitted(studio);
    await studio.container.tick();
    await studio.container.tick();
    const { group, cancelled, notCancellable } = await cancel(studio, id);
    expect([cancelled, notCancellable, group.counts]).toEqual([5, 0, { cancelled: 5 }]);
    expect(group.actions.canCancel).toBe(false);
    expect(countRequests(studio.upstream.ledger, "cancel")).toBe(2);
    await studio.container.tick();
    expect(studio.upstream.ledger.submits).toHaveLength(2);
  });

  it("says how many go on", async () => {
    const studio = await openStudio({ pace: { by: "polls", queued: 0, running: 99 } });
    const { id } = await submitted(studio);
    await studio.container.tick();
    const { cancelled, notCancellable, group } = await cancel(studio, id);
    expect([cancelled, notCancellable]).toEqual([4, 1]);
    expect(group.counts).toEqual({ queued: 1, cancelled: 4 });
  });

  it("stops a group while its first job is being sent", async () => {
    const studio = await openStudio({ pace: QUEUED, faults: [{ verb: "submit", delayMs: 300 }] });
    await studio.container.start();
    const { id } = await submitted(studio);
    await expect.poll(async () => (await read(studio, id)).counts.submitting, PATIENT).toBe(1);
    const { cancelled, notCancellable, group } = await cancel(studio, id);
    expect([cancelled, notCancellable, group.counts]).toEqual([5, 0, { cancelled: 5 }]);
    expect(sentTo(studio)).toEqual(["a fox"]);
  });
});

describe("GET /api/groups/{id}", () => {
  it("leaves out deleted jobs", async () => {
    const studio = await openStudio();
    const { id, jobIds } = await submitted(studio);
    expect((await studio.call("DELETE", `/api/jobs/${jobIds[1]}`)).status).toBe(204);
    const group = await read(studio, id);
    expect(group.jobIds).toEqual(jobIds.filter((jobId) => jobId !== jobIds[1]));
    expect(group.counts).toEqual({ waiting: 4 });
    await studio.container.tick();
    await studio.container.tick();
    expect(sentTo(studio)).toEqual(["a fox", "a heron"]);
  });

  it.each([
    ["GET", ""],
    ["POST", "/cancel"],
  ])("%s …%s of a group that is not there answers 404", async (method, path) => {
    const studio = await openStudio();
    const answer = await studio.call(method, `/api/groups/nobody${path}`);
    expect(problemSchema.parse(answer.body)).toMatchObject({ status: 404, code: "notFound" });
  });
});
