import { expect, it } from "vitest";
import { ledgerSchema } from "@/lib/api/ledger-contract";
import { openStudio } from "@/tests/support/jobs/open-studio";

type Studio = Awaited<ReturnType<typeof openStudio>>;

const TODAY = () => new Date().toISOString().slice(0, 10);
const days = (by: string) => `by=${by}&from=${TODAY()}&to=${TODAY()}`;

async function read(studio: Studio, by: string) {
  const { status, headers, body } = await studio.call("GET", `/api/ledger?${days(by)}`);
  expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
  return ledgerSchema.parse(body);
}

async function file(studio: Studio, query: string, language = "en") {
  const response = await fetch(`${studio.url}api/ledger/csv?${query}`, { headers: { "accept-language": language } });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { response, bytes, lines: new TextDecoder("utf-8").decode(bytes).split("\r\n") };
}

/** A take that the service charged, and one of which it has not told yet. */
async function spend(studio: Studio) {
  const { id: charged } = await studio.submit();
  await expect
    .poll(async () => {
      await studio.container.tick();
      return (await studio.call("GET", `/api/jobs/${charged}`)).body.job.status;
    })
    .toBe("succeeded");
  const { id: unknown } = await studio.submit();
  return { charged, unknown };
}

it("tells what takes cost by day, model and collection, and keeps what was deleted for good", async () => {
  const studio = await openStudio({ extra: { cost: 0.42 } });
  const { charged } = await spend(studio);
  await studio.submit({ upstream: "sandbox" });
  const sums = { takes: 2, actualMicros: 420_000, estimatedMicros: 0, unknownTakes: 1 };
  expect(await read(studio, "day")).toEqual({
    by: "day",
    from: TODAY(),
    to: TODAY(),
    rows: [{ key: TODAY(), name: TODAY(), ...sums }],
    total: { ...sums, goneTakes: 0 },
    freeTakes: 1,
  });
  expect((await read(studio, "model")).rows).toMatchObject([{ key: "tencent/hunyuan/text-to-video", ...sums }]);

  const collect = async (name: string) => {
    const { collection } = (await studio.call("POST", "/api/collections", { name })).body;
    const added = { ids: [charged], action: "addToCollection", collectionId: collection.id };
    await studio.call("POST", "/api/jobs/bulk", added);
  };
  await collect("Rain");
  await collect("=Snow");
  const one = { takes: 1, actualMicros: 420_000, unknownTakes: 0 };
  const { rows, total } = await read(studio, "collection");
  expect(rows).toMatchObject([
    { name: "=Snow", ...one },
    { name: "Rain", ...one },
    { key: null, name: "", takes: 1, actualMicros: 0, unknownTakes: 1 },
  ]);
  expect(total).toMatchObject(sums);

  const { lines } = await file(studio, days("take"), "ja");
  expect(lines[0]).toContain("請求額（USD）");
  expect(lines[1]).toContain(`${charged},Hunyuan`);
  expect(lines[1]).toMatch(/,0\.42,,請求済み,'=Snow; Rain,保存中$/);
  expect(lines[2]).toMatch(/,,,不明,,保存中$/);

  await studio.call("DELETE", `/api/jobs/${charged}`);
  await studio.call("DELETE", `/api/trash/${charged}`);
  expect((await read(studio, "model")).total).toEqual({ ...sums, goneTakes: 1 });
  expect((await read(studio, "collection")).rows).toMatchObject([{ key: null, ...sums }]);
  expect((await file(studio, days("take"))).lines[1]).toMatch(/,charged,,deleted$/);
});

it("gives the rows as a file that spreadsheets open", async () => {
  const studio = await openStudio({ extra: { cost: 0.42 } });
  await spend(studio);
  const { response, bytes, lines } = await file(studio, days("model"));
  expect(response.headers.get("content-type")).toMatch(/^text\/csv; charset=utf-8/);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const name = `spending_by-model_${TODAY()}_${TODAY()}.csv`;
  expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${name}"`);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(lines).toEqual([
    "Model,Model ID,Takes,Charged (USD),Estimate (USD),Takes of unknown cost",
    expect.stringMatching(/^[^,]*,tencent\/hunyuan\/text-to-video,2,0\.42,0,1$/),
    "",
  ]);
});

it("refuses what it does not understand, and names it with its limit", async () => {
  const studio = await openStudio();
  const refusals = async (query: string) => {
    const answers = await Promise.all(["", "/csv"].map((end) => studio.call("GET", `/api/ledger${end}?${query}`)));
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(2).fill([400, "invalidRequest"]));
    return answers.map(({ body }) => body.detail).join(" ");
  };
  expect(await refusals("from=2026-01-01")).toMatch(/ to: .* to: /);
  expect(await refusals("from=2026-02-30&to=2026-03-01")).toMatch(/ from: .* from: /);
  expect(await refusals("from=2026-03-02&to=2026-03-01")).toMatch(/ from…to \(days\): at least 1/);
  expect(await refusals("from=2025-01-01&to=2026-01-02")).toMatch(/ from…to \(days\): at most 366/);
  expect(await refusals("from=2026-01-01&to=2026-01-02&by=week")).toMatch(/ by: .* by: /);
});
