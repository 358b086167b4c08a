import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser/test";

const MODEL = "tencent/hunyuan/text-to-video";

/** The page as its server drew it; what the returned function lets through are its scripts. */
async function openWithoutScripts(page: Page, address: string): Promise<() => void> {
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  return arrive;
}

test("what is pasted before the page's scripts are there can be read", async ({ studio, page }) => {
  const arrive = await openWithoutScripts(page, "/models/add");
  const box = page.getByRole("textbox", { name: studio.say("addModel.paste"), exact: true });
  await box.fill("A page of nothing.");
  await expect(studio.button(studio.say("addModel.read"))).toBeDisabled();
  arrive();
  await expect(studio.button(studio.say("addModel.read"))).toBeEnabled();
  await expect(box).toHaveValue("A page of nothing.");
});

test("what is entered before the page's scripts are there is what is sent and kept", async ({ studio, page }) => {
  const arrive = await openWithoutScripts(page, `/models/${MODEL}`);
  const field = (name: string) => page.locator(`[data-field="${name}"]`);
  await studio.prompt.fill("[refuse] A lamp swings in the wind.");
  await studio.lowestResolution.check();
  await field("aspect_ratio").getByRole("radio").last().check();
  await field("seed").getByRole("spinbutton").fill("77");
  arrive();
  await expect(studio.button(studio.say("composer.undoStep"))).toBeEnabled();

  const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/api/jobs"));
  await studio.generate();
  const { input } = (await sent).postDataJSON();
  expect(input).toMatchObject({
    prompt: "[refuse] A lamp swings in the wind.",
    resolution: "480p",
    aspect_ratio: "9:16",
    seed: 77,
  });
  await page.reload();
  await expect(field("seed").getByRole("spinbutton")).toHaveValue("77");
});
