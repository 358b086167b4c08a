import type { Page } from "@playwright/test";
import { makeTake } from "@/tests/support/browser/make-take";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { expect, test } from "@/tests/support/browser/test";

const PLAIN = "tencent/hunyuan/text-to-video";
const NINE = "happyhorse/happyhorse-1.0/reference-to-video";
const INPUT = { prompt: "A fox in the rain.", seed: 11, resolution: "480p", num_frames: 85 };

const seed = (studio: StudioPage) => studio.page.locator('[data-field="seed"] input').first();

/** Drops a file on a part of the page, as it comes from the desktop. */
async function drop(page: Page, target: string, { name, bytes }: { name: string; bytes: Buffer }): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, base64]) => {
      const dropped = new DataTransfer();
      const content = Uint8Array.from(atob(base64 ?? ""), (character) => character.charCodeAt(0));
      const type = fileName?.endsWith(".mp4") ? "video/mp4" : "application/json";
      dropped.items.add(new File([content], fileName ?? "", { type }));
      return dropped;
    },
    [name, bytes.toString("base64")],
  );
  await page.locator(target).dispatchEvent("dragover", { dataTransfer: data });
  await page.locator(target).dispatchEvent("drop", { dataTransfer: data });
}

test("a downloaded take rebuilds the form it was made with, from another model's page too", async ({
  studio,
  page,
}) => {
  const id = await makeTake(page.request, PLAIN, INPUT);
  const { job } = await (await page.request.get(`/api/jobs/${id}`)).json();
  const url: string = job.outputs[0].url;
  const stored = await (await page.request.get(url)).body();
  const bytes = await (await page.request.get(`${url}?download=1`)).body();
  expect(bytes.length).toBeGreaterThan(stored.length);

  await studio.open(NINE);
  await studio.prompt.fill("Mine");
  await expect(studio.button(studio.say("composer.undoStep"))).toBeEnabled();
  await drop(page, "body", { name: "take.mp4", bytes });
  await expect(page).toHaveURL(new RegExp(`/models/${PLAIN}$`));
  await expect(page.getByText(studio.say("composer.opened"), { exact: true })).toBeVisible();
  await expect(studio.prompt).toHaveValue(INPUT.prompt);
  await expect(seed(studio)).toHaveValue("11");
  await studio.button(studio.say("composer.undo")).click();
  await expect(studio.prompt).toHaveValue("");

  const json = Buffer.from(JSON.stringify({ modelId: PLAIN, jobId: id, input: { ...INPUT, prompt: "From a zip" } }));
  await drop(page, '[data-zone="takes"]', { name: "take.json", bytes: json });
  await expect(studio.prompt).toHaveValue("From a zip");
  await drop(page, '[data-zone="watch"]', { name: "holiday.mp4", bytes: stored });
  await expect(page.getByText(studio.say("openFile.noPlace", { name: "holiday.mp4" }))).toBeVisible();
  await expect(studio.prompt).toHaveValue("From a zip");

  const chooser = page.waitForEvent("filechooser");
  await studio.button(studio.say("openFile.button")).press("Enter");
  await (await chooser).setFiles({ name: "take.mp4", mimeType: "video/mp4", buffer: bytes });
  await expect(studio.prompt).toHaveValue(INPUT.prompt);
  await expect(page.getByText("holiday.mp4")).toHaveCount(0);

  await studio.button(studio.say("settings.title")).click();
  const dialog = page.getByRole("dialog", { name: studio.say("settings.title") });
  await dialog.getByRole("switch", { name: studio.say("downloadSetting.label") }).press("Space");
  await expect(dialog.getByRole("switch", { name: studio.say("downloadSetting.label") })).not.toBeChecked();
  expect((await (await page.request.get(`${url}?download=1`)).body()).equals(stored)).toBe(true);
  await studio.open(NINE);
  await expect(studio.prompt).toHaveValue("Mine");
});
