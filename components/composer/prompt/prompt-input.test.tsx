// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, describe, expect, it } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import type { Field, PromptField } from "@/lib/schema/field";
import type { MediaItem } from "../composition";
import { CompositionProvider } from "../composition-context";
import { createCompositionStore } from "../composition-store";
import { PromptInput } from "./prompt-input";

const PROMPT: PromptField = {
  kind: "prompt",
  name: "prompt",
  label: "Prompt",
  required: true,
  limit: { max: 100, cjkWeight: 2 },
};
const PICTURES: Field[] = [1, 2, 3].map((index) => ({
  kind: "image",
  name: `image_url_${index}`,
  label: `Reference ${index}`,
  required: false,
  limits: {},
  series: { base: "image_url", index },
  tag: `character${index}`,
}));
const picture = (key: string, label?: string): MediaItem => ({
  key,
  name: `${key}.webp`,
  ...(label ? { label } : {}),
  state: "ready",
  ref: `asset:${key}`,
});

function open(prompt: string, items: MediaItem[], fields: Field[] = [...PICTURES, PROMPT]) {
  const store = createCompositionStore(fields, { values: { prompt }, media: { image_url: items } });
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <CompositionProvider value={store}>
        <PromptInput field={PROMPT} />
      </CompositionProvider>
    </IntlProvider>,
  );
  const editor = screen.getByLabelText<HTMLTextAreaElement>("Prompt");
  const text = () => store.getState().values.prompt;
  return { store, editor, text, user: userEvent.setup() };
}
const choices = async () => within(await screen.findByRole("listbox")).getAllByRole("option");

afterEach(cleanup);

describe("the prompt", () => {
  it("is a plain text box where the model has no tags", () => {
    const { editor } = open("character1", [], [PROMPT]);
    expect(screen.getByRole("textbox", { name: "Prompt" })).toBe(editor);
    expect(editor.hasAttribute("aria-autocomplete")).toBe(false);
  });

  it("takes what is typed and shows what others change, with the caret behind the change", async () => {
    const { editor, store, text, user } = open("One.", []);
    await user.type(editor, " Two.");
    expect(text()).toBe("One. Two.");
    store.getState().setValue(["prompt"], "One. More. Two.");
    expect([editor.value, editor.selectionStart]).toEqual(["One. More. Two.", 11]);
  });

  it("lists the references at an @ by name, file and tag, and inserts the chosen one in a step of its own", async () => {
    const { editor, store, text, user } = open("", [picture("a", "Lead"), picture("b"), picture("c", "빨간 코트")]);
    await user.type(editor, "See @");
    expect((await choices()).map((option) => option.textContent)).toEqual([
      "1Leadcharacter1",
      "2b.webpcharacter2",
      "3빨간 코트character3",
    ]);
    expect(screen.getByRole("combobox", { name: "Prompt", expanded: true })).toBe(editor);
    await user.type(editor, "코트");
    expect((await choices()).map((option) => option.id)).toEqual([editor.getAttribute("aria-activedescendant")]);
    await user.keyboard("{Enter}");
    expect([text(), editor.selectionStart]).toEqual(["See character3", 14]);
    expect(screen.queryByRole("listbox")).toBeNull();
    store.getState().undo();
    expect(editor.value).toBe("See @코트");
  });

  it("moves in the list by the arrows, around its ends", async () => {
    const { editor, text, user } = open("", [picture("a"), picture("b"), picture("c")]);
    await user.type(editor, "@");
    await screen.findByRole("listbox");
    await user.keyboard("{ArrowUp}{ArrowUp}{Tab}");
    expect(text()).toBe("character2");
  });

  it("closes by Escape, leaves the text, and stays closed for this @", async () => {
    const { editor, text, user } = open("", [picture("a", "Lead")]);
    await user.type(editor, "@l");
    await screen.findByRole("listbox");
    await user.keyboard("{Escape}e");
    expect(screen.queryByRole("listbox")).toBeNull();
    expect(text()).toBe("@le");
    await user.keyboard(" @");
    expect(await screen.findByRole("listbox")).toBeTruthy();
  });

  it("does not ask again for a tag that is written out", async () => {
    const audio: Field = { ...(PICTURES[0] as Extract<Field, { kind: "image" }>), tag: "@Audio1" };
    const { editor, text, user } = open("", [picture("a")], [audio, PROMPT]);
    await user.type(editor, "@Audio");
    await screen.findByRole("listbox");
    await user.type(editor, "1{Enter}runs");
    expect(text()).toBe("@Audio1\nruns");
  });

  it("leaves the keys to the input method while a character is composed", async () => {
    const { editor, text, user } = open("", [picture("a")]);
    await user.type(editor, "@");
    await screen.findByRole("listbox");
    editor.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true }));
    expect(text()).toBe("@");
    expect(screen.getByRole("listbox")).toBeTruthy();
  });

  it("says that a picture comes first where there is none", async () => {
    const { editor, text, user } = open("", []);
    await user.type(editor, "@");
    await user.click(await screen.findByRole("option", { name: "Add a picture first" }));
    expect(text()).toBe("@");
    expect(screen.queryByRole("listbox")).toBeNull();
  });

  it("says in words when the text comes near its limit and beyond it, and cuts nothing", async () => {
    const { editor, text, user } = open("x".repeat(88), []);
    expect(screen.queryByText("10 left")).toBeNull();
    await user.type(editor, "漢");
    await waitFor(() => expect(screen.getAllByRole("status").map((region) => region.textContent)).toContain("10 left"));
    await user.type(editor, "漢漢漢漢漢漢");
    await waitFor(() => expect(screen.getAllByText(/2 too many/)).not.toHaveLength(0));
    expect(editor.getAttribute("aria-invalid")).toBe("true");
    expect(text()).toHaveLength(95);
  });
});

describe("a warning under the prompt", () => {
  const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

  it.each([
    ["character1 and character3.", [picture("a")], "character3 has no picture.", "Remove the tag", "character1 and."],
    [
      "character1.",
      [picture("a"), picture("b", "Lead")],
      "Lead (character2) is not mentioned.",
      "Mention it",
      "character1. character2",
    ],
    [
      "캐릭터1 waits.",
      [picture("a")],
      "캐릭터1 is not written as the model knows it.",
      "Write character1",
      "character1 waits.",
    ],
  ])("of %j is mended by one press and one undo", async (before, items, message, repair, after) => {
    const { store, text } = open(before, items);
    expect(screen.getByText(message)).toBeTruthy();
    await press(repair);
    expect(text()).toBe(after);
    expect(screen.queryByText(message)).toBeNull();
    store.getState().undo();
    expect(text()).toBe(before);
  });

  it("puts the pictures in the order of the prompt, numbers and all, in one step", async () => {
    const { store, text } = open("character2 sees character1.", [picture("a"), picture("b")]);
    await press("Put the pictures in the order of the prompt");
    expect(text()).toBe("character1 sees character2.");
    expect(store.getState().media.image_url?.map(({ key }) => key)).toEqual(["b", "a"]);
    store.getState().undo();
    expect(text()).toBe("character2 sees character1.");
    expect(store.getState().media.image_url?.map(({ key }) => key)).toEqual(["a", "b"]);
  });
});
