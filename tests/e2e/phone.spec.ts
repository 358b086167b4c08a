import { expect, test } from "@/tests/support/browser/test";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test("a take is made and watched on a phone, one panel at a time", async ({ studio, page }) => {
  const panel = (name: "compose" | "watch" | "takes") =>
    page
      .getByRole("navigation", { name: studio.say("panels.label") })
      .getByRole("button", { name: studio.say(`panels.${name}`) });
  await studio.open();
  await panel("compose").tap();
  await expect(studio.stage).toBeHidden();
  await studio.loadExample();
  await studio.makeSmall();
  await expect(studio.generateButton).toBeInViewport();
  await studio.generate();
  await expect(panel("watch")).toHaveAttribute("aria-current", "true");
  await studio.expectToPlay();
  await panel("takes").tap();
  await studio.takes.first().getByRole("button").tap();
  await expect(studio.video).toBeVisible();
  await panel("compose").tap();
  await expect(studio.prompt).toBeVisible();
});

for (const path of ["/", "/models", "/gallery"]) {
  test(`${path} fits a phone without scrolling sideways`, async ({ page }) => {
    await page.goto(path);
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBe(window);
  });
}

test("what is touched is large enough", async ({ studio, page }) => {
  await studio.open();
  const small = await page.evaluate(() =>
    Array.from(document.querySelectorAll("button, a[href], select, summary"))
      .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
      // One pixel wide is what waits for the focus before it shows.
      .filter(({ box }) => box.width > 1 && (box.height < 24 || box.width < 24))
      .map(({ text, box }) => `${text}: ${box.width} × ${box.height}`),
  );
  expect(small).toEqual([]);
});
