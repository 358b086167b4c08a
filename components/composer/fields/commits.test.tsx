// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { Profiler } from "react";
import { IntlProvider } from "use-intl/react";
import { afterEach, expect, it } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { compileFields } from "@/lib/schema/compile";
import { initialValues } from "@/lib/schema/values";
import { EVERY_KIND } from "@/tests/support/schema-models";
import { CompositionProvider } from "../composition-context";
import { createCompositionStore } from "../composition-store";
import { FieldInput } from "./registry";

/** Every kind of field, each under a profiler; `commits` says how often each has rendered since it was last asked. */
async function open() {
  const fields = compileFields(EVERY_KIND.inputSchema, { notes: EVERY_KIND.notes });
  const values = { ...initialValues(fields), loras: [{ path: "a" }, { path: "b" }] };
  const store = createCompositionStore(fields, { values, media: {} });
  const counts = new Map<string, number>();
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <CompositionProvider value={store}>
        {fields.map((field) => (
          <Profiler
            key={field.name}
            id={field.name}
            onRender={() => counts.set(field.name, (counts.get(field.name) ?? 0) + 1)}
          >
            <FieldInput field={field} />
          </Profiler>
        ))}
      </CompositionProvider>
    </IntlProvider>,
  );
  const commits = () => {
    const seen = Object.fromEntries(counts);
    counts.clear();
    return seen;
  };
  await waitFor(() =>
    expect(document.querySelectorAll('[data-field="loras"], [data-field="extra"], [data-field="camera"]').length).toBe(
      3,
    ),
  );
  commits();
  return { commits, values: () => store.getState().values };
}

afterEach(cleanup);

it.each([
  ["prompt", () => screen.getByRole("textbox", { name: "Prompt" }), "Rain."],
  ["style", () => screen.getByRole("textbox", { name: "Style" }), "Noir"],
  ["steps", () => screen.getByRole("spinbutton", { name: "Steps" }), "12"],
  ["seed", () => screen.getByRole("spinbutton", { name: "Seed" }), "7"],
  ["duration", () => screen.getByRole("spinbutton", { name: "Duration" }), "9"],
  ["loras", () => screen.getAllByRole("textbox", { name: "Path" })[1], "c"],
  ["camera", () => screen.getByRole("spinbutton", { name: "Speed" }), "3"],
  ["extra", () => screen.getByRole("textbox", { name: "Extra" }), "{}"],
])("typing in %s renders no other field", async (name, control, text) => {
  const { commits, values } = await open();
  const before = values();
  const element = control();
  if (!element) throw new Error(`There is no control of ${name}.`);
  fireEvent.input(element, { target: { value: text } });
  const changed = Object.keys(values()).filter((key) => values()[key] !== before[key]);
  expect(changed).toEqual([name]);
  expect(Object.keys(commits()).filter((other) => other !== name)).toEqual([]);
});
