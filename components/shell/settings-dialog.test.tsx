// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, expect, it, vi } from "vitest";
import { Dialog } from "@/components/ui/dialog";
import { Part } from "@/components/ui/part";
import { messagesFor } from "@/lib/i18n/messages";
import { SettingsDialog } from "./settings-dialog";

afterEach(cleanup);

it("stays open when a dialog that was opened from it closes", () => {
  const onClose = vi.fn();
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <SettingsDialog parts={[]} commands={null} onClose={onClose}>
        <Dialog title="Inner" closeLabel="Close" onClose={() => undefined}>
          keys
        </Dialog>
      </SettingsDialog>
    </IntlProvider>,
  );
  const [outer, inner] = [
    screen.getByRole("dialog", { name: "Settings" }),
    screen.getByRole("dialog", { name: "Inner" }),
  ];
  fireEvent(inner, new Event("close"));
  expect(onClose).not.toHaveBeenCalled();
  fireEvent(outer, new Event("close"));
  expect(onClose).toHaveBeenCalledOnce();
});

it("leads to each part by its name, and gives its heading the focus", async () => {
  const parts = [
    { id: "one", title: "One" },
    { id: "two", title: "Two" },
  ];
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <SettingsDialog parts={parts} commands={null} onClose={() => undefined}>
        {parts.map(({ id, title }) => (
          <Part key={id} id={id} title={title}>
            {title}
          </Part>
        ))}
      </SettingsDialog>
    </IntlProvider>,
  );
  const list = screen.getByRole("navigation", { name: "Parts of the settings" });
  await userEvent.click(within(list).getByRole("button", { name: "Two" }));
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Two" }));
});
