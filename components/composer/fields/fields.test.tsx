// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, describe, expect, it } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import type { JsonValue } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import { initialValues } from "@/lib/schema/values";
import { CompositionProvider } from "../composition-context";
import { createCompositionStore } from "../composition-store";
import { focusField } from "../focus-field";
import { MoreFields } from "../more-fields";
import { FieldInput } from "./registry";

const base = { name: "x", label: "X", required: false } as const;
const options = (...values: (string | number)[]) => values.map((value) => ({ value, label: String(value) }));
const steps: Field = { ...base, kind: "integer", min: 1, max: 50 };
const scale: Field = { ...base, kind: "number", min: 0, max: 2, default: 1 };
const loras: Field = {
  ...base,
  kind: "structured",
  list: true,
  maxItems: 3,
  fields: [
    { kind: "text", name: "path", label: "Path", required: true },
    { kind: "number", name: "scale", label: "Scale", required: false, min: 0, max: 2, default: 1 },
  ],
};
const json: Field = { ...base, kind: "json", note: { code: "typeUnknown", params: {} } };

/** One field on the page; `value` is what the composition holds for it. */
function show(field: Field, start?: JsonValue) {
  const values = start === undefined ? initialValues([field]) : { [field.name]: start };
  const store = createCompositionStore([field], { values, media: {} });
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <CompositionProvider value={store}>
        {field.advanced ? <MoreFields fields={[field]} /> : <FieldInput field={field} />}
      </CompositionProvider>
    </IntlProvider>,
  );
  return { store, user: userEvent.setup(), value: () => store.getState().values[field.name] };
}
/** The same for a kind that is loaded by itself. */
async function showLoaded(field: Field, start?: JsonValue) {
  const shown = show(field, start);
  await waitFor(() => expect(document.querySelector("[data-field]")).not.toBeNull());
  return shown;
}
const box = () => screen.getByRole("spinbutton");
const shown = () => box().getAttribute("value") ?? "";
const button = (name: string) => screen.getByRole("button", { name });

afterEach(cleanup);

describe("a number", () => {
  it("takes a comma for the decimals", async () => {
    const { user, value } = show({ ...scale, required: true });
    await user.clear(box());
    await user.type(box(), "1,5");
    expect(value()).toBe(1.5);
  });

  it("keeps what is out of bounds, and says so once it is left", async () => {
    const { user, value } = show(steps);
    await user.type(box(), "99");
    expect(screen.queryByText("At most 50.")).toBeNull();
    await user.tab();
    expect(screen.getByText("At most 50.").id).toBe(box().getAttribute("aria-describedby"));
    expect([value(), shown()]).toEqual([99, "99"]);
  });

  it("keeps what is no number, and holds back Generate", async () => {
    const { user, value, store } = show(steps);
    await user.type(box(), "a lot");
    expect(store.getState().unfinished.map(({ field }) => field)).toEqual(["x"]);
    await user.tab();
    screen.getByText("Type a number, for example 2.5.");
    expect([value(), shown()]).toEqual([undefined, "a lot"]);
    await user.clear(box());
    expect(store.getState().unfinished).toEqual([]);
  });

  it("steps by arrow keys, within its bounds", async () => {
    const { user, value } = show(steps, 49);
    await user.type(box(), "{ArrowUp}{ArrowUp}{ArrowDown}");
    expect(value()).toBe(49);
  });

  it("without a value claims none, and a press on its slider chooses one", () => {
    const { value } = show(steps);
    const slider = screen.getByRole("slider");
    expect(slider.getAttribute("aria-valuetext")).toBe("Not set");
    expect(shown()).toBe("");
    fireEvent.click(slider);
    expect(value()).toBe(1);
  });

  it("is cleared by its own button, which hands the focus back", async () => {
    const { user, value } = show(steps, 8);
    await user.click(button("Clear X"));
    expect(value()).toBeUndefined();
    await waitFor(() => expect(document.activeElement).toBe(box()));
    expect(screen.queryByRole("button", { name: "Clear X" })).toBeNull();
  });

  it("goes back to its default", async () => {
    const { user, value } = show(scale, 2);
    await user.click(button("Reset X"));
    expect(value()).toBe(1);
  });

  it("offers its sample, which one undo takes back", async () => {
    const { user, value, store } = show({ ...steps, sample: 28 });
    expect(box().getAttribute("placeholder")).toBe("28");
    await user.click(button("Use the sample"));
    expect(value()).toBe(28);
    store.getState().undo();
    expect(value()).toBeUndefined();
  });
});

