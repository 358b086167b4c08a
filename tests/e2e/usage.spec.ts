import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@/tests/support/browser/test";

const DETAIL = "One browser or script may submit at most 9 takes in an hour.";

test("what is stored and left of the limits stands in the settings, by keyboard and on a phone", async ({
  page,
  studio,
}) => {
  const { say } = studio;
  await studio.open("tencent/hunyuan/text-to-video");
  const settings = studio.button(say("settings.title"));
  const dialog = page.getByRole("dialog", { name: say("settings.title") });
  await settings.press("Enter");
  const meter = dialog.getByRole("meter", { name: say("usage.meter") });
  await meter.scrollIntoViewIfNeeded();
  await expect(dialog.getByRole("heading", { name: say("usage.title"), exact: true })).toBeVisible();
  await expect(dialog.getByText(say("usage.jobsInHour"), { exact: true })).toBeVisible();
  expect((await new AxeBuilder({ page }).include("dialog").analyze()).violations).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(settings).toBeFocused();

  await page.setViewportSize({ width: 390, height: 844 });
  await settings.click();
  await meter.scrollIntoViewIfNeeded();
  await expect(meter).toBeInViewport();
  const isCut = await dialog.evaluate((element) => element.scrollWidth > element.clientWidth);
  expect(isCut).toBe(false);
});

test.describe("at a limit", () => {
  test.use({ expectedErrors: [/429 \(Too Many Requests\)/] });

  test("the composer says which one and when again, and keeps what was typed", async ({ page, studio }) => {
    await page.route("**/api/jobs", async (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      const problem = { type: "about:blank", title: "", status: 429, code: "tooMany", detail: DETAIL, requestId: "r" };
      const headers = { "retry-after": "60" };
      await route.fulfill({ status: 429, contentType: "application/problem+json", headers, json: problem });
    });
    await studio.open("tencent/hunyuan/text-to-video");
    await studio.generateWithPrompt("A fox in the snow.");
    await expect(page.getByRole("alert").filter({ hasText: DETAIL })).toBeVisible();
    await expect(studio.prompt).toHaveValue("A fox in the snow.");
    await expect(studio.generateButton).toBeEnabled();
  });
});
