// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { IntlProvider } from "use-intl/react";
import { afterEach, expect, it, vi } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { DetailsButton } from "./details-button";

afterEach(cleanup);

it.each([
  ["the key that it names", { key: "t" }, "page", 1],
  ["its capital", { key: "T" }, "page", 1],
  ["no key that is held", { key: "t", repeat: true }, "page", 0],
  ["no key with Ctrl", { key: "t", ctrlKey: true }, "page", 0],
  ["no key in a field", { key: "t" }, "field", 0],
])("the details open by %s", (_what, key, where, times) => {
  const onToggle = vi.fn();
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <DetailsButton open={false} onToggle={onToggle} />
      <input />
    </IntlProvider>,
  );
  expect(screen.getByRole("button", { name: "Details" }).getAttribute("aria-keyshortcuts")).toBe("T");
  fireEvent.keyDown(where === "page" ? document.body : screen.getByRole("textbox"), key);
  expect(onToggle).toHaveBeenCalledTimes(times);
});
