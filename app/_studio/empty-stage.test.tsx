// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { toInput } from "@/components/composer/composition";
import { startStore } from "@/components/composer/start-composition";
import type { WireModel } from "@/lib/api/contract";
import { LOCALES, type Locale } from "@/lib/i18n/locales";
import { messagesFor } from "@/lib/i18n/messages";
import { listModels } from "@/lib/models/catalog";
import { exampleTake } from "@/lib/models/example-take";
import { toWireModel } from "@/lib/models/localize";
import { EmptyStage } from "./empty-stage";
import { useHandedOver } from "./reuse";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));

const onCompose = vi.fn();
const models = (locale: Locale) => listModels().map((model) => toWireModel(model, locale));
const { modelId } = exampleTake("en");

/** The empty stage beside the form of one model. */
function open(isOwn: (model: WireModel) => boolean, locale: Locale = "en") {
  const all = models(locale);
  const model = all.find(isOwn);
  if (!model) throw new Error("no such model is shipped");
  const store = startStore(model);
  function Page({ shown }: { shown: WireModel }) {
    useHandedOver(shown, store);
    return <EmptyStage model={shown} models={all} onCompose={onCompose} />;
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <IntlProvider locale={locale} messages={messagesFor(locale)} timeZone="UTC">
        <div data-field="prompt">
          <textarea aria-label="the form's prompt" />
        </div>
        <Page shown={model} />
      </IntlProvider>
    </QueryClientProvider>,
  );
  return { model, store, user: userEvent.setup() };
}

const isExampleModel = ({ id }: WireModel) => id === modelId;
const isOther = ({ id }: WireModel) => id !== modelId;

beforeEach(() => {
  vi.spyOn(globalThis, "fetch").mockRejectedValue(new Error("no network in a test"));
});
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  vi.restoreAllMocks();
});

describe("the stage before the first take", () => {
  it.each(LOCALES)("shows in %s what made the example, and no film before it is asked for", (locale) => {
    const { model } = open(isExampleModel, locale);
    const { prompt } = exampleTake(locale);
    screen.getByText(prompt);
    screen.getByText(model.name);
    screen.getByText(/^16:9 · 720P · .*4.* · .*24$/);
    expect(document.querySelector("video")).toBeNull();
  });

  it("fills the form exactly with its settings, and keeps what stood there", async () => {
    const { model, store, user } = open(isExampleModel);
    store.getState().setValue(["prompt"], "typed");
    await user.click(screen.getByRole("button", { name: "Use these settings" }));
    expect(toInput(model.fields, store.getState())).toEqual(exampleTake("en").input);
    expect(onCompose).toHaveBeenCalledOnce();
    expect(push).not.toHaveBeenCalled();
    store.getState().undoReplace();
    expect(store.getState().values).toMatchObject({ prompt: "typed" });
  });

  it("goes to the example's model where the form is another one's", async () => {
    const { store, user } = open(isOther);
    const before = store.getState().values;
    await user.click(screen.getByRole("button", { name: "Use these settings" }));
    expect(push).toHaveBeenCalledExactlyOnceWith(`/models/${modelId}`);
    expect(store.getState().values).toBe(before);
  });

  it("brings the form into view and the caret into its prompt", async () => {
    const { user } = open(isExampleModel);
    await user.click(screen.getByRole("button", { name: "Write a prompt" }));
    expect(onCompose).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole("textbox")));
  });

  it.each([
    ["Choose a model", "/models"],
    ["Add one", "/models/add"],
  ])("leads by %s to %s", (name, path) => {
    open(isExampleModel);
    expect(screen.getByRole("link", { name }).getAttribute("href")).toBe(path);
  });
});
