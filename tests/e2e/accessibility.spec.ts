import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { makeRefusedTake, makeSmallTake } from "@/tests/support/browser/make-take";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { expect, test } from "@/tests/support/browser/test";

const MODEL = "tencent/hunyuan/text-to-video";

type Place = { name: string; go: (studio: StudioPage, page: Page) => Promise<unknown> };

const PLACES: Place[] = [
  { name: "the studio", go: (studio) => studio.open() },
  {
    name: "the studio with the example and everything unfolded",
    go: async (studio, page) => {
      await studio.open();
      await studio.loadExample();
      await expect(page.locator("[data-tile]")).toHaveCount(9);
      for (const fold of await page.locator("summary").all()) await fold.click();
    },
  },
  {
    name: "the studio with a refused form",
    go: async (studio) => {
      await studio.open(MODEL);
      await studio.prompt.fill("");
      await studio.generate();
      await expect(studio.prompt).toHaveAttribute("aria-invalid", "true");
    },
  },
  {
    name: "the studio with a failed take",
    go: async (studio) => {
      await studio.open(MODEL);
      await studio.generateWithPrompt("[refuse] Nothing to see.");
      await studio.expectState("failed");
    },
  },
  {
    name: "the choice of models",
    go: async (studio, page) => {
      await studio.open();
      await page.getByRole("button", { name: studio.say("composer.changeModel") }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "the list of keys",
    go: async (studio) => {
      await studio.open();
      await studio.button(studio.say("nav.keys")).click();
      await expect(studio.page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "the command palette",
    go: async (studio, page) => {
      await studio.open(MODEL);
      await studio.button(studio.say("palette.title")).click();
      await expect(page.getByRole("combobox", { name: studio.say("palette.search"), exact: true })).toBeFocused();
    },
  },
  { name: "the models", go: (_, page) => page.goto("/models") },
  { name: "a model's form by its address", go: (studio) => studio.open(MODEL) },
  { name: "the gallery", go: (_, page) => page.goto("/gallery") },
  { name: "the gallery with filters and a selection", go: selection },
  { name: "a gallery where nothing is found", go: (_, page) => page.goto("/gallery?q=nowhere&state=succeeded") },
  { name: "a collection", go: (_, page) => page.goto(`/gallery?collection=${hills}`) },
  { name: "the trash", go: (_, page) => page.goto("/gallery/trash") },
  { name: "a take's own page", go: (_, page) => page.goto(`/jobs/${dusk}`) },
  { name: "the choice of takes to compare", go: (_, page) => page.goto("/compare") },
  { name: "a comparison", go: (studio, page) => comparison(studio, page, "") },
  { name: "a wipe", go: (studio, page) => comparison(studio, page, "&mode=wipe") },
  { name: "a winner", go: (studio, page) => comparison(studio, page, `&mode=overlay&winner=${dawn}`) },
  { name: "the list of links", go: (_, page) => page.goto("/shares") },
  { name: "the page behind a link", go: (_, page) => page.goto(links.take) },
  { name: "the page behind a link to a comparison", go: (_, page) => page.goto(links.comparison) },
  { name: "the door of a link with a password", go: (_, page) => page.goto(links.locked) },
  { name: "a link that is gone", go: (_, page) => page.goto(`/s/${"A".repeat(43)}`) },
  { name: "a page that does not exist", go: (_, page) => page.goto("/jobs/nothing-here") },
];

let dusk = "";
let dawn = "";
let hills = "";
let links = { take: "", comparison: "", locked: "" };

test.beforeAll(async ({ request }) => {
  test.setTimeout(120_000);
  dusk = await makeSmallTake(request, "A hill at dusk.");
  dawn = await makeSmallTake(request, "A hill at dawn.");
  const deleted = await makeRefusedTake(request, "A hill at night.");
  expect((await request.delete(`/api/jobs/${deleted}`)).status()).toBe(204);
  const collected = await request.post("/api/collections", { data: { name: "Hills", jobIds: [dusk, dawn] } });
  hills = (await collected.json()).collection.id;
  const shown = { prompt: true, settings: true, references: true, download: true };
  const share = async (path: string, data: object): Promise<string> =>
    (await (await request.post(path, { data: { shown, ...data } })).json()).url;
  links = {
    take: await share(`/api/jobs/${dusk}/shares`, { title: "Dusk" }),
    comparison: await share("/api/shares", { jobIds: [dusk, dawn] }),
    locked: await share(`/api/jobs/${dusk}/shares`, { password: "open sesame" }),
  };
});

async function selection(studio: StudioPage, page: Page): Promise<void> {
  // A tile is a link until the page's scripts are there.
  await page.goto("/gallery?q=hill&state=succeeded", { waitUntil: "networkidle" });
  await page.locator(`[data-take="${dusk}"]`).click({ modifiers: ["ControlOrMeta"] });
  await expect(page.getByRole("region", { name: studio.say("bulk.label") })).toBeVisible();
}

/** Ready when its time line is as long as its videos. */
async function comparison(studio: StudioPage, page: Page, query: string): Promise<void> {
  await page.goto(`/compare?jobs=${dusk},${dawn}${query}`);
  await expect(page.getByRole("slider", { name: studio.say("compare.position") })).not.toHaveAttribute("max", "1");
}

/** The page in another theme, once its colours have changed. */
async function changeTheme(page: Page, colorScheme: "dark" | "light"): Promise<void> {
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
  const before = await ink();
  await page.emulateMedia({ colorScheme });
  await expect.poll(ink).not.toBe(before);
}

/** A theme is other colours, so that in the second one only these are looked at. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const found = await (rules ? axe.withRules(rules) : axe).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n")}`);
}

// A colour that is on its way to another one has a contrast of its own.
test.use({ colorScheme: "dark", contextOptions: { reducedMotion: "reduce" }, expectedErrors: [/status of 404/] });
for (const { name, go } of PLACES) {
  test(`${name} has nothing that axe finds, in the dark and in the light`, async ({ studio, page }) => {
    await go(studio, page);
    await page.waitForLoadState("networkidle");
    expect(await violations(page)).toEqual([]);
    await changeTheme(page, "light");
    expect(await violations(page, OF_COLOURS)).toEqual([]);
  });
}
