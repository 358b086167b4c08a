import { modelWords } from "@/tests/support/browser/model-words";
import { wordsOf } from "@/tests/support/browser/say";
import { expect, test } from "@/tests/support/browser/test";

const MODEL = "happyhorse/happyhorse-1.0/image-to-video";

test.describe("a Korean browser", () => {
  test.use({ locale: "ko-KR" });

  test("is answered in Korean, from the form to the video", async ({ studio, page }) => {
    await studio.open();
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
    await studio.loadExample();
    await studio.prompt.fill("비 오는 골목에서 character1이 등불을 든다. 자전거가 지나간다. 여우가 돌아본다.");
    await studio.seconds.fill("3");
    await studio.generate();
    await studio.expectToPlay();
    const english = await page.getByText(/\b(Generate|Rendering|Takes|Settings|Download)\b/).count();
    expect(english).toBe(0);
  });

  test("is told in Korean what is wrong", async ({ studio, request }) => {
    await studio.open("tencent/hunyuan/text-to-video");
    await studio.prompt.fill("");
    await studio.generate();
    await expect(studio.prompt).toHaveAccessibleDescription(studio.say("issues.required"));
    const answer = await request.post("/api/jobs", {
      data: { modelId: "tencent/hunyuan/text-to-video", input: {} },
      headers: { "accept-language": "ko-KR,ko;q=0.9" },
    });
    expect(answer.status()).toBe(422);
    expect(JSON.stringify(await answer.json())).toMatch(/[가-힣]/);
  });
});

test("the language is chosen once, keeps what is written, and stays", async ({ studio, page, context }) => {
  const written = "A fox. 狐が振り返る。 여우가 돌아본다. 狐狸回頭。";
  const other = studio.language === "ja" ? "ko" : "ja";
  const words = wordsOf(other);
  const slot = (name: string) => page.getByRole("region", { name, exact: true });
  await studio.open(MODEL);
  await expect(slot(studio.model(MODEL).title("image_url"))).toBeVisible();
  await studio.prompt.fill(written);
  await page.evaluate(() => document.body.setAttribute("data-same-page", ""));
  await page.getByRole("combobox", { name: studio.say("nav.language"), exact: true }).selectOption(other);
  await expect(page.getByRole("link", { name: words("nav.gallery"), exact: true })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", other);
  await expect(slot(modelWords(MODEL, other).title("image_url"))).toBeVisible();
  await expect(page.locator("body")).toHaveAttribute("data-same-page");
  await expect(studio.prompt).toHaveValue(written);

  await page.goto("/gallery");
  await expect(page.locator("html")).toHaveAttribute("lang", other);
  await studio.open(MODEL);
  await expect(studio.prompt).toHaveValue(written);
  const refused = await context.request.get("/api/jobs/none");
  expect((await refused.json()).detail).toBe(words("problems.notFound"));
});
