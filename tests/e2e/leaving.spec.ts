import type { Page, Request } from "@playwright/test";
import { makeRefusedTake } from "@/tests/support/browser/make-take";
import { expect, test } from "@/tests/support/browser/test";

const TEXT_ONLY = "tencent/hunyuan/text-to-video";

type Asked = { method: string; path: string; isPage: boolean };

/** Holds back what the browser asks for until `go` is called; `asked` once it has been. */
async function hold(page: Page, isHeld: (asked: Asked) => boolean) {
  let go = () => {};
  const allowed = new Promise<void>((resolve) => {
    go = resolve;
  });
  const asked = page.waitForRequest((request) => isHeld(askedBy(request)));
  await page.route("**", async (route, request) => {
    if (isHeld(askedBy(request))) await allowed;
    await route.fallback();
  });
  return { asked, go };
}

function askedBy(request: Request): Asked {
  const headers = request.headers();
  const isPage = headers.rsc !== undefined && headers["next-router-prefetch"] === undefined;
  return { method: request.method(), path: new URL(request.url()).pathname, isPage };
}

test("a link that is pressed while a take is sent leads where it says", async ({ studio, page }) => {
  await studio.open(TEXT_ONLY);
  const job = await hold(page, ({ method, path }) => method === "POST" && path === "/api/jobs");
  const gallery = await hold(page, ({ path, isPage }) => isPage && path === "/gallery");
  await studio.generateWithPrompt("[refuse] Somebody leaves.");
  await job.asked;
  await page.getByRole("link", { name: studio.say("nav.gallery"), exact: true }).click();
  await gallery.asked;
  job.go();
  await expect(studio.takes.first().getByText(studio.say("job.failed")).first()).toBeVisible();
  gallery.go();
  await expect(page).toHaveURL(/\/gallery$/);
  await expect(page.getByRole("main")).not.toHaveAttribute("data-panel");
});

test("from a take's page the newer and the older one are a press away", async ({ studio, page, request }) => {
  const older = await makeRefusedTake(request, "The older one.");
  const newer = await makeRefusedTake(request, "The newer one.");
  await page.goto(`/jobs/${older}`);
  await page.getByRole("link", { name: studio.say("job.newer"), exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/jobs/${newer}$`));
  await expect(page.getByRole("heading", { name: /The newer one\./ })).toBeVisible();
  await page.keyboard.press("]");
  await expect(page).toHaveURL(new RegExp(`/jobs/${older}$`));

  await page.setViewportSize({ width: 390, height: 844 });
  const link = page.getByRole("link", { name: studio.say("job.newer"), exact: true });
  await expect(link).toBeInViewport();
  await link.click();
  await expect(page).toHaveURL(new RegExp(`/jobs/${newer}$`));
});
