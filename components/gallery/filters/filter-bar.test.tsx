// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { IntlProvider } from "use-intl/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { FilterBar } from "./filter-bar";
import type { ChangeFilters, Filters } from "./filter-values";

/** Keeps what is chosen, as the address does: without what was taken away. */
function Bar({ chosen }: { chosen: Filters }) {
  const [filters, setFilters] = useState(chosen);
  const change: ChangeFilters = (part) =>
    setFilters(Object.fromEntries(Object.entries({ ...filters, ...part }).filter(([, value]) => value !== undefined)));
  return <FilterBar filters={filters} models={[]} onChange={change} />;
}

function show(chosen: Filters) {
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <QueryClientProvider client={new QueryClient()}>
        <Bar chosen={chosen} />
      </QueryClientProvider>
    </IntlProvider>,
  );
  return userEvent.setup();
}

beforeEach(() => {
  vi.stubGlobal("fetch", async () => Response.json({ collections: [] }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const button = (name: string) => screen.getByRole("button", { name });

it("hands the focus on when a chosen filter is taken away", async () => {
  const user = show({ rating: "4", ratio: "wide" });
  await user.click(button("Remove filter: 4 stars or more"));
  expect(document.activeElement).toBe(button("Remove filter: Wide"));
  await user.click(button("Remove filter: Wide"));
  expect(document.activeElement).toBe(button("Filters"));
});

it("keeps the focus in the bar when all filters are cleared", async () => {
  const user = show({ rating: "4", ratio: "wide" });
  await user.click(button("Clear all"));
  expect(document.activeElement).toBe(button("Filters"));
  expect(screen.queryByRole("list")).toBeNull();
});
