// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { IntlProvider } from "use-intl/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { WireSpending, WireSpendingWindow } from "@/lib/api/spending-contract";
import { messagesFor } from "@/lib/i18n/messages";
import { SpendingNote } from "./spending-note";
import { SpendingSettings } from "./spending-settings";

const window = (over: Partial<WireSpendingWindow> = {}): WireSpendingWindow => ({
  capMicros: null,
  spentMicros: 420_000,
  reservedMicros: 1_000_000,
  leftMicros: null,
  unknownTakes: 1,
  endsAt: "2026-11-22T00:00:00.000Z",
  ...over,
});
const capped = (cap: number, left: number) => window({ capMicros: cap, leftMicros: left });
const spending = (over: Partial<WireSpending> = {}): WireSpending => ({
  isPaid: true,
  unknownTakeMicros: 1_000_000,
  day: window(),
  month: window(),
  ...over,
});

/** `answers` are what the studio says, one a request; undefined for none. */
function open(children: ReactNode, ...answers: (WireSpending | undefined)[]) {
  vi.stubGlobal("fetch", async () => {
    const answer = answers.shift();
    return answer ? Response.json(answer) : new Response("", { status: 500 });
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </IntlProvider>,
  );
  return { isRead: (changed: string) => client.getQueryData(["spending", changed]) !== undefined };
}
const cell = async (row: string) => (await screen.findByRole("row", { name: new RegExp(`^${row}`) })).textContent;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("SpendingSettings", () => {
  it("shows what was charged, what may be, and what is left", async () => {
    open(<SpendingSettings />, spending({ day: capped(5_000_000, 3_580_000) }));
    expect(await cell("Charged")).toBe("Charged0.42 USD0.42 USD");
    expect(await cell("May be charged")).toBe("May be charged1.00 USD1.00 USD");
    expect(await cell("Left")).toBe("Left3.58 of 5.00 USD–");
    expect(screen.getByText("1 take has no known price and counts as a flat sum.")).toBeDefined();
    expect(screen.queryByText(/No cap is set/)).toBeNull();
  });

  it("says how a cap is set where there is none", async () => {
    open(<SpendingSettings />, spending());
    expect(await screen.findByText(/SPEND_PER_DAY_USD/)).toBeDefined();
    expect(screen.queryByRole("row", { name: /^Left/ })).toBeNull();
  });

  it("says that the sandbox costs nothing", async () => {
    open(<SpendingSettings />, spending({ isPaid: false }));
    expect(await screen.findByText("All takes here are made in the sandbox and cost nothing.")).toBeDefined();
    expect(screen.queryByRole("table")).toBeNull();
  });

  it("says where it cannot be read, and reads it again", async () => {
    open(<SpendingSettings />, undefined, spending());
    expect((await screen.findByRole("alert")).textContent).toContain("could not be read");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("table")).toBeDefined();
  });
});

describe("SpendingNote", () => {
  it.each([
    ["nothing without a cap", spending(), ""],
    ["nothing while a fifth is left", spending({ day: capped(5_000_000, 1_000_000) }), ""],
    [
      "what is left below that",
      spending({ day: capped(5_000_000, 999_999) }),
      "1.00 USD of the daily cap of 5.00 USD is left.",
    ],
    [
      "when a cap opens again that is used up, before one of which little is left",
      spending({ day: capped(5_000_000, 10_000), month: capped(9_000_000, 0) }),
      "The monthly cap of 9.00 USD is used up. It opens again at 2026-11-22 00:00 UTC.",
    ],
    [
      "no hour for a cap of nothing",
      spending({ month: capped(0, 0) }),
      "0.00 USD of the monthly cap of 0.00 USD is left.",
    ],
  ])("says %s", async (_, answer, text) => {
    const { isRead } = open(<SpendingNote newest={{ id: "take-1", status: "queued" }} />, answer);
    await vi.waitFor(() => expect(isRead("take-1 queued")).toBe(true));
    await act(async () => {});
    expect(screen.getByRole("status").textContent).toBe(text);
  });
});
