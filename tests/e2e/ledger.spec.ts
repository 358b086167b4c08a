import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@/tests/support/browser/test";
import { type Studio, startStudio } from "@/tests/support/studio";
import { startUpstreamProcess, type UpstreamProcess } from "@/tests/support/upstream-process";

const MODEL = "tencent/hunyuan/text-to-video";
const COST = "1.05";
const COLLECTION = "=Rain, at night";

test.describe("with a key", () => {
  let upstream: UpstreamProcess;
  let server: Studio;

  test.beforeAll(async () => {
    const pace = { by: "polls", queued: 0, running: 0 } as const;
    upstream = await startUpstreamProcess({ pace, extra: { cost: Number(COST) } });
    const service = { RUNCOMFY_API_KEY: "a-key-of-the-ledger-test", RUNCOMFY_BASE_URL: upstream.url };
    server = await startStudio({ env: service });
  });
  test.afterAll(async () => {
    await server.stop();
    await server.clear();
    await upstream.stop();
  });

  test("the ledger begins empty, then shows a take by day, model and collection, and as a file", async ({
    studio,
    page,
    request,
  }) => {
    const { say } = studio;
    const api = async (path: string, data: object) => (await request.post(`${server.url}/api${path}`, { data })).json();
    const cellsOf = (name: string) => page.getByRole("row", { name }).getByRole("cell");
    const clean = async () => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

    await page.goto(`${server.url}/ledger`);
    await expect(page.getByText(say("ledger.empty"), { exact: true })).toBeVisible();
    await clean();

    const { job } = await api("/jobs", { modelId: MODEL, input: { prompt: "A lamp swings in the wind." } });
    const status = async () => (await (await request.get(`${server.url}/api/jobs/${job.id}`)).json()).job.status;
    await expect.poll(status, { timeout: 60_000 }).toBe("succeeded");
    const { collection } = await api("/collections", { name: COLLECTION });
    await api("/jobs/bulk", { ids: [job.id], action: "addToCollection", collectionId: collection.id });

    await page.reload();
    await expect(page.getByRole("figure", { name: say("ledger.chart.day"), exact: true })).toBeVisible();
    await expect(cellsOf(say("ledger.total"))).toHaveText(["1", COST, "–", "–"]);

    await page.getByRole("radio", { name: say("ledger.by.model"), exact: true }).click();
    await expect(page).toHaveURL(/by=model/);
    const model = studio.model(MODEL).name;
    await expect(cellsOf(model)).toHaveText(["1", COST, "–", "–"]);
    await clean();
    const gallery = await page.getByRole("link", { name: model, exact: true }).getAttribute("href");
    await page.goto(`${server.url}${gallery}`);
    await expect(page.locator(`[data-take="${job.id}"]`)).toBeVisible();

    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${server.url}/ledger?by=model`);
    await page.getByRole("radio", { name: say("ledger.by.model"), exact: true }).focus();
    await page.keyboard.press("ArrowRight");
    const row = page.getByRole("link", { name: COLLECTION, exact: true });
    await expect(row).toBeVisible();
    await clean();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: say("ledger.csv"), exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^spending_by-collection_\d{4}-\d\d-01_\d{4}-\d\d-\d\d\.csv$/);
    const [start = "", ...lines] = (await readFile(await download.path(), "utf8")).split("\r\n");
    const columns = (["collection", "collectionId", "takes", "actual", "estimated", "unknown"] as const).map((name) =>
      say(`ledger.column.${name}`),
    );
    expect(start).toBe(`\uFEFF${columns.join(",")}`);
    expect(lines).toEqual([`"'${COLLECTION}",${collection.id},1,${COST},0,0`, ""]);
  });
});
