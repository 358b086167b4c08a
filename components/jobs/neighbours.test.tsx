// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, expect, it, vi } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { NeighbourLinks, type Neighbours } from "./neighbours";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));

function show(neighbours: Neighbours) {
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <NeighbourLinks {...neighbours} />
      <textarea aria-label="Note" />
    </IntlProvider>,
  );
  return userEvent.setup();
}
const targets = () => screen.queryAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")]);

afterEach(() => {
  cleanup();
  push.mockClear();
});

it("leads to the newer and the older take, also by key", async () => {
  const user = show({ newer: "n", older: "o" });
  expect(targets()).toEqual([
    ["Newer take", "/jobs/n"],
    ["Older take", "/jobs/o"],
  ]);
  await user.keyboard("[[");
  await user.keyboard("]");
  expect(push.mock.calls).toEqual([["/jobs/n"], ["/jobs/o"]]);
});

it("says nothing of an end, and its key does nothing", async () => {
  const user = show({ older: "o" });
  expect(targets()).toEqual([["Older take", "/jobs/o"]]);
  await user.keyboard("[[");
  expect(push).not.toHaveBeenCalled();
});

it("is not there for the only take", () => {
  show({});
  expect(screen.queryByRole("navigation")).toBeNull();
});

it("leaves the keys to a text that is being written", async () => {
  const user = show({ newer: "n", older: "o" });
  await user.type(screen.getByRole("textbox"), "[[]]");
  expect(push).not.toHaveBeenCalled();
});
