// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { WireModelSummary } from "@/lib/api/contract";
import { messagesFor } from "@/lib/i18n/messages";
import type { Field } from "@/lib/schema/field";
import { CompositionProvider } from "./composition-context";
import { type CompositionStore, createCompositionStore, type ReplaceReason } from "./composition-store";
import { keepDraft, loadDraft, withoutUploads } from "./draft";
import { ReplacedNote } from "./replaced-note";
import { carryOver } from "./switch/carry-over";
import { comeBack } from "./switch/way-back";

const FIELDS: Field[] = [{ kind: "prompt", name: "prompt", label: "Prompt", required: true }];
const REUSED = { values: { prompt: "reused" }, media: {}, from: "take-1" };

/** A form with something typed in it, which a take then replaces. */
function reused(leftModelId?: string): CompositionStore {
  const store = createCompositionStore(FIELDS, { values: { prompt: "typed" }, media: {} });
  store.getState().replace(REUSED, "reused", leftModelId);
  return store;
}
const stateOf = (store: CompositionStore) => {
  const { values, from } = store.getState();
  return [values.prompt, from];
};

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe("the take that a form was rebuilt from", () => {
  it("is one step of undo with the form that it replaced", () => {
    const store = reused();
    store.getState().undo();
    expect(stateOf(store)).toEqual(["typed", undefined]);
    store.getState().redo();
    expect(stateOf(store)).toEqual(["reused", "take-1"]);
  });

  it("goes with what the note brings back", () => {
    const store = reused();
    store.getState().undoReplace();
    expect(stateOf(store)).toEqual(["typed", undefined]);
  });

  it("stays while values change, in every view of the form", () => {
    const store = reused();
    store.getState().setValue(["prompt"], "changed");
    store.getState().change({ values: { prompt: "changed as JSON" }, media: {} });
    expect(stateOf(store)).toEqual(["changed as JSON", "take-1"]);
  });

  it.each<ReplaceReason>(["exampleLoaded", "cleared", "pasted"])("is dropped when the form is %s", (reason) => {
    const store = reused();
    store.getState().replace({ values: { prompt: "other" }, media: {} }, reason);
    expect(stateOf(store)).toEqual(["other", undefined]);
    store.getState().undoReplace();
    expect(stateOf(store)).toEqual(["reused", "take-1"]);
  });

  it("is kept in the draft of this device", () => {
    const store = reused();
    const stop = keepDraft("maker/model", store, () => {});
    store.getState().setValue(["prompt"], "changed");
    stop();
    const draft = loadDraft("maker/model");
    if (!draft) throw new Error("There is no draft.");
    const next = createCompositionStore(FIELDS, { values: {}, media: {} });
    next.getState().restore(withoutUploads(draft, String));
    expect(stateOf(next)).toEqual(["changed", "take-1"]);
  });

  it("goes along to another model and comes back", () => {
    const present = { fields: FIELDS, ...REUSED };
    const carried = carryOver(present, FIELDS).composition;
    expect(carried.from).toBe("take-1");
    const left = { fields: FIELDS, composition: REUSED, carried };
    expect(comeBack(left, { fields: FIELDS, ...carried }).from).toBe("take-1");
  });
});

describe("the note about a replaced form", () => {
  const models: WireModelSummary[] = [
    { id: "maker/other", name: "Other model", summary: "Makes clips.", output: "video" },
  ];
  const show = (store: CompositionStore) =>
    render(
      <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
        <CompositionProvider value={store}>
          <ReplacedNote models={models} />
        </CompositionProvider>
      </IntlProvider>,
    );

  it("leads back to the model whose form was left, and leaves this one as it was", async () => {
    const store = reused("maker/other");
    show(store);
    const link = screen.getByRole("link", { name: "Back to Other model" });
    expect(link.getAttribute("href")).toBe("/models/maker/other");
    link.addEventListener("click", (event) => event.preventDefault());
    await userEvent.click(link);
    expect(stateOf(store)).toEqual(["typed", undefined]);
  });

  it("has no such way where the model is the same", () => {
    show(reused());
    expect(screen.getByRole("button", { name: "Undo" })).toBeTruthy();
    expect(screen.queryByRole("link")).toBeNull();
  });
});
