import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { makeRefusedTake, makeSmallTake } from "@/tests/support/browser/make-take";
import { ANY, like } from "@/tests/support/browser/say";
import { settledBox } from "@/tests/support/browser/taken-over";
import { expect, test } from "@/tests/support/browser/test";

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

async function expectNoSidewaysScroll(page: Page) {
  const { scrollWidth, clientWidth } = await page.locator("html").evaluate((element) => element);
  expect(scrollWidth).toBe(clientWidth);
}

let crow = "";
test.beforeAll(async ({ request }) => {
  crow = await makeSmallTake(request, "A crow on a wire.");
});

test("a collection is made, renamed, put in order by keys and by mouse, given a cover, and deleted without its takes", async ({
  studio,
  page,
  request,
}) => {
  const { say } = studio;
  const [rain, snow] = [await makeRefusedTake(request, "Rain."), await makeRefusedTake(request, "Snow.")];
  const name = "Night market";

  const listed = page.waitForResponse("**/api/collections");
  await page.goto("/gallery");
  await listed;
  const row = page.getByRole("region", { name: say("collections.label") });
  await row.getByRole("button", { name: say("collections.new") }).click();
  const asked = page.getByRole("dialog", { name: say("collections.new") });
  await asked.getByLabel(say("collections.name")).fill(name);
  await page.keyboard.press("Enter");
  await expect(row.getByRole("status")).toHaveText(say("collections.made", { name }));
  await expect(row.getByRole("button", { name: say("collections.new") })).toBeFocused();
  const { collections } = await (await request.get("/api/collections")).json();
  const id = collections.find((collection: { name: string }) => collection.name === name).id;
  await request.post("/api/jobs/bulk", {
    data: { ids: [crow, rain, snow], action: "addToCollection", collectionId: id },
  });
  await page.reload();
  await row.getByRole("link", { name: new RegExp(`${name}.*${say("collections.count", { count: 3 })}`) }).click();
  await expect(page).toHaveURL(new RegExp(`/gallery\\?collection=${id}$`));
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(name);

  await studio.button(say("collections.rename")).click();
  await page.getByLabel(say("collections.name")).fill("Day market");
  await page.keyboard.press("Enter");
  await expect(heading).toHaveText("Day market");

  const order = async () => {
    const { jobs } = await (await request.get(`/api/jobs?collectionId=${id}`)).json();
    return jobs.map((job: { id: string }) => job.id);
  };
  const opener = studio.button(say("collections.arrange"));
  await opener.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: say("collections.arrange") });
  const tile = (take: string) => dialog.locator(`[data-take="${take}"]`);
  await tile(crow).focus();
  for (const key of ["Space", "ArrowRight", "ArrowRight", "Space"]) await page.keyboard.press(key);
  await expect(dialog.getByText(say("collections.orderSaved"))).toBeVisible();
  await expect(tile(crow)).toBeFocused();
  expect(await order()).toEqual([rain, snow, crow]);

  const [to, from] = [await settledBox(tile(rain)), await settledBox(tile(crow))];
  await page.mouse.move(from.x + 20, from.y + 40);
  await page.mouse.down();
  await page.mouse.move(from.x - 20, from.y + 40, { steps: 4 });
  await page.mouse.move(to.x + 20, to.y + 40, { steps: 8 });
  await page.mouse.up();
  await expect.poll(order).toEqual([crow, rain, snow]);

  await tile(rain).click();
  await dialog.getByRole("button", { name: say("collections.makeCover") }).click();
  await expect(dialog.getByText(say("collections.coverSaved"), { exact: true })).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();
  expect(await axe(page)).toEqual([]);

  const zip = await page.getByRole("link", { name: say("collections.download") }).getAttribute("href");
  const file = await request.get(zip ?? "");
  expect([file.status(), file.headers()["content-type"]]).toEqual([200, "application/zip"]);

  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.goto(`/jobs/${crow}`);
  const line = page.getByRole("region", { name: say("collections.label") });
  await expect(line.getByRole("link", { name: "Day market" })).toBeVisible();
  await line.getByRole("button", { name: say("collections.change") }).click();
  await page.getByRole("checkbox", { name: "Day market" }).click();
  await expect(page.getByText(say("collections.removed", { name: "Day market" }), { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(line).toContainText(say("collections.inNone"));
  await expectNoSidewaysScroll(page);

  await page.goto(`/gallery?collection=${id}`);
  await studio.button(say("collections.delete")).click();
  const question = page.getByRole("dialog");
  await expect(question).toContainText(say("collections.deleteText", { name: "Day market", count: 2 }));
  await question.getByRole("button", { name: say("collections.delete") }).click();
  await expect(heading).toHaveText(say("gallery.title"));
  await expect(page.getByRole("link", { name: /Day market/ })).toHaveCount(0);
  for (const take of [crow, rain, snow]) expect((await request.get(`/api/jobs/${take}`)).status()).toBe(200);
});

test("a take goes to the trash, comes back, and is gone for good only after a question", async ({
  studio,
  page,
  request,
}) => {
  const { say } = studio;
  const [kept, gone, last] = [
    await makeRefusedTake(request, "Kept."),
    await makeRefusedTake(request, "Gone."),
    await makeRefusedTake(request, "Last."),
  ];
  const isThere = async (id: string) => (await request.get(`/api/jobs/${id}`)).status() === 200;

  // What is asked about a take while it goes would be refused, and Chromium notes every refusal.
  const answered = Promise.all(["with=collections", "/lineage"].map((part) => page.waitForResponse(`**${part}`)));
  await page.goto(`/jobs/${kept}`);
  await answered;
  await studio.button(say("job.delete")).click();
  const message = page.getByRole("status").filter({ hasText: say("trash.isIn") });
  // It stays while the pointer is on it.
  await message.hover();
  await expect(page).toHaveURL(/\/gallery$/);
  await expect(page.locator(`a[href="/jobs/${kept}"]`)).toHaveCount(0);
  await message.getByRole("button", { name: say("trash.undo") }).click();
  await expect(page.getByText(say("trash.isBack"), { exact: true })).toBeVisible();
  await expect(page.locator(`main a[href="/jobs/${kept}"]`)).toBeVisible();

  await page.goto(`/?take=${gone}`);
  await studio.stage.getByRole("button", { name: say("job.delete"), exact: true }).click();
  await expect(message).toBeVisible();
  await request.post("/api/jobs/bulk", { data: { ids: [kept, last], action: "trash" } });
  await page.setViewportSize({ width: 390, height: 844 });
  await message.getByRole("link", { name: say("trash.open") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("trash.title"));
  await expect(page.getByRole("link", { name: say("nav.gallery"), exact: true })).toHaveAttribute(
    "aria-current",
    "page",
  );
  const item = (text: string) => page.getByRole("listitem").filter({ hasText: text });
  await expect(item("Kept.")).toContainText(
    say("trash.goneIn", { when: new Intl.RelativeTimeFormat(studio.language).format(30, "day") }),
  );
  await expectNoSidewaysScroll(page);
  expect(await axe(page)).toEqual([]);

  await item("Kept.").getByRole("checkbox").check();
  await studio.button(say("trash.restoreChosen")).click();
  await expect(page.getByText(say("trash.restored", { count: 1 }), { exact: true })).toBeVisible();
  expect(await isThere(kept)).toBe(true);

  await item("Gone.")
    .getByRole("button", { name: like(say("trash.purgeNamed", { name: ANY })) })
    .click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: say("trash.purge") })
    .click();
  await expect(page.getByText(say("trash.purged"), { exact: true })).toBeVisible();
  await expect(item("Gone.")).toHaveCount(0);
  await expect(item("Last.")).toHaveCount(1);

  const { total } = await (await request.get("/api/trash?limit=1")).json();
  await studio.button(say("trash.emptyNow")).click();
  const question = page.getByRole("dialog");
  await expect(question).toContainText(say("trash.emptyText", { count: total }));
  await question.getByRole("button", { name: say("trash.emptyNow") }).click();
  await expect(page.getByText(say("trash.emptied", { count: total }), { exact: true })).toBeVisible();
  await expect(page.getByText(say("trash.empty"), { exact: true })).toBeVisible();
  expect([await isThere(kept), await isThere(last)]).toEqual([true, false]);
});
