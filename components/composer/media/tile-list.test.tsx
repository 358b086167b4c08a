// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, describe, expect, it } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import type { Field, ImageField } from "@/lib/schema/field";
import type { MediaItem } from "../composition";
import { CompositionProvider } from "../composition-context";
import { createCompositionStore } from "../composition-store";
import { MediaSlotInput } from "./media-slot-input";

const image = (index: number): ImageField => ({
  kind: "image",
  name: `image_url_${index}`,
  label: `Reference ${index}`,
  required: false,
  limits: { types: ["image/jpeg", "image/png"], minSide: 400, maxBytes: 10_000_000 },
  series: { base: "image_url", index },
  tag: `character${index}`,
});
const FIELDS: Field[] = [
  image(1),
  image(2),
  image(3),
  image(4),
  { kind: "prompt", name: "prompt", label: "Prompt", required: true },
];
const item = (name: string): MediaItem => ({
  key: name,
  name: `${name}.png`,
  state: "ready",
  ref: `https://x.test/${name}.png`,
});

async function open(names = ["fox", "coat", "scarf"]) {
  const store = createCompositionStore(FIELDS, {
    values: { prompt: "character1 hugs character3." },
    media: { image_url: names.map(item) },
  });
  const slot = store.getState().slots[0];
  if (!slot) throw new Error("The fields have no slot.");
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <CompositionProvider value={store}>
        <MediaSlotInput slot={slot} />
      </CompositionProvider>
    </IntlProvider>,
  );
  await screen.findByRole("button", { name: /^character1, 1 of/ }, { timeout: 15_000 });
  const order = () => store.getState().media.image_url?.map(({ key }) => key);
  return { store, order, user: userEvent.setup(), prompt: () => store.getState().values.prompt };
}
const tile = (name: string) => screen.getByRole("button", { name: new RegExp(`^${name}, \\d of \\d`) });

afterEach(cleanup);

describe("tiles", () => {
  it("move with Alt and an arrow, the mentions in the prompt with them, in one step of undo", async () => {
    const { store, order, user, prompt } = await open();
    tile("character3").focus();
    await user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    expect([order(), prompt()]).toEqual([["fox", "scarf", "coat"], "character1 hugs character2."]);
    expect(document.activeElement).toBe(tile("character2"));
    expect(screen.getByText("character3 is now 2 of 3.").getAttribute("role")).toBe("status");
    store.getState().undo();
    expect([order(), prompt()]).toEqual([["fox", "coat", "scarf"], "character1 hugs character3."]);
  });

  it("are picked up by Space, carried by arrows and put down by Space as one step of undo", async () => {
    const { store, order, user } = await open();
    tile("character1").focus();
    await user.keyboard(" {ArrowRight}{ArrowRight}");
    expect(order()).toEqual(["fox", "coat", "scarf"]);
    await user.keyboard(" ");
    expect(order()).toEqual(["coat", "scarf", "fox"]);
    store.getState().undo();
    expect(order()).toEqual(["fox", "coat", "scarf"]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("stay where they were when Escape ends the carrying", async () => {
    const { store, order, user } = await open();
    tile("character1").focus();
    await user.keyboard(" {End}{Escape}");
    expect(screen.getByText("character1 is back at 1 of 3.")).toBeTruthy();
    expect([order(), store.getState().canUndo]).toEqual([["fox", "coat", "scarf"], false]);
  });

  it("are one stop of the Tab key, with the arrows between them", async () => {
    const { user } = await open();
    const stops = () =>
      screen.getAllByRole("button", { name: /, \d of \d/ }).filter((button) => button.tabIndex === 0).length;
    tile("character1").focus();
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement).toBe(tile("character2"));
    expect(stops()).toBe(1);
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Remove character2" }));
  });

  it("are named in place, and keep the name where they move", async () => {
    const { store, user } = await open();
    await user.dblClick(screen.getByRole("button", { name: "Rename character2" }));
    await user.type(screen.getByRole("textbox", { name: "Name for character2" }), "Lead{Enter}");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Rename Lead" }));
    tile("Lead").focus();
    await user.keyboard("{Alt>}{Home}{/Alt}");
    expect(store.getState().media.image_url?.[0]).toMatchObject({ key: "coat", label: "Lead" });
    expect(screen.getByText("Lead is now 1 of 3.")).toBeTruthy();
  });

  it("keep their name when Escape ends the naming, and lose it when it is emptied", async () => {
    const { store, user } = await open();
    const label = () => store.getState().media.image_url?.[0]?.label;
    store.getState().nameItem("image_url", "fox", "Fox");
    (await screen.findByRole("button", { name: /^Fox, 1 of/ })).focus();
    await user.keyboard("{F2}Wolf{Escape}");
    expect(label()).toBe("Fox");
    await user.keyboard("{Enter}{Backspace}{Enter}");
    expect(label()).toBeUndefined();
  });

  it("leave by Delete, and the focus goes to the one that follows", async () => {
    const { order, user } = await open();
    tile("character1").focus();
    await user.keyboard("{Delete}");
    expect(order()).toEqual(["coat", "scarf"]);
    expect(document.activeElement).toBe(tile("character1"));
    await user.keyboard("{Delete}{Delete}");
    expect(document.activeElement).toBe(screen.getByLabelText("Add a picture"));
  });

  it("have a menu that arrows go through and Escape closes", async () => {
    const { order, user } = await open();
    const button = screen.getByRole("button", { name: "Options of character3" });
    await user.click(button);
    const menu = screen.getByRole("menu", { name: "Options of character3" });
    expect(document.activeElement).toBe(within(menu).getByRole("menuitem", { name: "Look at it large" }));
    await user.keyboard("{ArrowUp}");
    expect(document.activeElement).toBe(within(menu).getByRole("menuitem", { name: "Remove" }));
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("menu")).toBeNull();
    expect(document.activeElement).toBe(button);
    await user.click(button);
    await user.click(screen.getByRole("menuitem", { name: "Move to the front" }));
    expect(order()).toEqual(["scarf", "fox", "coat"]);
  });

  it("say where a file is kept that cannot be shown, and what the slot accepts", async () => {
    await open(["fox"]);
    expect(screen.getByText("At x.test")).toBeTruthy();
    expect(screen.getByText("No preview")).toBeTruthy();
    expect(screen.getByText("JPEG or PNG · 400 px or more · up to 10 MB")).toBeTruthy();
  });
});
