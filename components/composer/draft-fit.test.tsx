// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, expect, it } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import type { JsonValue } from "@/lib/json";
import { compileFields } from "@/lib/schema/compile";
import { CompositionProvider } from "./composition-context";
import { createCompositionStore } from "./composition-store";
import { DraftFit } from "./draft-fit";
import { defaultComposition } from "./start-composition";

const fields = compileFields({
  type: "object",
  required: ["prompt"],
  properties: {
    prompt: { type: "string" },
    resolution: { type: "string", enum: ["720p", "1080p"] },
    steps: { type: "integer", maximum: 30 },
  },
});
afterEach(cleanup);

function restore(values: Record<string, JsonValue>) {
  const store = createCompositionStore(fields, defaultComposition(fields));
  store.getState().restore({ values, media: {}, from: undefined });
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <CompositionProvider value={store}>
        <DraftFit />
      </CompositionProvider>
    </IntlProvider>,
  );
  return store;
}

it("names the values that the model has no place for any more, until it is closed", async () => {
  restore({ prompt: "a kite", mood: "calm", loop: true });
  expect(screen.getByRole("status").textContent).toContain("mood: calm · loop: true");
  await userEvent.click(screen.getByRole("button"));
  expect(screen.queryByRole("status")).toBeNull();
});

it("marks the fields whose value is not taken any more, and not those that are still empty", () => {
  const store = restore({ resolution: "480p", steps: 50 });
  expect(store.getState().problems).toMatchObject([{ field: "resolution" }, { field: "steps" }]);
});

it("says nothing of a draft that fits", () => {
  const store = restore({ prompt: "a kite", resolution: "720p", steps: 30 });
  expect([screen.queryByRole("status"), store.getState().problems]).toEqual([null, []]);
});
