import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { problemSchema } from "@/lib/api/contract";
import { usageSchema } from "@/lib/api/usage-contract";
import { MODEL_ID, openStudio } from "@/tests/support/jobs/open-studio";
import { wav } from "@/tests/support/media";
import { plain } from "@/tests/support/pictures";
import { temporaryFolder } from "@/tests/support/temporary-folder";

const MB = 1_000_000;
type Studio = Awaited<ReturnType<typeof openStudio>>;

/** About a megabyte of sound, unlike that of every other number. */
function sound(number: number): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(wav({ seconds: 64 }));
  file.set([number, number], 1_000);
  return file;
}

async function upload({ url }: Studio, number: number) {
  const response = await fetch(new URL("/api/uploads", url), { method: "POST", body: sound(number) });
  return { status: response.status, body: await response.json() };
}

async function usageOf(studio: Studio) {
  return usageSchema.parse((await studio.call("GET", "/api/usage")).body);
}

describe("a storage quota", () => {
  it("lets of 50 uploads at once exactly as many in as there is room for", async () => {
    const studio = await openStudio({}, { STORAGE_QUOTA_GB: "0.004" });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, number) => upload(studio, number)));
    const fits = Math.floor((4 * MB) / sound(0).byteLength);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(fits);
    const refused = answers.filter(({ status }) => status === 507);
    expect(refused).toHaveLength(50 - fits);
    expect(problemSchema.parse(refused[0]?.body)).toMatchObject({
      code: "quotaFull",
      detail: expect.stringMatching(/may store 4\.0 MB.*Empty the trash/),
    });
    expect((await usageOf(studio)).storage.uploads).toBe(fits * sound(0).byteLength);
  });

  it("has the room of an upload that failed again", async () => {
    const studio = await openStudio({}, { STORAGE_QUOTA_GB: "0.002" });
    for (let n = 0; n < 5; n++) expect((await studio.call("POST", "/api/uploads", "no media file")).status).toBe(415);
    expect((await upload(studio, 1)).status).toBe(201);
    expect((await upload(studio, 2)).status).toBe(507);
  });

  it("lets nothing be sent whose result would not fit, until the trash is emptied", async () => {
    const { path: folder } = await temporaryFolder();
    const outputPath = join(folder, "result.wav");
    await writeFile(outputPath, wav({ seconds: 128 }));
    const studio = await openStudio({ outputPath }, { STORAGE_QUOTA_GB: "0.201" });
    const submit = () => studio.call("POST", "/api/jobs", { modelId: MODEL_ID, input: { prompt: "a fox" } });
    const id = (await submit()).body.job.id;
    for (let turn = 0; turn < 4; turn++) await studio.container.tick();
    expect((await studio.call("GET", `/api/jobs/${id}`)).body.job.status).toBe("succeeded");
    const { takes } = (await usageOf(studio)).storage;
    expect(takes).toBe(wav({ seconds: 128 }).byteLength);

    const refused = await submit();
    expect(refused.status).toBe(507);
    expect(problemSchema.parse(refused.body).code).toBe("quotaFull");
    expect((await studio.call("DELETE", `/api/jobs/${id}`)).status).toBe(204);
    expect((await usageOf(studio)).storage).toMatchObject({ takes: 0, trash: takes, used: takes });
    expect((await submit()).status).toBe(507);
    expect(studio.upstream.ledger.submits).toHaveLength(1);

    expect((await studio.call("DELETE", "/api/trash")).status).toBe(200);
    expect((await usageOf(studio)).storage).toMatchObject({ trash: 0, used: 0 });
    expect((await submit()).status).toBe(201);
  });
});

describe("GET /api/usage", () => {
  it("tells what is stored by kind, what waits and runs, and what is left of the limits", async () => {
    const settings = { JOBS_PER_HOUR: "9", MAX_IN_FLIGHT: "1", STORAGE_QUOTA_GB: "12.5" };
    const studio = await openStudio({ pace: { by: "polls", queued: 99, running: 0 } }, settings);
    const picture = await plain("image/png", { width: 600, height: 400 });
    const made = await fetch(new URL("/api/uploads", studio.url), { method: "POST", body: new Uint8Array(picture) });
    expect(made.status).toBe(201);
    for (let n = 0; n < 3; n++) await studio.submit();
    const usage = await usageOf(studio);
    expect(usage.storage).toMatchObject({ takes: 0, samples: 0, trash: 0, quota: 12_500 * MB });
    expect(usage.storage.pictures).toBeGreaterThan(0);
    expect(usage.storage.used).toBe(usage.storage.uploads + usage.storage.pictures);
    expect(usage.storage.free).toBeGreaterThan(0);
    expect(usage.jobs).toEqual([
      { upstream: "runcomfy", inFlight: 1, maxInFlight: 1, waiting: 2, maxWaiting: 500 },
      { upstream: "sandbox", inFlight: 0, maxInFlight: 1, waiting: 0, maxWaiting: 500 },
    ]);
    expect(usage.limits).toEqual({
      jobs: { max: 9, windowS: 3_600, used: 3 },
      uploads: { max: 1_000, windowS: 3_600, used: 1 },
    });
  });

  it("says nothing to strangers, and has no quota where none is set", async () => {
    const guarded = await openStudio({}, { STUDIO_PASSWORD: "open sesame, please" });
    expect((await guarded.call("GET", "/api/usage")).status).toBe(401);
    const open = await openStudio();
    expect((await usageOf(open)).storage.quota).toBeNull();
  });
});
