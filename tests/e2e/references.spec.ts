import type { Page } from "@playwright/test";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { expect, test } from "@/tests/support/browser/test";

const NINE = "happyhorse/happyhorse-1.0/reference-to-video";
const picture = (name: string) => `public/samples/${name}.webp`;

/** What a drop or a paste carries, made in the page: one of the studio's own pictures under another name. */
async function transfer(page: Page, sample: string) {
  return page.evaluateHandle(async (name) => {
    const data = new DataTransfer();
    const bytes = await (await fetch(`/samples/${name}.webp`)).blob();
    data.items.add(new File([bytes], `${name}.webp`, { type: "image/webp" }));
    return data;
  }, sample);
}

function form(studio: StudioPage) {
  return studio.page.getByRole("form", { name: studio.say("composer.title") });
}

test("references are chosen, dropped, pasted and given by address, and are sent in their order", async ({
  studio,
  page,
}) => {
  await studio.open(NINE);
  const files = page.locator('input[type="file"]');
  const count = (taken: number) => page.getByText(studio.say("media.count", { count: taken, max: 9 }), { exact: true });
  await files.setInputFiles([picture("lead"), picture("fox")]);
  await expect(count(2)).toBeVisible();
  await form(studio).dispatchEvent("drop", { dataTransfer: await transfer(page, "coat") });
  await expect(count(3)).toBeVisible();
  await pasteInto(page, "scarf");
  await expect(count(4)).toBeVisible();
  await studio.button(studio.say("media.byAddress")).click();
  await page.getByRole("textbox", { name: studio.say("media.address") }).fill("https://example.com/rain.png");
  await studio.button(studio.say("media.useAddress")).click();
  await expect(count(5)).toBeVisible();
  await studio.button(studio.say("media.remove", { name: "character2" })).click();
  await expect(count(4)).toBeVisible();
  await expect(form(studio).getByText("1024 × 1280")).toHaveCount(3);
  await expect(form(studio).getByText(studio.say("media.ready"), { exact: true })).toHaveCount(4, { timeout: 60_000 });

  const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/api/jobs"));
  await studio.generateWithPrompt("[queue] character1 waits.");
  const { input } = (await sent).postDataJSON();
  expect(Object.keys(input).filter((key) => key.startsWith("image_url"))).toEqual(
    [1, 2, 3, 4].map((n) => `image_url_${n}`),
  );
  const assets = [input.image_url_1, input.image_url_2, input.image_url_3].map((ref: string) =>
    ref.replace("asset:", ""),
  );
  expect(new Set(assets).size).toBe(3);
  for (const id of assets)
    expect((await page.request.get(`/api/assets/${id}`)).headers()["content-type"]).toBe("image/webp");
  expect(input.image_url_4).toBe("https://example.com/rain.png");
  await studio.button(studio.say("job.cancel")).click();
  await studio.expectState("cancelled");
});

test.describe("a file that is no picture", () => {
  test("is refused in words, and nothing is sent until it is gone", async ({ studio, page }) => {
    await studio.open(NINE);
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: "notes.png", mimeType: "image/png", buffer: Buffer.from("not a picture at all") });
    await expect(form(studio).getByText(studio.say("media.refused"), { exact: true })).toBeVisible();
    await studio.prompt.fill("character1 waits.");
    await studio.generate();
    await expect(page.getByRole("alert").getByText(studio.say("composer.refusedFiles"))).toBeVisible();
    await studio.button(studio.say("media.remove", { name: "character1" })).click();
    await expect(form(studio).getByText(studio.say("media.refused"), { exact: true })).toBeHidden();
  });
});

async function pasteInto(page: Page, sample: string): Promise<void> {
  const data = await transfer(page, sample);
  await page
    .locator("textarea[data-prompt]")
    .evaluate(
      (target, clipboardData) =>
        target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })),
      data,
    );
}
