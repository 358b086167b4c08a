// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, expect, it } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { DownloadSetting } from "./download-setting";

function open() {
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <DownloadSetting />
    </IntlProvider>,
  );
  return screen.getByRole("switch", { name: "Downloads carry their settings" });
}

afterEach(cleanup);

it("is on until it is switched off, and stays so in the next page", async () => {
  const user = userEvent.setup();
  await user.click(open());
  expect(document.cookie).toContain("dailies_downloads=plain");
  cleanup();
  expect(open().getAttribute("aria-checked")).toBe("false");
  await user.click(screen.getByRole("switch"));
  expect(document.cookie).not.toContain("plain");
});
