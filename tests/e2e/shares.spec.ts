import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { makeSmallTake } from "@/tests/support/browser/make-take";
import { ANY, like } from "@/tests/support/browser/say";
import { expect, test } from "@/tests/support/browser/test";

const MODEL = "tencent/hunyuan/text-to-video";
const HOSTILE = `A harbour at night. "><script>document.title = "taken"</script>`;
const ALL = { prompt: true, settings: true, references: true, download: true };

let jobId = "";

test.beforeAll(async ({ request }) => {
  jobId = await makeSmallTake(request, HOSTILE);
});

/** Somebody else's browser: it shares nothing with the studio's. */
async function visit(browser: Browser, address: string, options: { javaScriptEnabled?: boolean } = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const response = await page.goto(address);
  return { page, context, status: response?.status() };
}

async function play(page: Page) {
  const video = page.locator("video").first();
  await video.evaluate((element) => {
    if (!(element instanceof HTMLVideoElement)) return undefined;
    element.muted = true;
    return element.play();
  });
  await expect.poll(() => video.evaluate((element) => (element as HTMLVideoElement).currentTime)).toBeGreaterThan(0.2);
}

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test("a take is shared, played by somebody else, and gone when its link is ended", async ({
  studio,
  page,
  browser,
}) => {
  const { say } = studio;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`/jobs/${jobId}`);
  await studio.button(say("shares.share")).click();
  const dialog = page.getByRole("dialog", { name: say("shares.dialogTitle", { count: 1 }) });
  await dialog.getByLabel(say("shares.title")).fill("Harbour, first light");
  await dialog.getByRole("switch", { name: say("shares.parts.settings") }).check();
  const seen = [say("shares.seesTakes", { count: 1 }), say("shares.seesPrompt"), say("shares.seesSettings")];
  const what = new Intl.ListFormat(studio.language).format(seen);
  await expect(dialog.getByText(say("shares.anyoneSees", { what }))).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole("button", { name: say("shares.make") }).click();
  const link = await dialog.getByLabel(say("shares.link"), { exact: true }).inputValue();
  await dialog.getByRole("button", { name: say("shares.copy") }).click();
  await expect(dialog.getByRole("status")).toHaveText(say("shares.copied"));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

  const visitor = await visit(browser, link);
  await expect(visitor.page.getByRole("heading", { level: 1 })).toHaveText("Harbour, first light");
  await expect(visitor.page).toHaveTitle("Harbour, first light");
  await expect(visitor.page.getByText(HOSTILE)).toBeVisible();
  await expect(visitor.page.getByRole("link", { name: say("shares.download") })).toHaveCount(0);
  await play(visitor.page);
  expect(await axe(visitor.page)).toEqual([]);

  await dialog.getByRole("link", { name: say("shares.allLinks") }).click();
  const row = page.getByRole("listitem").filter({ hasText: "Harbour, first light" });
  await expect(row).toContainText(say("shares.views", { count: 1 }));
  expect(await axe(page)).toEqual([]);
  await row.getByRole("button", { name: say("shares.endNamed", { title: "Harbour, first light" }) }).click();
  await expect(row.getByText(say("shares.endQuestion", { title: "Harbour, first light" }))).toBeVisible();
  await row.getByRole("button", { name: say("shares.endNow") }).click();
  await expect(page.getByRole("status").filter({ hasText: say("shares.ended") })).toBeVisible();
  await expect(row).toHaveCount(0);

  const again = await visitor.page.reload();
  expect(again?.status()).toBe(404);
  await expect(visitor.page.getByRole("heading")).toHaveText(say("shares.goneTitle"));
  for (const file of ["video", "poster", "sprite", "image", "data.json"]) {
    const answer = await page.request.get(`${link}/${file}`, { headers: { range: "bytes=0-3" } });
    expect(answer.status(), file).toBe(404);
  }
  await visitor.context.close();
});

