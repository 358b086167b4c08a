import { expect, type Locator, type Page } from "@playwright/test";
import type { ChoiceField, Field } from "@/lib/schema/field";
import type { Words } from "./say";

/** Every field of a form, by the controls that a person uses: found by role inside the field's own frame. */
export class FormFiller {
  readonly page: Page;
  readonly say: Words;

  constructor(page: Page, say: Words) {
    this.page = page;
    this.say = say;
  }

  frame(name: string): Locator {
    return this.page.locator(`[data-field="${name}"]`);
  }

  async unfold(): Promise<void> {
    const more = this.page.locator("details > summary");
    if ((await more.count()) > 0) await more.first().click();
  }

  /** Gives a field a value; what is paid by its amount gets the least, so that a take is made soon. */
  async fill(field: Field): Promise<void> {
    const frame = this.frame(field.name);
    switch (field.kind) {
      case "prompt":
      case "text":
        return frame.locator("textarea").fill(`Words for ${field.name}`);
      case "choice":
        return this.choose(field, frame);
      case "integer":
      case "number":
      case "seed":
        return this.type(frame, String(field.min ?? 1));
      case "toggle":
        return field.default === undefined
          ? frame.getByRole("radio", { name: this.say("composer.on") }).check()
          : frame.getByRole("switch").click();
      case "structured":
        return this.fillMembers(field, frame);
      case "json":
        return frame.getByRole("textbox").fill('{"a": 1}');
      default:
        throw new Error(`${field.name} takes files.`);
    }
  }

  private async type(frame: Locator, text: string): Promise<void> {
    await frame.getByRole("spinbutton").fill(text);
    await frame.getByRole("spinbutton").blur();
  }

  /** One value: nothing to do. A list: its last. A slider with a box: the least, typed. Chips: the first or the last. */
  private async choose(field: ChoiceField, frame: Locator): Promise<void> {
    if (field.options.length === 1 && field.default !== undefined) return;
    if ((await frame.getByRole("combobox").count()) > 0) {
      await frame.getByRole("combobox").selectOption(String(field.options.at(-1)?.value));
    } else if ((await frame.getByRole("spinbutton").count()) > 0) {
      const numbers = field.options.map(({ value }) => Number(value)).filter(Number.isFinite);
      await this.type(frame, String(Math.min(...numbers)));
    } else {
      const chips = frame.getByRole("radio");
      await (field.role === "resolution" ? chips.first() : chips.last()).check();
    }
  }

  private async fillMembers(field: Extract<Field, { kind: "structured" }>, frame: Locator): Promise<void> {
    if (field.list) await frame.getByRole("button", { name: this.say("fields.addItem") }).click();
    const group = field.list ? frame.getByRole("group").first() : frame;
    for (const box of await group.getByRole("textbox").all()) await box.fill("https://example.com/a");
    for (const box of await group.getByRole("spinbutton").all()) await box.fill("1");
    await expect(group).toBeVisible();
  }
}
