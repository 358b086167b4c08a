import type { Page } from "@playwright/test";
import { makeSmallTake } from "@/tests/support/browser/make-take";
import { expect, test } from "@/tests/support/browser/test";

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": expect.stringContaining("camera=()"),
};
const PAGE = /^default-src 'none';.* script-src 'nonce-([\w+/]+=*)' 'strict-dynamic'; style-src 'self' 'nonce-\1';/;
const ANSWER = /^default-src 'none'; .*; sandbox$/;
const STILL = /^default-src 'none'; (?!.*script-src)/;
const ELSEWHERE = "http://elsewhere.test/picture.png";

let jobId = "";
let assetId = "";
let link = "";

test.beforeAll(async ({ request }) => {
  jobId = await makeSmallTake(request, "A harbour at night.");
  const { job } = await (await request.get(`/api/jobs/${jobId}`)).json();
  assetId = job.outputs[0].assetId;
  const shown = { prompt: true, settings: true, references: false, download: false };
  const made = await request.post(`/api/jobs/${jobId}/shares`, { data: { shown } });
  link = new URL((await made.json()).url).pathname;
});

test("every page and every answer carries the headers of its kind", async ({ request }) => {
  const table: [path: string, policy: RegExp, referrer: string][] = [
    ["/", PAGE, "same-origin"],
    ["/models", PAGE, "same-origin"],
    ["/gallery", PAGE, "same-origin"],
    ["/gallery/trash", PAGE, "same-origin"],
    ["/compare", PAGE, "same-origin"],
    ["/shares", PAGE, "same-origin"],
    [`/jobs/${jobId}`, PAGE, "same-origin"],
    ["/no/such/page", PAGE, "same-origin"],
    [link, PAGE, "no-referrer"],
    [`${link}/video`, ANSWER, "no-referrer"],
    [`${link}/data.json`, ANSWER, "no-referrer"],
    ["/s/nothing", /^default-src 'none';.* style-src 'sha256-[^']+'$/, "no-referrer"],
    ["/api/health", ANSWER, "same-origin"],
    ["/api/jobs/nothing", ANSWER, "same-origin"],
    ["/api/jobs?limit=none", ANSWER, "same-origin"],
    [`/api/assets/${assetId}`, ANSWER, "same-origin"],
    [`/api/assets/${assetId}/poster`, ANSWER, "same-origin"],
    [`/api/downloads?jobs=${jobId}`, ANSWER, "same-origin"],
    ["/sandbox/v1/nothing", ANSWER, "same-origin"],
    ["/samples/fox.webp", STILL, "same-origin"],
    ["/ticker.js", STILL, "same-origin"],
    ["/favicon.ico", STILL, "same-origin"],
    ["/_next/static/nothing", STILL, "same-origin"],
  ];
  for (const [path, policy, referrer] of table) {
    const answer = await request.get(path);
    const headers = answer.headers();
    expect(headers, path).toMatchObject({ ...EVERYWHERE, "referrer-policy": referrer });
    expect(headers["content-security-policy"], path).toMatch(policy);
    expect(headers["content-security-policy"], path).not.toMatch(/unsafe|https?:|\*|,/);
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
  }
});

test("the icon is there by the name that browsers guess", async ({ request }) => {
  const answer = await request.get("/favicon.ico");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toContain("image/svg+xml");
});

test("each page has a nonce of its own, which all its inline code carries, and no style attribute", async ({
  request,
}) => {
  const nonces = new Set<string>();
  for (const path of ["/", "/", `/?take=${jobId}`, "/gallery", `/jobs/${jobId}`, "/compare", link]) {
    const answer = await request.get(path);
    const [, nonce = ""] = PAGE.exec(answer.headers()["content-security-policy"] ?? "") ?? [];
    nonces.add(nonce);
    const html = await answer.text();
    const inline = html.match(/<(script|style)(?![^>]*\ssrc=)[^>]*>/g) ?? [];
    expect(inline.length, path).toBeGreaterThan(0);
    expect(
      inline.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
      path,
    ).toEqual([]);
    expect(html.match(/<[a-z][^<>]*\sstyle="/g), path).toBeNull();
  }
  expect(nonces.size).toBe(7);
});

test("a link from another site opens the studio", async ({ page, studioUrl }) => {
  await page.route("http://elsewhere.test/", (route) =>
    route.fulfill({ contentType: "text/html", body: `<a href="${studioUrl}/gallery">Dailies</a>` }),
  );
  await page.goto("http://elsewhere.test/");
  await page.getByRole("link").click();
  await expect(page).toHaveURL(`${studioUrl}/gallery`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test.describe("what gets into a page", () => {
  test.use({ breaksPolicy: true, expectedErrors: [/Content Security Policy|sandboxed/i] });

  /** The page as if somebody's text had come into it as markup. */
  async function openWith(page: Page, address: string, markup: string): Promise<string[]> {
    const asked: string[] = [];
    await page.route(/elsewhere/, (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    await page.route(address, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace("</body>", `${markup}</body>`);
      await route.fulfill({ response: answer, body });
    });
    await page.goto(address);
    return asked;
  }

  for (const kind of ["the gallery", "a link's page"]) {
    test(`into ${kind} runs no script, sets no style and asks no other site`, async ({ page, studioUrl }) => {
      const asked = await openWith(
        page,
        studioUrl + (kind === "the gallery" ? "/gallery" : link),
        `<script>window.taken = 1</script><script nonce="guess">window.taken = 2</script>
         <script src="/api/health"></script><a id="a" href="javascript:window.taken = 3">a</a>
         <img alt="" src="${ELSEWHERE}" onerror="window.taken = 4"><base href="http://elsewhere.test/">
         <p id="p" style="color: rgb(1, 2, 3)">p</p><style>p { background: rgb(4, 5, 6) !important }</style>
         <iframe title="f" src="/gallery"></iframe><object data="/api/health"></object>`,
      );
      await page.locator("#a").dispatchEvent("click");
      await expect(page.locator("#p")).not.toHaveCSS("color", "rgb(1, 2, 3)");
      await expect(page.locator("#p")).not.toHaveCSS("background-color", "rgb(4, 5, 6)");
      expect(await page.evaluate(() => "taken" in window)).toBe(false);
      expect(await page.evaluate(() => document.baseURI)).toBe(page.url());
      expect(asked).toEqual([]);
    });
  }

  test("a stored picture that is opened by itself is seen, and has no origin", async ({ page }) => {
    await page.goto(`/api/assets/${assetId}/poster`);
    await expect(page.getByRole("img")).toBeVisible();
    expect(await page.evaluate(() => window.origin)).toBe("null");
  });
});