describe("seconds", () => {
  const seconds: Field = { ...base, kind: "choice", role: "seconds", options: options("auto", 4, 5, 6, 7, 8, 9) };

  it("are slid, typed, or left to a word", async () => {
    const { user, value } = show(seconds);
    fireEvent.change(screen.getByRole("slider"), { target: { value: "2" } });
    expect(value()).toBe(6);
    await user.clear(box());
    await user.type(box(), "9");
    expect(value()).toBe(9);
    await user.click(screen.getByRole("radio", { name: "auto" }));
    expect(value()).toBe("auto");
    await user.click(screen.getByRole("radio", { name: "Not set" }));
    expect(value()).toBeUndefined();
  });

  it("that are not offered are kept with their error", async () => {
    const { user, value } = show(seconds);
    await user.type(box(), "12");
    await user.tab();
    screen.getByText("Choose one of: auto, 4, 5, 6, 7, 8, 9.");
    expect(value()).toBe(12);
  });

  it("are marked as changing the price, in sight and for a screen reader", () => {
    show(seconds);
    const described = document.getElementById(box().getAttribute("aria-describedby") ?? "");
    expect(described?.textContent).toMatch(/^Changes the price/);
    expect(screen.getByText("Price").getAttribute("title")).toBe(described?.textContent);
  });
});

describe("a choice", () => {
  it("of one value is a fact", () => {
    show({ ...base, kind: "choice", options: options("v2"), default: "v2" });
    expect(screen.getByLabelText("X").textContent).toBe("Always v2");
    expect(screen.queryByRole("radio")).toBeNull();
  });

  it("of sizes stands in lines of one ratio, and sends what the schema calls it", async () => {
    const { user, value } = show({
      ...base,
      kind: "choice",
      role: "pixels",
      options: options("720*1280", "auto", "512x512"),
    });
    expect(screen.getAllByRole("radio")).toHaveLength(4);
    await user.click(screen.getByRole("radio", { name: "720 × 1280" }));
    expect(value()).toBe("720*1280");
  });

  it("takes its sample", async () => {
    const { user, value } = show({ ...base, kind: "choice", options: options("a", "b"), sample: "b" });
    await user.click(button("Use the sample"));
    expect(value()).toBe("b");
  });
});

describe("a switch", () => {
  it("without a default has three states", async () => {
    const { user, value } = show({ ...base, kind: "toggle" });
    expect(screen.getByRole("radio", { name: "Not set" })).toHaveProperty("checked", true);
    await user.click(screen.getByRole("radio", { name: "Off" }));
    expect(value()).toBe(false);
    await user.click(screen.getByRole("radio", { name: "Not set" }));
    expect(value()).toBeUndefined();
  });

  it("that has to be set begins with neither", () => {
    show({ ...base, kind: "toggle", required: true });
    expect(screen.getAllByRole("radio").map((radio) => (radio as HTMLInputElement).checked)).toEqual([false, false]);
  });
});

