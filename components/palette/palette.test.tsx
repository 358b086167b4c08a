// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, expect, it, vi } from "vitest";
import { ApiError, api } from "@/lib/api/client";
import { messagesFor } from "@/lib/i18n/messages";
// Loaded beforehand: in a page it comes with the first use.
import "./palette";
import { PaletteButton } from "./palette-button";
import { takeSoughtPart } from "./settings-parts";

const push = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ push, refresh: vi.fn() }), usePathname: () => "/gallery" }));

const MODEL = { id: "maker/model one", name: "A model", summary: "Makes clips.", output: "video" as const };

/** A page with a prompt, a button, and the palette. */
function open(models = () => Promise.resolve({ models: [MODEL] }), withSignIn = false) {
  vi.spyOn(api, "listModels").mockImplementation(models);
  const share = vi.fn();
  const settings = vi.fn();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <QueryClientProvider client={client}>
        <header>
          <PaletteButton />
          <button type="button" aria-label="Settings" data-settings={withSignIn ? "access" : ""} onClick={settings} />
        </header>
        <main>
          <textarea aria-label="Prompt" />
          <button type="button" onClick={share}>
            Share
          </button>
        </main>
      </QueryClientProvider>
    </IntlProvider>,
  );
  return { user: userEvent.setup(), share, settings, prompt: screen.getByRole("textbox", { name: "Prompt" }) };
}
const search = () => screen.findByRole("combobox", { name: "Search actions, pages and models" });
const option = (name: RegExp) => screen.findByRole("option", { name });

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  push.mockClear();
});

it("opens while something is typed, and runs what was found on the page", async () => {
  const { user, share, prompt } = open();
  await user.click(prompt);
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await search(), "shar");
  await waitFor(async () => expect((await option(/^Share$/)).getAttribute("aria-selected")).toBe("true"));
  await user.keyboard("{Enter}");
  expect(share).toHaveBeenCalledOnce();
  expect(screen.queryByRole("dialog")).toBeNull();
});

it.each([
  ["an input method composes", new KeyboardEvent("keydown", { key: "k", ctrlKey: true, isComposing: true })],
  ["another key is held as well", new KeyboardEvent("keydown", { key: "k", ctrlKey: true, shiftKey: true })],
  ["it is an o", new KeyboardEvent("keydown", { key: "o", ctrlKey: true })],
])("stays closed while %s", (_, event) => {
  open();
  document.dispatchEvent(event);
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("goes to a model by its id", async () => {
  const { user } = open();
  await user.click(screen.getByRole("button", { name: "Commands" }));
  await user.type(await search(), "one maker");
  await user.click(await option(/^A model/));
  expect(push).toHaveBeenCalledWith("/models/maker/model%20one");
});

it.each([
  ["everything", "Export of everything", "export"],
  ["balance", "Service", "service"],
  ["notif", "Notifications", "told"],
])("opens the settings at the part that %s is found by", async (query, name, part) => {
  const { user, settings } = open();
  await user.click(screen.getByRole("button", { name: "Commands" }));
  await user.type(await search(), query);
  await user.click(await screen.findByRole("option", { name }));
  expect([settings.mock.calls.length, takeSoughtPart(), takeSoughtPart()]).toEqual([1, part, undefined]);
});

it.each([
  ["has", true, 1],
  ["has not", false, 0],
])("shows the settings' access where the studio %s a sign-in", async (_what, withSignIn, count) => {
  const { user } = open(undefined, withSignIn);
  await user.click(screen.getByRole("button", { name: "Commands" }));
  await user.type(await search(), "settings");
  await screen.findByRole("option", { name: "Limits" });
  expect(screen.queryAllByRole("option", { name: "Access" })).toHaveLength(count);
});

it("leads on where nothing is found", async () => {
  const { user } = open();
  await user.click(screen.getByRole("button", { name: "Commands" }));
  await user.type(await search(), "red fox");
  expect(screen.getByText("Nothing found.")).toBeTruthy();
  await user.click(await option(/takes/));
  expect(push).toHaveBeenCalledWith("/gallery?q=red+fox");
});

it("says that the models could not be loaded, and asks again", async () => {
  let tries = 0;
  const models = () => (tries++ === 0 ? Promise.reject(new ApiError(500)) : Promise.resolve({ models: [MODEL] }));
  const { user } = open(models);
  await user.click(screen.getByRole("button", { name: "Commands" }));
  const alert = await screen.findByRole("alert");
  await user.click(within(alert).getByRole("button", { name: "Try again" }));
  await option(/^A model/);
  expect(screen.queryByRole("alert")).toBeNull();
});

it("does not press what is gone, and says so", async () => {
  const { user, share } = open();
  await user.click(screen.getByRole("button", { name: "Commands" }));
  await search();
  screen.getByText("Share", { selector: "main button" }).remove();
  await user.click(await option(/^Share$/));
  expect(share).not.toHaveBeenCalled();
  expect(await screen.findByText(/“Share” is not there any more/)).toBeTruthy();
  expect(screen.queryByRole("option", { name: "Share" })).toBeNull();
});
