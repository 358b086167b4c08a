import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { makeTake } from "@/tests/support/browser/make-take";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { expect, test } from "@/tests/support/browser/test";

type Place = { name: string; go: (studio: StudioPage, page: Page) => Promise<unknown> };

const PLACES: Place[] = [
  { name: "the studio", go: (studio) => studio.open() },
  {
    name: "the studio with the example and everything unfolded",
    go: async (studio, page) => {
      await studio.open();
      await studio.loadExample();
      for (const fold of await page.locator("summary").all()) await fold.click();
    },
  },
  {
    name: "the studio with a refused form",
    go: async (studio) => {
      await studio.open("tencent/hunyuan/text-to-video");
      await studio.prompt.fill("");
      await studio.generate();
      await expect(studio.prompt).toHaveAttribute("aria-invalid", "true");
    },
  },
  {
    name: "the studio with a failed take",
    go: async (studio) => {
      await studio.open("tencent/hunyuan/text-to-video");
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
    },
  },
  { name: "the models", go: (_, page) => page.goto("/models") },
  { name: "the gallery", go: (_, page) => page.goto("/gallery") },
  { name: "a take's own page", go: (_, page) => page.goto(`/jobs/${doneJobId}`) },
  { name: "a page that does not exist", go: (_, page) => page.goto("/jobs/nothing-here") },
];

let doneJobId = "";

test.beforeAll(async ({ request }) => {
  doneJobId = await makeTake(request, "tencent/hunyuan/text-to-video", { prompt: "A hill at dusk." });
});

for (const scheme of ["dark", "light"] as const) {
  test.describe(`in the ${scheme}`, () => {
    test.use({ colorScheme: scheme, expectedErrors: [/status of 404/] });
    for (const { name, go } of PLACES) {
      test(`${name} has nothing that axe finds`, async ({ studio, page }) => {
        await go(studio, page);
        await page.waitForLoadState("networkidle");
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n")}`)).toEqual([]);
      });
    }
  });
}
