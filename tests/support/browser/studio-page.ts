import { expect, type Locator, type Page } from "@playwright/test";
import type { Locale } from "@/lib/i18n/locales";
import type { JobStatus } from "@/lib/jobs/job";
import { modelWords } from "./model-words";
import { ANY, languageOf, like, type Words, wordsOf } from "./say";

const RENDER_WITHIN_MS = 60_000;

/** The studio as a person meets it: everything is found by its role and its words, in the page's language. */
export class StudioPage {
  readonly page: Page;
  readonly say: Words;
  readonly language: Locale;
  /** What lay on the stage when Generate was pressed: what is expected next is not said of that. */
  #before: string | null | undefined;

  constructor(page: Page, browserLocale: string) {
    this.page = page;
    this.say = wordsOf(browserLocale);
    this.language = languageOf(browserLocale);
  }

  get stage(): Locator {
    return this.page.getByRole("region", { name: this.say("stage.label") });
  }

  get takes(): Locator {
    return this.page.getByRole("region", { name: this.say("takes.label") }).getByRole("listitem");
  }

  get prompt(): Locator {
    return this.page.locator("textarea[data-prompt]");
  }

  /** The state of the chosen take, in the words under the stage. */
  async expectState(state: JobStatus): Promise<void> {
    await this.#expectNewTake();
    const all = [this.say(`job.${state}`)];
    if (state === "queued") all.push(this.say("job.queueNext"), this.say("job.queuedAt", { position: ANY }));
    const words = this.stage.getByText(new RegExp(all.map((one) => like(one).source).join("|"))).first();
    await expect(words).toBeVisible({ timeout: RENDER_WITHIN_MS });
  }

  /** A shipped model's own name, and what its fields are called. */
  model(id: string) {
    return modelWords(id, this.language);
  }

  async open(modelId?: string): Promise<void> {
    await this.page.goto(modelId ? `/models/${modelId}` : "/");
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  async loadExample(): Promise<void> {
    await this.button(this.say("composer.loadExample")).click();
    await expect(this.page.getByText(this.say("composer.exampleLoaded"), { exact: true })).toBeVisible();
  }

  /** The least of what is rendered for every frame, where the model lets it be chosen. */
  get lowestResolution(): Locator {
    return this.page.locator('[data-field="resolution"]').getByRole("radio").first();
  }

  /** How many seconds are made, where a number says it: the fewer, the sooner it is rendered. */
  get seconds(): Locator {
    return this.page.locator('[data-field="duration"]').getByRole("spinbutton");
  }

  /** Its name goes on with what a take costs. */
  get generateButton(): Locator {
    const name = `${this.say("composer.generate")} · ${this.say("composer.free")}`;
    return this.page.getByRole("button", { name, exact: true });
  }

  /** Sends the form; by its button, or in another way that leads there. */
  async generate(press: () => Promise<void> = () => this.generateButton.click()): Promise<void> {
    this.#before = await this.#onStage();
    await press();
  }

  /** The ids of what lies on the stage, which on a phone may be out of view. */
  #onStage(): Promise<string | null> {
    return this.page.evaluate(() => document.querySelector("[data-in-view]")?.getAttribute("data-in-view") ?? null);
  }

  /** On a busy machine an earlier take lies on the stage for a while longer, and may be in the state that the new one is to come to. */
  async #expectNewTake(): Promise<void> {
    const before = this.#before;
    if (before === undefined) return;
    await expect.poll(() => this.#onStage()).not.toBe(before);
    this.#before = undefined;
  }

  /** Makes of a composed take one that is soon rendered, for what has nothing to do with its size. */
  async makeSmall(): Promise<void> {
    if ((await this.lowestResolution.count()) > 0) await this.lowestResolution.check();
    if ((await this.seconds.count()) > 0) await this.seconds.fill("3");
  }

  /** Composes the least that a model with a prompt alone needs, and sends it. */
  async generateWithPrompt(prompt: string): Promise<void> {
    await this.prompt.fill(prompt);
    await this.generate();
  }

  get video(): Locator {
    return this.stage.locator("video");
  }

  /** Waits for the video and lets it play: its time moves on by itself. */
  async expectToPlay(): Promise<void> {
    await this.#expectNewTake();
    await expect(this.video).toBeVisible({ timeout: RENDER_WITHIN_MS });
    const from = await this.currentTime();
    await this.stage.getByRole("button", { name: this.say("player.play"), exact: true }).click();
    await expect.poll(async () => Math.abs((await this.currentTime()) - from)).toBeGreaterThan(0.2);
    await this.stage.getByRole("button", { name: this.say("player.pause"), exact: true }).click();
  }

  currentTime(): Promise<number> {
    return this.video.evaluate((video) => (video instanceof HTMLVideoElement ? video.currentTime : Number.NaN));
  }
}
