import type { StudioPage } from "@/tests/support/browser/studio-page";
import { expect, test } from "@/tests/support/browser/test";
import { MARKER_KEY } from "@/tests/support/confined";
import { type Studio, startStudio } from "@/tests/support/studio";
import { startUpstreamProcess, type UpstreamProcess } from "@/tests/support/upstream-process";

const MODEL = "tencent/hunyuan/text-to-video";

test.describe("with a key", () => {
  let upstream: UpstreamProcess;
  let server: Studio;

  test.beforeAll(async () => {
    upstream = await startUpstreamProcess();
    server = await startStudio({ env: { RUNCOMFY_API_KEY: MARKER_KEY, RUNCOMFY_BASE_URL: upstream.url } });
  });
  test.afterAll(async () => {
    await server.stop();
    await server.clear();
    await upstream.stop();
  });

  const submits = async () => (await upstream.ledger()).submits.length;
  const open = async (studio: StudioPage) => {
    await studio.page.goto(`${server.url}/models/${MODEL}`);
    return studio.page.getByRole("region", { name: studio.say("takes.label") });
  };

  test("a preview costs nothing, is marked, and becomes one real take however often it is asked for", async ({
    studio,
    page,
  }) => {
    const takes = await open(studio);
    const { say } = studio;
    await studio.makeSmall();
    await studio.prompt.fill("A lamp swings in the wind.");
    await page.keyboard.press("Alt+Enter");
    await expect(takes.getByRole("button", { name: new RegExp(say("preview.mark")) })).toHaveCount(1);
    await expect(studio.stage.getByText(say("preview.mark"), { exact: true })).toBeVisible();
    await expect(studio.video).toBeVisible({ timeout: 60_000 });
    expect(await submits()).toBe(0);

    await studio.button(say("preview.submit")).dblclick();
    await expect(studio.takes).toHaveCount(2);
    await expect(studio.stage.getByText(say("preview.mark"), { exact: true })).toBeHidden();
    await expect.poll(submits).toBe(1);

    await takes.getByRole("button", { name: new RegExp(say("preview.mark")) }).click();
    await studio.button(say("preview.submit")).click();
    await expect(studio.stage.getByText(say("preview.mark"), { exact: true })).toBeHidden();
    await expect(studio.takes).toHaveCount(2);
    expect(await submits()).toBe(1);

    await takes.getByRole("button", { name: new RegExp(say("preview.mark")) }).click();
    await expect(studio.stage.getByText(say("preview.mark"), { exact: true })).toBeVisible();
    await page.getByRole("link", { name: say("stage.openPage") }).click();
    await page.waitForURL("**/jobs/*");
    await expect(page.getByRole("main").getByText(say("preview.mark"), { exact: true }).first()).toBeVisible();
    await expect(studio.button(say("preview.submit"))).toBeVisible();
  });

  test("several takes say how many are paid, are previewed for nothing, and are asked about from five on", async ({
    studio,
    page,
  }) => {
    const takes = await open(studio);
    const { say } = studio;
    const before = await submits();
    await studio.prompt.fill("A lamp swings in the wind.");
    await studio.button(say("variations.title")).click();
    await page.getByRole("radio", { name: say("variations.kinds.seeds"), exact: true }).click();
    const count = page.getByRole("spinbutton", { name: say("variations.seedCount") });
    const generate = (takes: number) =>
      studio.button(`${say("variations.generate", { count: takes })} · ${say("variations.paid", { count: takes })}`);

    await count.fill("5");
    await generate(5).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText(say("variations.confirmPaid", { count: 5 }))).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    expect(await submits()).toBe(before);

    await count.fill("2");
    await expect(generate(2)).toBeVisible();
    await page.getByRole("button", { name: say("preview.action"), exact: true }).click();
    const group = page.getByRole("region", {
      name: say("groups.label", { count: 2, model: studio.model(MODEL).name }),
    });
    await expect(group.getByText(say("preview.mark"), { exact: true })).toBeVisible();
    await expect(takes.getByText(say("preview.mark"), { exact: true }).first()).toBeVisible();
    expect(await submits()).toBe(before);

    await group.getByRole("button", { name: say("preview.submitAll") }).dblclick();
    await expect.poll(submits).toBe(before + 2);
    await expect(group.getByText(say("preview.mark"), { exact: true })).toBeHidden();
  });
});
