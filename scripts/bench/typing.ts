import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Locator, type Page } from "@playwright/test";
import { launchArguments } from "../test/browser";
import { addBareTextarea, watchPaints, watchReact } from "./in-page";
import { median } from "./latency";

const PROMPT_LENGTH = 4_800;
const REFERENCES = 9;
const BLOCKS = 24;
const KEYS_A_BLOCK = 20;
/** Frames as soon as they are ready: else every time is rounded up to the next one. */
const UNTHROTTLED = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

export type Typing = {
  promptMs: number;
  bareMs: number;
  commitsAKey: number;
  commitsOutsideAKey: number;
};

/** Key strokes in the middle of a long prompt with nine references, in turns with a bare textarea on the same page. */
export async function typingTimes(studioUrl: string, modelId: string, executablePath: string): Promise<Typing> {
  const browser = await chromium.launch({ executablePath, args: [...launchArguments(), ...UNTHROTTLED] });
  try {
    const page = await openForm(browser, `${studioUrl}/models/${modelId}`);
    const prompt = page.locator("textarea[data-prompt]");
    await prompt.evaluate(addBareTextarea);
    const bare = page.locator("textarea[data-bare]");
    await page.evaluate(watchPaints);
    await typeBlock(page, prompt);
    await typeBlock(page, bare);
    await page.evaluate(() => Object.assign(window.measures, { commits: 0, commitsOutside: 0 }));

    const [inPrompt, inBare]: [number[], number[]] = [[], []];
    for (let block = 0; block < BLOCKS; block += 1) {
      inPrompt.push(...(await typeBlock(page, prompt)));
      inBare.push(...(await typeBlock(page, bare)));
    }
    const { commits, commitsOutside } = await page.evaluate(() => window.measures);
    const keys = BLOCKS * KEYS_A_BLOCK;
    return {
      promptMs: median(inPrompt.sort((a, b) => a - b)),
      bareMs: median(inBare.sort((a, b) => a - b)),
      commitsAKey: commits / keys,
      commitsOutsideAKey: commitsOutside / keys,
    };
  } finally {
    await browser.close();
  }
}

async function openForm(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  await page.addInitScript(watchReact);
  await page.goto(address, { waitUntil: "networkidle" });
  const folder = join("public", "samples");
  const pictures = readdirSync(folder).slice(0, REFERENCES);
  let uploaded = 0;
  page.on("response", (response) => {
    if (response.url().includes("/api/uploads") && response.status() === 201) uploaded += 1;
  });
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles(pictures.map((name) => join(folder, name)));
  for (const until = performance.now() + 30_000; uploaded < pictures.length; ) {
    if (performance.now() > until) throw new Error(`Only ${uploaded} of ${pictures.length} references were uploaded`);
    await page.waitForTimeout(50);
  }
  await page.locator("textarea[data-prompt]").fill(longPrompt());
  await page.waitForLoadState("networkidle");
  return page;
}

/** Paragraphs that name every reference, as a long prompt does. */
function longPrompt(): string {
  const line = (index: number) =>
    `character${(index % REFERENCES) + 1} crosses the market in the rain and stops where the light is warm. `;
  let text = "";
  for (let index = 0; text.length < PROMPT_LENGTH; index += 1) text += line(index) + (index % 5 === 4 ? "\n" : "");
  return text.slice(0, PROMPT_LENGTH);
}

/** Types in the middle, and gives how long each key took to the screen. */
async function typeBlock(page: Page, into: Locator): Promise<number[]> {
  await into.evaluate((element) => {
    if (!(element instanceof HTMLTextAreaElement)) return;
    element.focus();
    const middle = Math.floor(element.value.length / 2);
    element.setSelectionRange(middle, middle);
    window.measures.paints = [];
  });
  for (let key = 0; key < KEYS_A_BLOCK; key += 1) {
    await page.keyboard.press("e");
    await page.waitForFunction((count) => window.measures.paints.length >= count, key + 1);
  }
  return page.evaluate(() => window.measures.paints);
}
