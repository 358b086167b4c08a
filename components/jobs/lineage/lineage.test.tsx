// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl";
import { afterEach, describe, expect, it, vi } from "vitest";
import { lineageSchema, type WireLineage, type WireLineageJob } from "@/lib/api/lineage-contract";
import { messagesFor } from "@/lib/i18n/messages";
import { Lineage } from "./lineage";

const take = (id: string, over: Partial<WireLineageJob> = {}): WireLineageJob => ({
  id,
  modelName: `Model ${id}`,
  status: "succeeded",
  upstream: "sandbox",
  posterUrl: null,
  ratio: 1,
  createdAt: "2026-01-01T00:00:00.000Z",
  ...over,
});

const TOLD: WireLineage = {
  jobs: [
    take("self", { group: { id: "g0", place: 2, count: 8 } }),
    take("parent"),
    take("grandparent", { deleted: true }),
    take("child", { status: "running", group: { id: "g1", place: 0, count: 4 } }),
  ],
  links: [
    { from: "parent", to: "self", how: "settings" },
    { from: "grandparent", to: "parent", how: "frame", atMs: 61_000 },
    { from: "self", to: "child", how: "reference", others: 3 },
  ],
  cut: { older: true, newer: false },
};

/** Answers of the studio, one a request; undefined is none. */
function open(...answers: (WireLineage | undefined)[]) {
  const fetched = vi.fn(async () => {
    const answer = answers.shift();
    return answer ? Response.json(lineageSchema.parse(answer)) : new Response(null, { status: 503 });
  });
  vi.stubGlobal("fetch", fetched);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
        <Lineage jobId="self" />
      </IntlProvider>
    </QueryClientProvider>,
  );
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the lineage of a take", () => {
  it("stands as nested lists on both sides, each take with its relation and its page", async () => {
    open(TOLD);
    const older = await screen.findByRole("list", { name: "It came from" });
    expect(within(older).getByText("Its settings were reused")).toBeTruthy();
    expect(within(older).getByRole("link", { name: "Model parent, Done" }).getAttribute("href")).toBe("/jobs/parent");
    const [nested] = within(older).getAllByRole("list");
    expect(nested?.textContent).toContain("Its frame at 1:01 is a reference");
    const newer = screen.getByRole("list", { name: "What came from it" });
    expect(within(newer).getByText("It is a reference in")).toBeTruthy();
    expect(within(newer).getByRole("link", { name: "Model child, Rendering" })).toBeTruthy();
  });

  it("names a take in the trash without a way to it", async () => {
    open(TOLD);
    expect(await screen.findByText("In the trash")).toBeTruthy();
    expect(screen.queryByRole("link", { name: /grandparent/ })).toBeNull();
  });

  it("tells the place among variations, with the way to the group", async () => {
    open(TOLD);
    expect(await screen.findByText("Variation 3 of 8")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Show all 8" }).getAttribute("href")).toBe("/?group=g0");
    expect(screen.getByText("3 more variations")).toBeTruthy();
  });

  it("says on which side there is more", async () => {
    open(TOLD);
    expect(await screen.findByText(/There are more takes before these/)).toBeTruthy();
    expect(screen.queryByText(/There are more takes after these/)).toBeNull();
  });

  it("is one quiet line where nothing belongs to it", async () => {
    open({ jobs: [take("self")], links: [], cut: { older: false, newer: false } });
    expect(await screen.findByText(/^No other take is connected with this one yet\./)).toBeTruthy();
    expect(screen.queryByRole("list")).toBeNull();
  });

  it("says that it looks, then that it failed, and tries again", async () => {
    open(undefined, TOLD);
    expect(screen.getByRole("status").textContent).toBe("Looking for takes that belong together");
    expect((await screen.findByRole("alert")).textContent).toContain("The studio did not answer.");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("list", { name: "It came from" })).toBeTruthy();
  });
});