test.describe(() => {
  // A password that is too short is refused by the studio, and Chromium notes every refusal.
  test.use({ expectedErrors: [/status of 422/] });

  test("by keyboard on a phone: the dialog is filled, sent, closed, and gives the focus back", async ({
    studio,
    page,
  }) => {
    const { say } = studio;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/jobs/${jobId}`);
    const opener = studio.button(say("shares.share"));
    await opener.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByLabel(say("shares.title"))).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    await expect(dialog.getByRole("radio", { name: say("shares.expiries.month") })).toBeChecked();
    await dialog.getByLabel(say("shares.password")).fill("short");
    await page.keyboard.press("Enter");
    await expect(dialog.getByText(say("issues.tooShort", { length: 5, min: 6 }))).toBeVisible();
    await page.keyboard.type("er than a song");
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("button", { name: say("shares.copy") })).toBeFocused();
    await expect(dialog.getByText(like(say("shares.knowersSee", { what: ANY })))).toBeVisible();
    const { scrollWidth, clientWidth } = await page.locator("html").evaluate((element) => element);
    expect(scrollWidth).toBe(clientWidth);
    await page.keyboard.press("Escape");
    await expect(opener).toBeFocused();
  });
});

test.describe("the page behind a link", () => {
  async function share(page: Page, path: string, body: object): Promise<string> {
    const made = await page.request.post(path, { data: body });
    expect(made.status()).toBe(201);
    return (await made.json()).url;
  }

  test("opens by its password without scripts, and says when it is wrong", async ({ studio, page, browser }) => {
    const { say } = studio;
    const link = await share(page, `/api/jobs/${jobId}/shares`, { password: "open sesame", shown: ALL });
    const visitor = await visit(browser, link, { javaScriptEnabled: false });
    const { page: door } = visitor;
    expect(await door.content()).not.toContain("A harbour at night");
    expect(await door.locator("meta[property^='og:'], meta[name^='twitter:']").count()).toBe(0);
    await door.getByLabel(say("shares.password")).fill("open says me");
    await door.getByRole("button", { name: say("shares.enter") }).click();
    await expect(door.getByRole("alert")).toHaveText(say("shares.wrong"));
    await door.getByLabel(say("shares.password")).fill("open sesame");
    await door.getByRole("button", { name: say("shares.enter") }).click();
    await expect(door).toHaveURL(link);
    await expect(door.getByText(HOSTILE)).toBeVisible();
    await expect(door.locator("video")).toHaveAttribute("controls", "");
    await expect(door.locator("video")).toHaveAttribute("preload", "none");
    const poster = await visitor.context.request.get((await door.locator("video").getAttribute("poster")) ?? "");
    expect(poster.status()).toBe(200);
    const [cookie] = await visitor.context.cookies(link);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict", path: new URL(link).pathname });
    await visitor.context.close();
  });

  test("shows takes side by side without scripts, with their letters", async ({ studio, page, browser, request }) => {
    const other = await makeSmallTake(request, "A hill at dusk.");
    const link = await share(page, "/api/shares", { jobIds: [other, jobId], shown: ALL });
    const visitor = await visit(browser, link, { javaScriptEnabled: false });
    const names = ["A", "B"].map((letter) => studio.say("shares.takeLetter", { letter }));
    await expect(visitor.page.getByRole("heading", { level: 2 })).toHaveText(names);
    await expect(visitor.page.getByRole("article").first()).toContainText("A hill at dusk.");
    await expect(visitor.page.locator("video")).toHaveCount(2);
    await visitor.context.close();
  });

  test("tells other programs what it is, and holds no id of the studio or the service", async ({ page, request }) => {
    const link = await share(page, `/api/jobs/${jobId}/shares`, { shown: ALL, title: HOSTILE });
    const { job } = await (await request.get(`/api/jobs/${jobId}`)).json();
    const answer = await request.get(link);
    const html = await answer.text();
    for (const secret of [jobId, job.requestId, job.outputs[0].assetId, MODEL, "/api/"])
      expect(html).not.toContain(secret);
    expect(html).not.toContain(`<script>document.title`);
    const [head = ""] = html.split("</head>");
    expect(head).toContain('<meta name="robots" content="noindex, nofollow"/>');
    expect(head).toContain(`<meta property="og:image" content="${link}/poster`);
    expect(head).toContain(`<meta name="twitter:player" content="${link}/video`);
    expect(head).toContain("&quot;&gt;&lt;script&gt;document.title");
    expect(answer.headers()).toMatchObject({
      "x-robots-tag": "noindex, nofollow, noarchive",
      "referrer-policy": "no-referrer",
      "x-frame-options": "DENY",
      "cache-control": "private, no-cache, no-store, max-age=0, must-revalidate",
    });
  });

  test("refuses an ended link as one that never was, to a person and to a machine", async ({ page, request }) => {
    const path = `/api/jobs/${jobId}/shares`;
    const revoked = await share(page, path, { shown: ALL });
    const { shares } = await (await request.get("/api/shares")).json();
    expect((await request.delete(`/api/shares/${shares[0].id}`)).status()).toBe(204);
    const expired = await share(page, path, { expires: new Date(Date.now() + 4_000).toISOString() });
    await expect.poll(async () => (await request.get(expired)).status()).toBe(404);
    const unknown = `${new URL(revoked).origin}/s/${"A".repeat(43)}`;
    const seen = async (address: string) => {
      const answer = await request.get(address);
      const { date: _, "x-request-id": __, ...headers } = answer.headers();
      return { status: answer.status(), headers, text: await answer.text() };
    };
    for (const file of ["", "/video", "/data.json", "/unlock"]) {
      const refusal = await seen(unknown + file);
      expect(refusal.status).toBe(404);
      expect(await seen(revoked + file)).toEqual(refusal);
      expect(await seen(expired + file)).toEqual(refusal);
    }
  });

  test("is in the visitor's language", async ({ page, browser }) => {
    const link = await share(page, `/api/jobs/${jobId}/shares`, {});
    for (const [locale, title] of Object.entries({ "ko-KR": "테이크", "ja-JP": "テイク", "zh-TW": "一個鏡次" })) {
      const context = await browser.newContext({ locale, javaScriptEnabled: false });
      const visitor = await context.newPage();
      await visitor.goto(link);
      await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(title);
      await context.close();
    }
  });
});