describe("JSON", () => {
  it("is checked in words with its place, and the caret goes there", async () => {
    const { user, store } = await showLoaded(json);
    const area = screen.getByRole<HTMLTextAreaElement>("textbox");
    fireEvent.change(area, { target: { value: '{\n  "a": 1\n  "b": 2\n}' } });
    const message = 'Line 3, column 3: a comma is missing before “"”.';
    screen.getByText(message);
    expect(store.getState().unfinished).toEqual([{ field: "x", message }]);
    await user.click(button("Go to it"));
    expect([document.activeElement, area.selectionStart]).toEqual([area, 13]);
  });

  it("is tidied, and sent as it is", async () => {
    const { user, value } = await showLoaded(json);
    fireEvent.change(screen.getByRole("textbox"), { target: { value: '{"a":[1]}' } });
    await user.click(button("Tidy up"));
    expect(screen.getByRole("textbox")).toHaveProperty("value", '{\n  "a": [\n    1\n  ]\n}');
    expect(value()).toEqual({ a: [1] });
  });

  it("with a slip is emptied by its reset", async () => {
    const { user, store } = await showLoaded(json);
    fireEvent.change(screen.getByRole("textbox"), { target: { value: "{" } });
    await user.click(button("Clear X"));
    expect(screen.getByRole("textbox")).toHaveProperty("value", "");
    expect(store.getState().unfinished).toEqual([]);
  });

  it("says why it is JSON", async () => {
    const { user } = await showLoaded(json);
    await user.click(button("Explain"));
    await screen.findByText("The schema does not say of which type this value is.");
  });
});

describe("a list of objects", () => {
  const two = [
    { path: "a", scale: 1 },
    { path: "b", scale: 2 },
  ];
  const row = (index: number) => within(screen.getByRole("group", { name: `Entry ${index}` }));

  it("begins an entry with its defaults and the caret in it", async () => {
    const { user, value } = await showLoaded(loras);
    await user.click(button("Add an entry"));
    expect(value()).toEqual([{ scale: 1 }]);
    await waitFor(() => expect(document.activeElement).toBe(row(1).getByRole("textbox", { name: "Path" })));
    await user.keyboard("c");
    expect(value()).toEqual([{ path: "c", scale: 1 }]);
  });

  it("is full at its limit", async () => {
    await showLoaded(loras, [{}, {}, {}]);
    expect(button("Add an entry")).toHaveProperty("disabled", true);
  });

  it("moves an entry by button, says so, and keeps the focus with it", async () => {
    const { user, value } = await showLoaded(loras, two);
    await user.click(button("Move entry 1 down"));
    expect(value()).toEqual(two.toReversed());
    expect(screen.getByRole("status").textContent).toBe("Entry 1 is now entry 2.");
    await waitFor(() => expect(document.activeElement).toBe(button("Move entry 2 up")));
  });

  it("moves an entry by Alt and an arrow, from the cell that has the focus", async () => {
    const { user, value } = await showLoaded(loras, two);
    await user.click(row(2).getByRole("spinbutton"));
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(value()).toEqual(two.toReversed());
    await waitFor(() => expect(document.activeElement).toBe(row(1).getByRole("spinbutton")));
  });

  it("removes an entry, at last itself", async () => {
    const { user, value } = await showLoaded(loras, two);
    await user.click(button("Remove entry 1"));
    expect(value()).toEqual([two[1]]);
    await waitFor(() => expect(document.activeElement).toBe(button("Remove entry 1")));
    await user.click(button("Remove entry 1"));
    expect(value()).toBeUndefined();
    await waitFor(() => expect(document.activeElement).toBe(button("Add an entry")));
  });

  it("takes an error to the right cell, also where it is folded", async () => {
    const { store } = await showLoaded({ ...loras, advanced: true }, two);
    store.getState().setProblems([{ field: "x.1.scale", message: "At most 1." }]);
    focusField(store.getState(), "x.1.scale");
    const cell = await waitFor(() => row(2).getByRole("spinbutton"));
    await waitFor(() => expect(document.activeElement).toBe(cell));
    expect(document.getElementById(cell.getAttribute("aria-describedby") ?? "")?.textContent).toBe("At most 1.");
    expect(screen.getByRole("group", { name: "Entry 1" }).closest("details")?.open).toBe(true);
  });
});
