import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@/tests/support/browser/test";

const DATA = "lib/models/data";
const names = readdirSync(DATA).filter((name) => name.endsWith(".json"));
const models = names.map((name): { id: string } => JSON.parse(readFileSync(`${DATA}/${name}`, "utf8")));

for (const { id } of models) {
  test(`${id}: the example becomes a take that plays and is still there after a reload`, async ({ studio, page }) => {
    await studio.open(id);
    await studio.loadExample();
    await studio.makeSmall();
    await studio.generate();
    await studio.expectState("running");
    await studio.expectToPlay();
    const source = await studio.video.getAttribute("src");

    await page.reload();
    await expect(studio.video).toHaveAttribute("src", source ?? "");
    await studio.expectToPlay();
  });
}

test("a reload in the middle of a job restores the job and the form", async ({ studio, page }) => {
  await studio.open(PROMPT_ONLY);
  const prompt = "[queue] A lamp swings in the wind. Nobody is there.";
  await studio.generateWithPrompt(prompt);
  await studio.expectState("queued");
  await page.reload();
  await studio.expectState("queued");
  await expect(studio.prompt).toHaveValue(prompt);
  await studio.button(studio.say("job.cancel")).click();
  await studio.expectState("cancelled");
});

test("pressing Generate twice at once makes one take", async ({ studio, request }) => {
  const word = `once${Date.now().toString(36)}`;
  await studio.open(PROMPT_ONLY);
  await studio.prompt.fill(`[queue] A take ${word}.`);
  await studio.generate(() => studio.generateButton.dblclick());
  await studio.expectState("queued");
  expect((await (await request.get(`/api/jobs?q=${word}`)).json()).jobs).toHaveLength(1);
  await studio.button(studio.say("job.cancel")).click();
  await studio.expectState("cancelled");
});

test("choosing a take does not touch the composer, reusing it does and can be undone", async ({ studio }) => {
  await studio.open(PROMPT_ONLY);
  await studio.generateWithPrompt("[refuse] The first one.");
  await studio.expectState("failed");
  await studio.prompt.fill("Something new.");
  await studio.takes.first().getByRole("button").click();
  await expect(studio.prompt).toHaveValue("Something new.");
  await studio.button(studio.say("job.correct")).click();
  await expect(studio.prompt).toHaveValue("[refuse] The first one.");
  await studio.button(studio.say("composer.undo")).click();
  await expect(studio.prompt).toHaveValue("Something new.");
});

const PROMPT_ONLY = "tencent/hunyuan/text-to-video";
