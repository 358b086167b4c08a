// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, expect, it, vi } from "vitest";
import { ApiError } from "@/lib/api/client";
import { settingsApi } from "@/lib/api/settings-client";
import { messagesFor } from "@/lib/i18n/messages";
import { NewToken } from "./new-token";

const TOKEN = {
  id: "1",
  name: "Nightly",
  scope: "read",
  createdAt: "2026-11-21T20:00:00.000Z",
  lastUsedAt: null,
} as const;

function open() {
  let made = 0;
  const addToken = vi.spyOn(settingsApi, "addToken");
  addToken.mockImplementation(async () => ({ token: TOKEN, word: `word-${++made}` }));
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <NewToken onMade={async () => {}} />
    </IntlProvider>,
  );
  return { user: userEvent.setup(), addToken, name: screen.getByRole("textbox", { name: "Name" }) };
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it("a second token's word is not said to be copied before it is", async () => {
  const { user, name } = open();
  await user.type(name, "Nightly{Enter}");
  await user.click(await screen.findByRole("button", { name: "Copy" }));
  expect(await screen.findByText("Copied.")).toBeTruthy();
  await user.type(name, "Weekly{Enter}");
  expect(await screen.findByDisplayValue("word-2")).toBeTruthy();
  expect(screen.queryByText("Copied.")).toBeNull();
});

it("a double click makes one token, and what failed can be tried again", async () => {
  const { user, name, addToken } = open();
  const button = screen.getByRole("button", { name: "Make token" });
  let refuse = (_: ApiError) => {};
  addToken.mockImplementationOnce(() => new Promise((_, reject) => (refuse = reject)));
  await user.type(name, "Nightly");
  await user.dblClick(button);
  refuse(new ApiError(500));
  await screen.findByRole("alert");
  expect(addToken).toHaveBeenCalledTimes(1);
  await user.click(button);
  expect(await screen.findByDisplayValue("word-1")).toBeTruthy();
});
