// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, expect, it, vi } from "vitest";
import { settingsApi } from "@/lib/api/settings-client";
import { messagesFor } from "@/lib/i18n/messages";
import { Sessions } from "./sessions";

const AT = "2026-11-21T20:00:00.000Z";
const sessionOf = (id: string, agent: string, isThis = false) => ({ id, agent, isThis, createdAt: AT, lastUsedAt: AT });

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it("each other browser is put out by a button that is described by its name", async () => {
  const sessions = [
    sessionOf("a", "Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0", true),
    sessionOf("b", "Mozilla/5.0 (Windows NT 10.0) Firefox/145.0"),
    sessionOf("c", "Mozilla/5.0 (iPhone) Safari/604.1"),
  ];
  vi.spyOn(settingsApi, "listSessions").mockResolvedValue({ sessions });
  const end = vi.spyOn(settingsApi, "endSession").mockResolvedValue(undefined);
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <QueryClientProvider client={new QueryClient()}>
        <Sessions />
      </QueryClientProvider>
    </IntlProvider>,
  );
  const button = { name: "Sign out there" };
  expect(await screen.findAllByRole("button", button)).toHaveLength(2);
  await userEvent.click(screen.getByRole("button", { ...button, description: /^Safari · iPhone/ }));
  expect(end).toHaveBeenCalledExactlyOnceWith("c");
});
