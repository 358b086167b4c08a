import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { addressesOf, spellingsOf } from "@/tests/support/addresses";
import type { StudioPage } from "@/tests/support/browser/studio-page";
import { takenOver } from "@/tests/support/browser/taken-over";
import { test as base, expect } from "@/tests/support/browser/test";
import { startStudio } from "@/tests/support/studio";

const PASSWORD = "open sesame, please";

/** A studio that asks who one is. */
const test = base.extend<object, { studioUrl: string }>({
  studioUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const studio = await startStudio({ env: { STUDIO_PASSWORD: PASSWORD } });
      await use(studio.url);
      await studio.stop();
      await studio.clear();
    },
    { scope: "worker", timeout: 90_000 },
  ],
});
// What a browser says of an answer that refuses.
test.use({ expectedErrors: [/401 \(Unauthorized\)/] });

/** Without anything, as Next's own scripts ask, and with words that open nothing. */
const STRANGERS: Record<string, string>[] = [
  {},
  { rsc: "1" },
  { authorization: "Bearer wrong", cookie: "dailies_session=wrong" },
];

async function signIn(page: Page, { say }: StudioPage, password = PASSWORD) {
  await page.getByLabel(say("shares.password")).fill(password);
  await page.getByRole("button", { name: say("signIn.enter") }).click();
}

test("a visitor signs in, gives a script a token, puts another browser out, and signs out", async ({
  page,
  browser,
  playwright,
  studio,
  studioUrl,
}) => {
  const { say } = studio;
  await page.goto("/gallery?rating=4");
  await expect(page).toHaveURL(`/login?next=${encodeURIComponent("/gallery?rating=4")}`);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await signIn(page, studio, "not the password");
  await expect(page.getByRole("alert").filter({ hasText: say("shares.wrong") })).toBeVisible();
  await signIn(page, studio);
  await expect(page).toHaveURL("/gallery?rating=4");
  await page.waitForLoadState();
  await takenOver(page);

  const other = await browser.newContext({ baseURL: studioUrl });
  const elsewhere = await other.newPage();
  await elsewhere.goto("/shares");
  await signIn(elsewhere, studio);
  await expect(elsewhere.getByRole("heading", { level: 1 })).toBeVisible();

  await page.getByRole("button", { name: say("settings.title") }).click();
  const settings = page.getByRole("dialog", { name: say("settings.title") });
  await expect(settings.getByText(say("access.thisBrowser"), { exact: true })).toBeVisible();
  await settings.getByLabel(say("access.tokenName")).fill("Night shift");
  await settings.getByRole("button", { name: say("access.makeToken") }).click();
  const word = await settings.getByLabel(say("access.word"), { exact: true }).inputValue();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const script = await playwright.request.newContext({
    baseURL: studioUrl,
    extraHTTPHeaders: { authorization: `Bearer ${word}` },
  });
  expect((await script.get("/api/jobs")).status()).toBe(200);
  expect((await script.post("/api/jobs", { data: {} })).status()).toBe(403);
  await settings.getByRole("button", { name: say("access.removeToken", { name: "Night shift" }) }).click();
  await expect.poll(async () => (await script.get("/api/jobs")).status()).toBe(401);
  await script.dispose();

  await settings.getByRole("button", { name: say("access.endSession") }).click();
  await expect(settings.getByRole("button", { name: say("access.endSession") })).toHaveCount(0);
  await elsewhere.getByRole("link", { name: say("nav.gallery") }).click();
  await expect(elsewhere).toHaveURL(/\/login/);
  await other.close();

  await settings.getByRole("button", { name: say("access.signOut") }).click();
  await expect(page).toHaveURL("/login");
  await page.goto("/");
  await expect(page).toHaveURL(/\/login\?next=%2F$/);
});

test("a page that is open when its session ends says so, and leads back to where it was", async ({
  page,
  context,
  studio,
}) => {
  const { say } = studio;
  await page.goto("/login?next=%2Fshares");
  await signIn(page, studio);
  await expect(page).toHaveURL("/shares");
  // What listens for the end of a session is loaded after the page.
  await page.waitForLoadState("networkidle");
  await takenOver(page);
  await context.clearCookies();
  await page.getByRole("button", { name: say("settings.title") }).click();
  const out = page.getByRole("alert").filter({ hasText: say("access.signedOut") });
  await expect(out).toBeVisible();
  const settings = page.getByRole("dialog", { name: say("settings.title") });
  await expect(settings).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(settings).toBeHidden();
  await out.getByRole("link", { name: say("access.signIn") }).click();
  await expect(page).toHaveURL("/login?next=%2Fshares");
});

test("no address shows or changes anything for a stranger, however it is spelled", async ({
  playwright,
  studioUrl,
}) => {
  const owner = await playwright.request.newContext({ baseURL: studioUrl });
  await owner.post("/api/session", { form: { password: PASSWORD } });
  const input = { prompt: "marker-of-a-private-prompt [refuse]" };
  const made = await owner.post("/api/jobs", { data: { modelId: "tencent/hunyuan/text-to-video", input } });
  const { job } = await made.json();
  const before = await (await owner.get(`/api/jobs/${job.id}`)).json();

  const stranger = await playwright.request.newContext({ baseURL: studioUrl });
  const open: string[] = [];
  const addresses = addressesOf("app", job.id);
  expect(addresses.length).toBeGreaterThan(40);
  for (const { path, method } of addresses.flatMap(spellingsOf)) {
    const tried = STRANGERS.map(async (headers) => {
      const answer = await stranger.fetch(`${studioUrl}${path}`, { method, headers, maxRedirects: 0 });
      // What Next sends to its own scripts has the status in its content, as a way to the form or as "not found".
      const isForScripts = answer.headers()["content-type"]?.startsWith("text/x-component");
      const isRefused = isForScripts || answer.status() >= 300;
      if (!isRefused || (await answer.text()).includes("marker-of")) open.push(`${method} ${path}: ${answer.status()}`);
    });
    await Promise.all(tried);
  }
  expect(open).toEqual([]);
  expect(await (await owner.get(`/api/jobs/${job.id}`)).json()).toMatchObject({
    job: { status: before.job.status, input },
  });
  expect((await (await owner.get("/api/jobs")).json()).jobs).toHaveLength(1);
  await stranger.dispose();
  await owner.dispose();
});
