import { expect, test } from "@/tests/support/browser/test";

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

test("the language is chosen once and stays", async ({ studio, page }) => {
  await studio.open();
  const other = studio.language === "ja" ? "ko" : "ja";
  await page.getByRole("combobox", { name: studio.say("nav.language") }).selectOption(other);
  await expect(page.locator("html")).toHaveAttribute("lang", other);
  await page.goto("/gallery");
  await expect(page.locator("html")).toHaveAttribute("lang", other);
});
