import { execFileSync } from "node:child_process";
import AxeBuilder from "@axe-core/playwright";
import { LOCALE_NAMES } from "@/lib/i18n/locales";
import { makeRefusedTake } from "@/tests/support/browser/make-take";
import { wordsOf } from "@/tests/support/browser/say";
import { expect, test } from "@/tests/support/browser/test";

test.use({ viewport: { width: 1440, height: 900 } });

test("the settings lead to each part, export everything as a zip, and change the language in one click", async ({
  page,
  studio,
  request,
}) => {
  const { say } = studio;
  const id = await makeRefusedTake(request, "Taken along.");
  await page.goto("/shares");
  const settings = studio.button(say("settings.title"));
  await settings.press("Enter");
  const dialog = page.getByRole("dialog", { name: say("settings.title") });
  const parts = dialog.getByRole("navigation", { name: say("settings.parts") });
  await expect(dialog.getByText(say("settings.sandbox"), { exact: true })).toBeVisible();
  await parts.getByRole("button", { name: say("export.title"), exact: true }).press("Enter");
  await expect(dialog.getByRole("heading", { name: say("export.title"), exact: true })).toBeFocused();
  const exported = dialog.getByRole("region", { name: say("export.title"), exact: true });
  await expect(exported.getByText(/\d [kMG]?B/)).toBeVisible();
  expect((await new AxeBuilder({ page }).include("dialog").analyze()).violations).toEqual([]);

  const download = page.waitForEvent("download");
  await dialog.getByRole("link", { name: say("export.start"), exact: true }).press("Enter");
  const zip = await (await download).path();
  await expect(dialog.getByText(say("export.started"), { exact: true })).toBeVisible();
  expect(execFileSync("unzip", ["-t", zip], { encoding: "utf8" })).toContain("No errors detected");
  const names = execFileSync("unzip", ["-Z1", zip], { encoding: "utf8" }).trim().split("\n");
  expect(names.filter((name) => name.startsWith("takes/") && name.endsWith(`${id.slice(0, 8)}.json`))).toHaveLength(1);
  expect([names[0], names.at(-1)]).toEqual(["README.txt", "manifest.json"]);
  expect(execFileSync("unzip", ["-p", zip, "README.txt"], { encoding: "utf8" })).toContain(say("export.readme.trash"));

  const other = studio.language === "ko" ? "ja" : "ko";
  const there = wordsOf(other);
  await dialog.getByRole("radio", { name: LOCALE_NAMES[other], exact: true }).check();
  const translated = page.getByRole("dialog", { name: there("settings.title") });
  await expect(translated.getByText(there("settings.here"), { exact: true })).toBeVisible();
  await translated.getByRole("radio", { name: LOCALE_NAMES[studio.language], exact: true }).check();
  await expect(dialog.getByText(say("settings.here"), { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(settings).toBeFocused();
});

test("the settings fit on a phone, and show the keys and what this is", async ({ page, studio }) => {
  const { say } = studio;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/shares");
  await studio.button(say("settings.title")).click();
  const dialog = page.getByRole("dialog", { name: say("settings.title") });
  const part = (name: string) =>
    dialog.getByRole("navigation", { name: say("settings.parts") }).getByRole("button", { name, exact: true });
  await part(say("nav.keys")).click();
  await dialog.getByRole("button", { name: say("settings.showKeys"), exact: true }).click();
  const keys = page.getByRole("dialog", { name: say("keys.title"), exact: true });
  await expect(keys).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();

  await part(say("settings.about")).click();
  await expect(dialog.getByRole("heading", { name: say("settings.about"), exact: true })).toBeInViewport();
  await expect(dialog.getByText(/^Dailies \d+\.\d+\.\d+$/)).toBeVisible();
  expect(await dialog.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(false);
  expect((await new AxeBuilder({ page }).include("dialog").analyze()).violations).toEqual([]);
});
