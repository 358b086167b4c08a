import { ANY, like } from "@/tests/support/browser/say";
import { expect, test } from "@/tests/support/browser/test";

const MODEL = "tencent/hunyuan/text-to-video";

/** What a take says that went wrong: the sandbox is told by a word in the prompt what to do. */
const ENDS = [
  { word: "fail", state: "failed", error: "upstreamFailed" },
  { word: "refuse", state: "failed", error: "inputRefused" },
  { word: "balance", state: "failed", error: "balanceTooLow" },
  { word: "no-output", state: "failed", error: "noOutput" },
  { word: "reset", state: "unconfirmed", error: "outcomeUnknown" },
] as const;

for (const { word, state, error } of ENDS) {
  test(`[${word}] ends as ${state} and says what it means and what can be done`, async ({ studio }) => {
    await studio.open(MODEL);
    await studio.generateWithPrompt(`[${word}] A quiet street.`);
    await studio.expectState(state);
    await expect(studio.stage.getByText(studio.say(`jobErrors.${error}`, { upstream: "sandbox" }))).toBeVisible();
    await expect(studio.stage.getByText(studio.say("job.money", { kind: "free" }), { exact: true })).toBeVisible();
    await expect(studio.button(studio.say("job.again"))).toBeVisible();
    if (state !== "unconfirmed") return;
    await studio.button(studio.say("job.lookAgain")).click();
    await expect(studio.stage.getByText(studio.say("job.notAsked", { upstream: "sandbox" }))).toBeVisible();
  });
}

test("a queued take can be cancelled, and says that nothing was made", async ({ studio, page }) => {
  await studio.open(MODEL);
  await studio.generateWithPrompt("[queue] Soon gone.");
  await studio.expectState("queued");
  await studio.button(studio.say("job.cancel")).click();
  await expect(studio.stage.getByText(studio.say("job.cancelledTitle"), { exact: true })).toBeVisible();
  await expect(studio.stage.getByText(studio.say("job.cancelledText"), { exact: true })).toBeVisible();
  await page.reload();
  await studio.expectState("cancelled");
});

test("a busy service is waited for, and the wait is shown", async ({ studio }) => {
  await studio.open(MODEL);
  await studio.generateWithPrompt("[busy] [fail] Third time lucky.");
  await expect(studio.stage.getByText(like(studio.say("job.retryAt", { time: ANY })))).toBeVisible();
  await studio.expectState("failed");
});

test("a missing value is named beside its field and nothing is sent", async ({ studio, page }) => {
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
  await studio.open(MODEL);
  await studio.prompt.fill("");
  await studio.generate();
  await expect(studio.prompt).toBeFocused();
  await expect(studio.prompt).toHaveAttribute("aria-invalid", "true");
  await expect(studio.prompt).toHaveAccessibleDescription(studio.say("issues.required"));
  expect(posts).toEqual([]);
});
