import type { Page } from "@playwright/test";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { expect, test } from "@/tests/support/browser/test";
import { MARKER_KEY } from "@/tests/support/confined";
import { type Studio, startStudio } from "@/tests/support/studio";
import type { Fault } from "@/tests/support/upstream/script";
import { startUpstreamProcess, type UpstreamProcess } from "@/tests/support/upstream-process";

const MODEL = "tencent/hunyuan/text-to-video";
/** A key that is held repeats some 30 times in a second. */
const REPEATS = 8;
/** Not "Sending", which in some languages begins with the same letters. */
const generateName = (say: StudioPage["say"]) => new RegExp(`^${say("composer.generate")}( |$)`);

test.describe("with a key", () => {
  // A connection that breaks is what some of these are about.
  test.use({ expectedErrors: [/net::ERR_/] });
  let upstream: UpstreamProcess;
  let server: Studio;

  test.beforeAll(async () => {
    upstream = await startUpstreamProcess({ pace: { by: "polls", queued: 0, running: 0 } });
    server = await startStudio({ env: { RUNCOMFY_API_KEY: MARKER_KEY, RUNCOMFY_BASE_URL: upstream.url } });
  });
  test.afterAll(async () => {
    await server.stop();
    await server.clear();
    await upstream.stop();
  });

  const paid = async () => (await upstream.ledger()).submits.length;
  const sent = async () => (await upstream.ledger()).requests.filter(({ verb }) => verb === "submit").length;
  const next = (fault: Omit<Fault, "verb">) => upstream.setScript({ faults: [{ verb: "submit", ...fault }] });
  const generateOf = (page: Page, { say }: StudioPage) =>
    page.getByRole("form").getByRole("button", { name: generateName(say) });
  const open = async (page: Page, { prompt }: StudioPage, text: string) => {
    await page.goto(`${server.url}/models/${MODEL}`);
    await prompt.fill(text);
  };
  /** How many takes the studio has. */
  const takes = async (): Promise<number> =>
    (await (await fetch(`${server.url}/api/jobs?limit=200`)).json()).jobs.length;

  test("a double click, a held Enter and a held Ctrl+Enter make one take each", async ({ studio, page }) => {
    const before = { paid: await paid(), takes: await takes() };
    await open(page, studio, "A lamp swings in the wind.");
    const generate = generateOf(page, studio);
    await generate.dblclick();
    await expect.poll(paid).toBe(before.paid + 1);

    await generate.focus();
    for (let press = 0; press < REPEATS; press++) await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    await expect.poll(paid).toBe(before.paid + 2);
    // Until the answer has come, another press does nothing.
    await expect(generate).toHaveAccessibleName(generateName(studio.say));

    await studio.prompt.focus();
    await page.keyboard.down("Control");
    for (let press = 0; press < REPEATS; press++) await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    await page.keyboard.up("Control");
    await expect.poll(paid).toBe(before.paid + 3);
    await expect(generate).toHaveAccessibleName(generateName(studio.say));
    expect([await takes(), await paid()]).toEqual([before.takes + 3, before.paid + 3]);
  });

  test("a press in each of two tabs with the same draft makes two takes", async ({ studio, page, context }) => {
    const before = await paid();
    await open(page, studio, "A gate in the fog.");
    const draft = () => page.evaluate((id) => localStorage.getItem(`dailies:draft:${id}`) ?? "", MODEL);
    await expect.poll(draft).toContain("A gate in the fog.");
    const other = await context.newPage();
    await other.goto(`${server.url}/models/${MODEL}`);
    await expect(other.locator("textarea[data-prompt]")).toHaveValue("A gate in the fog.");
    await Promise.all([generateOf(page, studio).click(), generateOf(other, studio).click()]);
    await expect.poll(paid).toBe(before + 2);
    await other.close();
  });

  test("a connection that breaks before the answer is repeated under the same id and makes one take", async ({
    studio,
    page,
  }) => {
    const before = { paid: await paid(), takes: await takes() };
    await open(page, studio, "A bridge at night.");
    const ids: unknown[] = [];
    await page.route("**/api/jobs", async (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      ids.push(route.request().postDataJSON().clientRequestId);
      if (ids.length > 1) return route.fallback();
      await route.fetch();
      await route.abort("connectionreset");
    });
    await generateOf(page, studio).click();
    await expect.poll(() => ids.length).toBe(2);
    await studio.expectState("succeeded");
    expect(new Set(ids).size).toBe(1);
    expect([await takes(), await paid()]).toEqual([before.takes + 1, before.paid + 1]);
  });

  test("leaving the page while it is sent, and coming back, leaves one take and the other page's address alone", async ({
    studio,
    page,
  }) => {
    const before = { paid: await paid(), takes: await takes() };
    const seen: string[] = [];
    page.on("framenavigated", (frame) => seen.push(frame.url()));
    let leave: () => void = () => undefined;
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    await page.route("**/api/jobs", async (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      const response = await route.fetch();
      await left;
      await route.fulfill({ response });
    });
    await open(page, studio, "A train leaves.");
    await generateOf(page, studio).click();
    await expect.poll(paid).toBe(before.paid + 1);
    await page.getByRole("link", { name: studio.say("nav.gallery"), exact: true }).click();
    await page.waitForURL("**/gallery");
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    leave();
    await answered;
    await page.goBack();
    await studio.expectState("succeeded");
    await expect(studio.prompt).toHaveValue("A train leaves.");
    expect(seen.filter((url) => /gallery\?/.test(url))).toEqual([]);
    expect([await takes(), await paid()]).toEqual([before.takes + 1, before.paid + 1]);
  });

  test("what the service refuses is shown at its field, by mouse, on a phone and when it is reused", async ({
    studio,
    page,
  }) => {
    const { say } = studio;
    const words = say("composer.refusedByService", { message: "too dark" });
    const detail = [
      { loc: ["body", "prompt"], msg: "too dark" },
      { loc: ["body", "style"], msg: "not known" },
    ];
    const refusal = { answer: { status: 422, json: { detail } } };
    await open(page, studio, "A cellar.");
    await next(refusal);
    await generateOf(page, studio).click();
    await expect(studio.prompt).toBeFocused();
    await expect(studio.prompt).toHaveAttribute("aria-invalid", "true");
    await expect(studio.prompt).toHaveAccessibleDescription(words);
    await expect(studio.stage.getByText(/style: not known/)).toBeVisible();

    await studio.prompt.fill("A garden.");
    await expect(studio.prompt).not.toHaveAttribute("aria-invalid");
    await expect(page.getByText(words)).toBeHidden();

    await studio.button(say("job.correct")).click();
    await expect(studio.prompt).toHaveValue("A cellar.");
    await expect(studio.prompt).toBeFocused();
    await expect(studio.prompt).toHaveAccessibleDescription(words);

    await page.setViewportSize({ width: 390, height: 844 });
    await next(refusal);
    await generateOf(page, studio).click();
    await expect(studio.prompt).toBeInViewport();
    await expect(studio.prompt).toBeFocused();
    await expect(page.getByText(words)).toBeVisible();
  });

  test("an unconfirmed take is looked at for nothing, and submitted again by an answer to a question alone", async ({
    studio,
    page,
  }) => {
    const { say } = studio;
    await open(page, studio, "A boat at sea.");
    await next({ deliver: { how: "reset", after: "nothing" } });
    await generateOf(page, studio).click();
    await studio.expectState("unconfirmed");
    const before = { sent: await sent(), paid: await paid(), takes: await takes() };
    await studio.button(say("job.lookAgain")).click();
    await expect(
      studio.stage.getByRole("status").filter({ hasText: say("job.notAsked", { upstream: "runcomfy" }) }),
    ).toBeVisible();
    await expect(page.getByRole("link", { name: say("job.openAccount"), exact: true })).toBeVisible();

    const again = studio.stage.getByRole("button", { name: say("job.againMayPay"), exact: true });
    await again.focus();
    for (let press = 0; press < REPEATS; press++) await page.keyboard.down("Enter");
    const dialog = page.getByRole("dialog", { name: say("job.payTwiceTitle") });
    await expect(dialog).toBeVisible();
    for (let press = 0; press < REPEATS; press++) await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(again).toBeFocused();
    expect(await sent()).toBe(before.sent);

    await again.click();
    await dialog.getByRole("button", { name: say("job.againMayPay"), exact: true }).dblclick();
    await studio.expectState("succeeded");
    expect([await sent(), await paid()]).toEqual([before.sent + 1, before.paid + 1]);
    expect(await takes()).toBe(before.takes + 1);
  });
});
