import { expect, test } from "@/tests/support/browser/test";
import { type Studio, startStudio } from "@/tests/support/studio";
import { startUpstreamProcess, type UpstreamProcess } from "@/tests/support/upstream-process";

const MODEL = "tencent/hunyuan/text-to-video";
const CAP = "2.10";
const COST = "1.05";
const PROMPT = "A lamp swings in the wind.";

test.describe("with a key and a cap", () => {
  // The refusal.
  test.use({ expectedErrors: [/status of 409/] });
  let upstream: UpstreamProcess;
  let server: Studio;

  test.beforeAll(async () => {
    const pace = { by: "polls", queued: 0, running: 0 } as const;
    upstream = await startUpstreamProcess({ pace, extra: { cost: Number(COST) } });
    const service = { RUNCOMFY_API_KEY: "a-key-of-the-spending-test", RUNCOMFY_BASE_URL: upstream.url };
    server = await startStudio({ env: { ...service, SPEND_PER_DAY_USD: CAP } });
  });
  test.afterAll(async () => {
    await server.stop();
    await server.clear();
    await upstream.stop();
  });

  test("two takes use it up, a third is refused in words, and the settings say what was charged", async ({
    studio,
    page,
  }) => {
    const { say } = studio;
    await page.goto(`${server.url}/models/${MODEL}`);
    await studio.prompt.fill(PROMPT);
    for (const count of [1, 2]) {
      await studio.generate(() => studio.button(say("composer.generate")).click());
      await expect(studio.takes).toHaveCount(count);
      await studio.expectState("succeeded");
    }
    const opens = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)} 00:00`;
    const left = say("spending.usedUp", { window: "day", cap: CAP, opens });
    const usedUp = page.getByRole("status").filter({ hasText: left });
    await expect(usedUp).toBeVisible();

    await page.keyboard.press("Control+Enter");
    const refusal = { takes: 1, asked: "1.00", left: "0.00", window: "day", cap: CAP, later: "yes" };
    const words = say("problems.spendingCap", { ...refusal, opens: `${opens} UTC` });
    await expect(page.getByRole("alert").filter({ hasText: words })).toBeVisible();
    await expect(studio.prompt).toHaveValue(PROMPT);
    await expect(studio.takes).toHaveCount(2);
    expect((await upstream.ledger()).submits).toHaveLength(2);

    await studio.button(say("settings.title")).click();
    const charged = page.getByRole("dialog").getByRole("row", { name: new RegExp(`^${say("spending.spent")}`) });
    await expect(charged).toContainText(say("spending.usd", { amount: CAP }));
    await page.keyboard.press("Escape");

    await page.getByRole("link", { name: say("stage.openPage") }).click();
    await page.waitForURL("**/jobs/*");
    await expect(page.getByText(say("spending.usd", { amount: COST }), { exact: true })).toBeVisible();

    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${server.url}/models/${MODEL}`);
    await expect(usedUp).toBeInViewport();
  });
});
