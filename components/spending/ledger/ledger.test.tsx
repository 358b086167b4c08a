// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, expect, it, vi } from "vitest";
import type { WireLedger } from "@/lib/api/ledger-contract";
import { messagesFor } from "@/lib/i18n/messages";
import { Ledger } from "./ledger";

vi.mock("next/navigation", () => ({ useSearchParams: () => new URLSearchParams(location.search) }));

const OWN = "from=2026-11-01&to=2026-11-03";
const row = (key: string | null, name: string, micros: Partial<WireLedger["rows"][number]> = {}) => ({
  ...{ key, name, takes: 1, actualMicros: 0, estimatedMicros: 0, unknownTakes: 0, ...micros },
});
const ledger = (over: Partial<WireLedger> = {}): WireLedger => ({
  by: "day",
  from: "2026-11-01",
  to: "2026-11-03",
  rows: [],
  total: { takes: 0, actualMicros: 0, estimatedMicros: 0, unknownTakes: 0, goneTakes: 0 },
  freeTakes: 0,
  ...over,
});
const SPENT = ledger({
  rows: [
    row("2026-11-01", "2026-11-01", { actualMicros: 420_000 }),
    row("2026-11-03", "2026-11-03", { takes: 3, estimatedMicros: 250_000, unknownTakes: 2 }),
  ],
  total: { takes: 4, actualMicros: 420_000, estimatedMicros: 250_000, unknownTakes: 2, goneTakes: 1 },
});

/** `answers` are what the studio says of the ledger, one a request; undefined for a failure. */
function open(search: string, answers: (WireLedger | undefined)[], { isPaid = true } = {}) {
  history.replaceState(null, "", `/ledger?${search}`);
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    if (!path.startsWith("/api/ledger")) return new Response("", { status: 500 });
    asked.push(path);
    const answer = answers.shift();
    return answer ? Response.json(answer) : new Response("", { status: 500 });
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <QueryClientProvider client={client}>
        <Ledger isPaid={isPaid} openedOn="2026-11-21" />
      </QueryClientProvider>
    </IntlProvider>,
  );
  return { asked, user: userEvent.setup() };
}
const cellsOf = (element: HTMLElement) =>
  within(element)
    .getAllByRole("cell")
    .map((cell) => cell.textContent);

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("shows what was charged, estimated and unknown, the newest day first, with the way to its takes", async () => {
  const { asked } = open(OWN, [SPENT]);
  const [, newest, oldest, total] = await screen.findAllByRole("row");
  expect(asked).toEqual([`/api/ledger?by=day&${OWN}`]);
  expect(newest && cellsOf(newest)).toEqual(["3", "0.00", "≈ 0.25", "2"]);
  expect(oldest && cellsOf(oldest)).toEqual(["1", "0.42", "–", "–"]);
  expect(total && cellsOf(total)).toEqual(["4", "0.42", "≈ 0.25", "2"]);
  const link = screen.getByRole("link", { name: "Nov 3, 2026" });
  expect(link.getAttribute("href")).toBe("/gallery?upstream=runcomfy&from=2026-11-03&to=2026-11-03");
  expect(screen.getByText(/1 take was deleted for good/)).toBeDefined();
  expect(screen.getByText(/Under a cap each counts as a flat sum/)).toBeDefined();
});

it("draws a bar for every day, which tells apart charged and estimated without a colour", async () => {
  open(OWN, [SPENT]);
  const chart = within(await screen.findByRole("figure", { name: "What each day cost" }));
  expect(chart.getByTitle("Nov 1 · Charged 0.42 USD")).toBeDefined();
  expect(chart.getByTitle("Nov 2 · Charged 0.00 USD").children).toHaveLength(0);
  const mixed = chart.getByTitle(/^Nov 3 .* Estimate ≈ 0\.25 USD · 2 takes of unknown cost$/);
  expect(Array.from(mixed.children, ({ className }) => /dashed|repeating/.exec(className)?.[0])).toEqual([
    "dashed",
    "repeating",
  ]);
  expect(chart.getByText("Cost unknown")).toBeDefined();
});

it("names takes in no collection, which lead nowhere", async () => {
  const rows = [row("c1", "Rain", { actualMicros: 5_000_000 }), row(null, "", { actualMicros: 1_000_000 })];
  const total = { ...SPENT.total, goneTakes: 0 };
  open(`by=collection&${OWN}`, [ledger({ by: "collection", rows, total })]);
  expect((await screen.findByRole("link", { name: "Rain" })).getAttribute("href")).toBe(
    `/gallery?upstream=runcomfy&collection=c1&${OWN}`,
  );
  expect(screen.getByRole("rowheader", { name: "In no collection" })).toBeDefined();
  expect(screen.queryByRole("link", { name: "In no collection" })).toBeNull();
  expect(screen.getByText("A take in several collections counts in each of them.")).toBeDefined();
});

it("offers the table and every take as files", async () => {
  open(`by=model&${OWN}`, [{ ...SPENT, by: "model" }]);
  const table = await screen.findByRole("link", { name: "Table as CSV" });
  expect(table.getAttribute("href")).toBe(`/api/ledger/csv?by=model&${OWN}`);
  const takes = screen.getByRole("link", { name: "Every take as CSV" });
  expect(takes.getAttribute("href")).toBe(`/api/ledger/csv?by=take&${OWN}`);
});

it("leads on where nothing was spent, and says in a studio without a key how to spend", async () => {
  const { user } = open(OWN, [ledger({ freeTakes: 3 })], { isPaid: false });
  expect(await screen.findByText("Nothing was spent on these days.")).toBeDefined();
  expect(screen.getByText(/RUNCOMFY_API_KEY/)).toBeDefined();
  expect(screen.getByText("3 sandbox takes were free and are not listed.")).toBeDefined();
  expect(screen.getByRole("link", { name: "Make a take" }).getAttribute("href")).toBe("/");
  expect(screen.queryByRole("table")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Show this year" }));
  expect(location.search).toBe("?range=year");
});

it("says where it cannot be read, and reads it again", async () => {
  const { user } = open(OWN, [undefined, SPENT], { isPaid: false });
  expect((await screen.findByText("What was spent could not be read.")).getAttribute("role")).toBe("alert");
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("table")).toBeDefined();
});

it("keeps what it shows in the address", async () => {
  const { user } = open("", [SPENT]);
  await user.click(screen.getByRole("radio", { name: "Model" }));
  expect(location.search).toBe("?by=model");
  await user.click(screen.getByRole("radio", { name: "Last 30 days" }));
  expect(location.search).toMatch(/range=30days$/);
});

it("takes own dates when they are a range, and says why they are none", async () => {
  const { user } = open(OWN, [SPENT]);
  const last = screen.getByLabelText("Last day");
  await user.clear(last);
  await user.type(last, "2026-10-31");
  await user.tab();
  expect(screen.getByText("The last day is before the first.")).toBeDefined();
  expect(location.search).toBe(`?${OWN}`);
  await user.clear(last);
  await user.type(last, "2026-11-30");
  await user.tab();
  expect(location.search).toBe("?from=2026-11-01&to=2026-11-30");
});
