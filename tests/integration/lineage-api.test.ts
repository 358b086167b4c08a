import { describe, expect, it } from "vitest";
import { assetSchema, groupAnswerSchema, problemSchema } from "@/lib/api/contract";
import { lineageSchema } from "@/lib/api/lineage-contract";
import { MODEL_ID, openStudio } from "@/tests/support/jobs/open-studio";
import { plain } from "@/tests/support/pictures";

type Studio = Awaited<ReturnType<typeof openStudio>>;

const FRAME_MODEL = "happyhorse/happyhorse-1.0/image-to-video";

async function lineageOf(studio: Studio, id: string) {
  const { status, body } = await studio.call("GET", `/api/jobs/${id}/lineage`);
  expect(status).toBe(200);
  return lineageSchema.parse(body);
}

async function uploadFrame(studio: Studio, query: Record<string, string>) {
  const body = await plain("image/png", { width: 400, height: 400 });
  const address = new URL(`/api/uploads?${new URLSearchParams({ name: "frame.png", ...query })}`, studio.url);
  const answer = await fetch(address, { method: "POST", body: new Uint8Array(body) });
  return { status: answer.status, body: await answer.json() };
}

async function frameOf(studio: Studio, query: Record<string, string>): Promise<string> {
  return assetSchema.parse((await uploadFrame(studio, query)).body.asset).ref;
}

describe("GET /api/jobs/{id}/lineage", () => {
  it("tells ancestors and descendants with what they look like", async () => {
    const studio = await openStudio();
    const old = await studio.submit();
    const mid = await studio.submit({ parents: [{ jobId: old.id, how: "settings" }] });
    const last = await studio.submit({ parents: [{ jobId: mid.id, how: "again" }] });
    const { jobs, links, cut } = await lineageOf(studio, mid.id);
    expect(jobs.map(({ id }) => id)).toEqual([mid.id, old.id, last.id]);
    expect(jobs[0]).toMatchObject({ modelName: mid.modelName, upstream: "runcomfy", posterUrl: null });
    expect(links).toEqual([
      { from: old.id, to: mid.id, how: "settings" },
      { from: mid.id, to: last.id, how: "again" },
    ]);
    expect(cut).toEqual({ older: false, newer: false });
  });

  it("follows a frame to the take that it was taken from, also where another take has the same picture", async () => {
    const studio = await openStudio();
    const [one, two] = [await studio.submit(), await studio.submit()];
    const refs = [
      await frameOf(studio, { fromJob: one.id, atMs: "1250" }),
      await frameOf(studio, { fromJob: two.id, atMs: "0" }),
      await frameOf(studio, { fromJob: one.id, atMs: "1250" }),
    ];
    expect(refs[2]).toBe(refs[0]);
    expect(refs[1]).not.toBe(refs[0]);
    const next = await studio.submit({ modelId: FRAME_MODEL, input: { prompt: "go on", image_url: refs[0] } });
    const { links } = await lineageOf(studio, next.id);
    expect(links).toEqual([{ from: one.id, to: next.id, how: "frame", atMs: 1_250 }]);
  });

  it("shows one take of a group for all that came from the same one", async () => {
    const studio = await openStudio();
    const old = await studio.submit();
    const inputs = [1, 2, 3].map((seed) => ({ prompt: "a fox", seed }));
    const parents = [{ jobId: old.id, how: "settings" }];
    const answer = await studio.call("POST", "/api/groups", { modelId: MODEL_ID, inputs, parents });
    const { group } = groupAnswerSchema.parse(answer.body);
    const { jobs, links } = await lineageOf(studio, old.id);
    expect(links).toEqual([{ from: old.id, to: group.jobIds[0], how: "settings", others: 2 }]);
    expect(jobs[1]).toMatchObject({ id: group.jobIds[0], group: { id: group.id, place: 0, count: 3 } });
    const third = await lineageOf(studio, group.jobIds[2] ?? "");
    expect(third.jobs[0]).toMatchObject({ group: { place: 2, count: 3 } });
  });

  it("says where it was cut, and ends", async () => {
    const studio = await openStudio();
    let last = await studio.submit();
    for (let step = 0; step < 8; step++) last = await studio.submit({ parents: [{ jobId: last.id, how: "again" }] });
    const { jobs, cut } = await lineageOf(studio, last.id);
    expect(jobs).toHaveLength(7);
    expect(cut).toEqual({ older: true, newer: false });
  });

  it("marks a take in the trash, forgets it when it is purged, and has nothing to tell of one itself", async () => {
    const studio = await openStudio({ pace: { by: "polls", queued: 0, running: 0 } });
    const old = await studio.submit();
    for (let turn = 0; turn < 4; turn++) await studio.container.tick();
    const next = await studio.submit({ parents: [{ jobId: old.id, how: "settings" }] });
    await studio.call("DELETE", `/api/jobs/${old.id}`);
    expect((await lineageOf(studio, next.id)).jobs[1]).toMatchObject({ id: old.id, deleted: true });
    expect((await studio.call("GET", `/api/jobs/${old.id}/lineage`)).status).toBe(404);
    await studio.call("DELETE", `/api/trash/${old.id}`);
    expect((await lineageOf(studio, next.id)).links).toEqual([]);
  });
});

describe("parents of a new take", () => {
  it("are left out where they are gone, and keep the take from nothing", async () => {
    const studio = await openStudio();
    const { id } = await studio.submit({ parents: [{ jobId: "gone", how: "settings" }] });
    expect((await lineageOf(studio, id)).links).toEqual([]);
  });

  it("do not make another take of a repeated request", async () => {
    const studio = await openStudio();
    const old = await studio.submit();
    const first = await studio.submit({ clientRequestId: "once", parents: [{ jobId: old.id, how: "settings" }] });
    const second = await studio.submit({ clientRequestId: "once" });
    expect(second.id).toBe(first.id);
    expect((await lineageOf(studio, first.id)).links).toHaveLength(1);
  });

  it.each([
    [{ parents: [{ jobId: "a", how: "magic" }] }, "parents.0.how"],
    [{ parents: Array(9).fill({ jobId: "a", how: "again" }) }, "parents"],
    [{ parents: [{ jobId: "", how: "again" }] }, "parents.0.jobId"],
  ])("are refused as %j, by name", async (over, field) => {
    const studio = await openStudio();
    const job = { modelId: MODEL_ID, input: { prompt: "a fox" }, ...over };
    const { status, body } = await studio.call("POST", "/api/jobs", job);
    expect([status, problemSchema.parse(body).detail]).toEqual([400, expect.stringContaining(field)]);
  });
});

describe("POST /api/uploads of a frame", () => {
  it.each([
    [{ fromJob: "x".repeat(129) }, "fromJob"],
    [{ atMs: "5" }, "fromJob"],
    [{ fromJob: "a", atMs: "-1" }, "atMs"],
    [{ fromJob: "a", atMs: "soon" }, "atMs"],
  ])("is refused with %j, by name", async (query, field) => {
    const { status, body } = await uploadFrame(await openStudio(), query);
    expect([status, problemSchema.parse(body).detail]).toEqual([400, expect.stringContaining(field)]);
  });

  it("is stored also where the take is gone", async () => {
    expect((await uploadFrame(await openStudio(), { fromJob: "gone", atMs: "5" })).status).toBe(201);
  });
});
