import type { BrowserContext, Page } from "@playwright/test";
import { ANY, like } from "@/tests/support/browser/say";
import { StudioPage } from "@/tests/support/browser/studio-page";
import { expect, test } from "@/tests/support/browser/test";

const MODEL = "tencent/hunyuan/text-to-video";
const ENDS_WITHIN_MS = 60_000;

/** How often each page has asked for what goes on. */
function countLooks(context: BrowserContext): Map<Page, number> {
  const looks = new Map<Page, number>();
  context.on("request", (request) => {
    if (!request.url().includes("/api/jobs?status=active")) return;
    const page = request.frame().page();
    looks.set(page, (looks.get(page) ?? 0) + 1);
  });
  return looks;
}

/** Takes of other journeys would be told of as well. */
test.beforeEach(async ({ request }) => {
  const active = async () => (await (await request.get("/api/jobs?status=active")).json()).jobs.length;
  await expect.poll(active, { timeout: ENDS_WITHIN_MS }).toBe(0);
});

const icon = (page: Page) => page.locator('link[rel~="icon"]').first();

test("one tab asks for both, and the other one is told of the end with a way to it", async ({
  studio,
  page,
  context,
}) => {
  const { say } = studio;
  const done = say("watch.titleDone", { count: 1 });
  const goingOn = new RegExp(
    `^(${say("watch.titleWaiting", { count: 1 })}|${say("watch.titleRendering", { count: 1 })}) · `,
  );
  const looks = countLooks(context);
  await studio.open(MODEL);
  // Who begins to watch last is the one that asks.
  await expect.poll(() => looks.get(page) ?? 0).toBeGreaterThan(0);
  const other = await context.newPage();
  await other.goto("/shares");
  const message = other.getByRole("status", { name: say("watch.label") });
  await expect.poll(() => looks.get(other) ?? 0).toBeGreaterThan(0);
  const before = looks.get(page) ?? 0;

  await page.getByRole("radio", { name: "480p" }).check();
  await studio.generateWithPrompt("A hill at dusk.");
  await expect(other).toHaveTitle(goingOn, { timeout: ENDS_WITHIN_MS });
  await expect(icon(other)).toHaveAttribute("href", /^data:image\/svg/);
  await expect(message).toContainText(like(say("watch.done", { take: ANY })), { timeout: ENDS_WITHIN_MS });
  await expect(other).toHaveTitle(`${done} · ${say("shares.listTitle")} · ${say("app.name")}`);
  expect(looks.get(page) ?? 0).toBe(before);
  expect(looks.get(other)).toBeGreaterThan(3);
  // Who looks at it is not told of it.
  await studio.expectState("succeeded");
  await expect(page.getByRole("status", { name: say("watch.label") })).toBeEmpty();

  await other.getByRole("link", { name: say("nav.models") }).click();
  // While the pointer is on it, it stays.
  await message.hover();
  await expect(other).toHaveTitle(`${done} · ${say("models.title")} · ${say("app.name")}`);
  await other.keyboard.press("n");
  await expect(message.getByRole("link", { name: say("watch.show") })).toBeFocused();
  await other.keyboard.press("Enter");
  await expect(other).toHaveURL(/\/jobs\/[\w-]+$/);
  await expect(message).toBeEmpty();
  await expect(other).toHaveTitle(/^[^✓]+$/);
  await expect(icon(other)).toHaveAttribute("href", /\/icon\.svg/);

  await other.close();
  await studio.generateWithPrompt("[fail] Not this one.");
  await studio.expectState("failed");
  expect(looks.get(page) ?? 0).toBeGreaterThan(before);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  /** A page that can be hidden, and notifications that are only noted down. */
  function stubBrowser() {
    const shown: string[] = [];
    class Noted {
      static permission = "granted";
      constructor(_title: string, options: { body: string }) {
        shown.push(options.body);
      }
      close() {}
    }
    Object.assign(window, { Notification: Noted, shown, isHidden: false });
    const isHidden = () => Reflect.get(window, "isHidden") === true;
    Object.defineProperty(document, "visibilityState", { get: () => (isHidden() ? "hidden" : "visible") });
  }

  test("a take that ends elsewhere is told above the tabs, and by a notification while nothing is in view", async ({
    page,
    context,
    locale,
  }) => {
    const studio = new StudioPage(page, locale ?? "en-US");
    const { say } = studio;
    await context.grantPermissions(["notifications"]);
    await page.addInitScript(stubBrowser);
    const shown = () => page.evaluate(() => Reflect.get(window, "shown") as string[]);
    const hide = (isHidden: boolean) =>
      page.evaluate((hidden) => {
        Object.assign(window, { isHidden: hidden });
        document.dispatchEvent(new Event("visibilitychange"));
      }, isHidden);
    const message = page.getByRole("status", { name: say("watch.label") });
    const panel = (name: "compose" | "watch") =>
      page.getByRole("navigation", { name: say("panels.label") }).getByRole("button", { name: say(`panels.${name}`) });

    await studio.open(MODEL);
    await studio.button(say("settings.title")).tap();
    await page.getByRole("switch", { name: say("watch.notify") }).check();
    await studio.button(say("composer.close")).tap();
    expect(await shown()).toEqual([say("watch.notifyFirst")]);

    await studio.lowestResolution.check();
    await studio.generateWithPrompt("Not in view.");
    await expect(panel("watch")).toHaveAttribute("aria-current", "true");
    await panel("compose").tap();
    await expect(message).toContainText(like(say("watch.done", { take: ANY })), { timeout: ENDS_WITHIN_MS });
    expect(await shown()).toHaveLength(1);
    await expect(async () => {
      const bar = await page.getByRole("navigation", { name: say("panels.label") }).boundingBox();
      const box = await message.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
    }).toPass();
    await message.getByRole("link").tap();
    await studio.expectState("succeeded");
    await expect(message).toBeEmpty();

    await panel("compose").tap();
    await hide(true);
    await studio.generateWithPrompt("[fail] Nobody is there.");
    await expect.poll(async () => (await shown()).length, { timeout: ENDS_WITHIN_MS }).toBe(2);
    expect((await shown())[1]).toContain(say("job.failed"));
    await hide(false);
    await expect(message).toBeEmpty();
  });
});
