import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { spendingSchema } from "@/lib/api/spending-contract";
import { MODEL_ID, openStudio } from "@/tests/support/jobs/open-studio";
import { temporaryFolder } from "@/tests/support/temporary-folder";

const INPUT = { prompt: "a fox in the snow" };

async function read(studio: Awaited<ReturnType<typeof openStudio>>) {
  const { status, headers, body } = await studio.call("GET", "/api/spending");
  expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
  return spendingSchema.parse(body);
}

it("a cap refuses in the language of the request what does not fit, and tells what is left", async () => {
  const studio = await openStudio({}, { SPEND_PER_DAY_USD: "2.5", SPEND_UNKNOWN_USD: "2" });
  await studio.submit();
  const answer = await studio.call(
    "POST",
    "/api/jobs",
    { modelId: MODEL_ID, input: INPUT },
    { "accept-language": "ja" },
  );
  expect([answer.status, answer.body.code]).toEqual([409, "spendingCap"]);
  expect(answer.body.detail).toMatch(/2\.00米ドル.*1日の上限2\.50米ドルの残りは0\.50米ドル.*\d{4}-\d\d-\d\d 00:00 UTC/);
  const group = await studio.call("POST", "/api/groups", { modelId: MODEL_ID, inputs: [INPUT, INPUT] });
  expect(group.body.detail).toMatch(/^These 2 takes count as 4\.00 USD, and 0\.50 USD of the daily cap of 2\.50 USD/);
  expect(group.body.detail).toContain("more than the whole cap");
  expect(studio.upstream.ledger.submits).toHaveLength(1);

  const { isPaid, day, month } = await read(studio);
  expect(isPaid).toBe(true);
  expect(day).toMatchObject({ capMicros: 2_500_000, reservedMicros: 2_000_000, leftMicros: 500_000, unknownTakes: 1 });
  expect(month).toMatchObject({ capMicros: null, reservedMicros: 2_000_000, leftMicros: null });
});

it("a take's cost is told with the take, and never behind a link", async () => {
  const studio = await openStudio({ extra: { cost: 0.42 } });
  const { id } = await studio.submit();
  await expect
    .poll(async () => {
      await studio.container.tick();
      return (await studio.call("GET", `/api/jobs/${id}`)).body.job;
    })
    .toMatchObject({ status: "succeeded", costMicros: 420_000 });
  expect((await read(studio)).month).toMatchObject({ spentMicros: 420_000, reservedMicros: 0, unknownTakes: 0 });

  const everything = { prompt: true, settings: true, references: true, download: true };
  const { body } = await studio.call("POST", `/api/jobs/${id}/shares`, { shown: everything });
  const { text, status } = await studio.call("GET", `${new URL(body.url, studio.url).pathname}/data.json`);
  expect(status).toBe(200);
  expect(text).not.toMatch(/cost|0\.42|420000/i);
});

it("what is spent stays spent when its take is deleted for good", async () => {
  const studio = await openStudio({ extra: { cost: 0.42 } });
  const { id } = await studio.submit();
  await expect
    .poll(async () => {
      await studio.container.tick();
      return (await studio.call("GET", `/api/jobs/${id}`)).body.job.status;
    })
    .toBe("succeeded");
  await studio.call("DELETE", `/api/jobs/${id}`);
  expect((await studio.call("DELETE", `/api/trash/${id}`)).status).toBe(204);
  expect((await read(studio)).day.spentMicros).toBe(420_000);
});

it("a model's price makes an estimate of a take", async () => {
  const folder = await temporaryFolder();
  const mine = {
    id: "mine/grain/text-to-video",
    name: { en: "Grain" },
    summary: { en: "Film grain." },
    output: "video",
    inputSchema: {
      type: "object",
      properties: { prompt: { type: "string" }, duration: { type: "integer", enum: [5, 10], default: 5 } },
      required: ["prompt"],
    },
    notes: {},
    example: { prompt: "rain" },
    price: { usd: 0.05, unit: "second", asOf: "2026-11-01" },
  };
  await mkdir(join(folder.path, "models"));
  await folder.write("models/mine.json", JSON.stringify(mine));
  const studio = await openStudio({}, { DATA_DIR: folder.path });
  const { body } = await studio.call("GET", `/api/models/${mine.id}`);
  expect(body.model.price).toEqual({ usdMicros: 50_000, unit: "second", asOfMs: Date.UTC(2026, 10, 1) });
  await studio.submit({ modelId: mine.id, input: { ...INPUT, duration: 10 } });
  expect((await read(studio)).day).toMatchObject({ reservedMicros: 500_000, unknownTakes: 0 });
});

it("takes of the sandbox are counted nowhere, also with a cap of nothing", async () => {
  const studio = await openStudio({}, { SPEND_PER_MONTH_USD: "0" });
  expect((await studio.submit({ upstream: "sandbox" })).status).toBe("queued");
  expect((await studio.call("POST", "/api/jobs", { modelId: MODEL_ID, input: INPUT })).body.code).toBe("spendingCap");
  expect((await read(studio)).month).toMatchObject({ capMicros: 0, reservedMicros: 0, leftMicros: 0 });
});

it("a studio without a key says that its takes cost nothing", async () => {
  expect((await read(await openStudio({}, { RUNCOMFY_API_KEY: "" }))).isPaid).toBe(false);
});
