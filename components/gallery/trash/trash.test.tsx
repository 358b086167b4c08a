// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { TrashPage } from "./trash-page";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

function deleted(id: string, leftMs = 20 * DAY_MS) {
  const purgeAt = new Date(Date.now() + leftMs).toISOString();
  return {
    id,
    modelName: "Hunyuan",
    input: { prompt: `Take ${id}` },
    outputs: [],
    deletedAt: "2026-11-11T10:00:00.000Z",
    purgeAt,
  };
}

/** A trash with these takes, which loses what is restored or removed. */
function serve(ids: string[], fails: Record<string, boolean> = {}) {
  let inIt = [...ids];
  const asked: { what: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", async (address: string, init?: RequestInit) => {
    const what = `${init?.method ?? "GET"} ${address.split("?")[0]}`;
    const body = JSON.parse(String(init?.body ?? "null"));
    asked.push({ what, body });
    if (fails[what]) return new Response("", { status: 500 });
    if (what === "GET /api/trash") {
      return Response.json({ jobs: inIt.map((id) => deleted(id)), nextCursor: null, total: inIt.length });
    }
    const before = inIt.length;
    inIt =
      what === "DELETE /api/trash" ? [] : inIt.filter((id) => !body?.ids?.includes(id) && !what.endsWith(`/${id}`));
    if (what === "DELETE /api/trash") return Response.json({ removed: before });
    if (init?.method === "DELETE") return new Response(null, { status: 204 });
    return Response.json({ done: before - inIt.length, failed: [] });
  });
  return { asked, fails };
}

function show(onRestored = vi.fn()) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <QueryClientProvider client={client}>
        <TrashPage onRestored={onRestored} />
      </QueryClientProvider>
    </IntlProvider>,
  );
  return userEvent.setup();
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the trash", () => {
  it("says that it is empty, and how long takes stay in it", async () => {
    serve([]);
    show();
    expect(await screen.findByText("The trash is empty.")).toBeTruthy();
    expect(screen.getByText(/stays here for 30 days/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Empty trash" })).toBeNull();
  });

  it("says that it could not be loaded, and tries again", async () => {
    const { fails } = serve(["a"], { "GET /api/trash": true });
    const user = show();
    const alert = await screen.findByRole("alert");
    fails["GET /api/trash"] = false;
    await user.click(within(alert).getByRole("button", { name: "Try again" }));
    expect((await screen.findByRole("listitem")).textContent).toContain("Hunyuan, Take a");
  });

  it.each([
    [12 * DAY_MS, "Removed for good in 12 days"],
    [DAY_MS, "Removed for good in 1 day"],
    [5 * HOUR_MS, "Removed for good in 5 hours"],
    [0, "Removed for good within the hour"],
  ])("says of a take with %i ms left: %s", async (leftMs, expected) => {
    const page = { jobs: [deleted("a", leftMs + 60_000)], nextCursor: null, total: 1 };
    vi.stubGlobal("fetch", async () => Response.json(page));
    show();
    expect((await screen.findByRole("listitem")).textContent).toContain(expected);
  });

  it("restores one, those chosen, or all", async () => {
    const { asked } = serve(["a", "b", "c", "d"]);
    const onRestored = vi.fn();
    const user = show(onRestored);
    await user.click(await screen.findByRole("button", { name: "Restore Hunyuan, Take a" }));
    expect(await screen.findByText("1 take is in the gallery again.")).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Trash" }));
    for (const id of ["b", "c"]) await user.click(screen.getByRole("checkbox", { name: `Choose Hunyuan, Take ${id}` }));
    expect((screen.getByRole("checkbox", { name: "Choose all shown" }) as HTMLInputElement).indeterminate).toBe(true);
    await user.click(screen.getByRole("button", { name: "Restore chosen" }));
    expect(await screen.findByText("2 takes are in the gallery again.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Restore all shown" }));
    expect(await screen.findByText("The trash is empty.")).toBeTruthy();
    const restored = asked.filter(({ what }) => what === "POST /api/jobs/bulk").map(({ body }) => body);
    expect(restored).toEqual([["a"], ["b", "c"], ["d"]].map((ids) => ({ ids, action: "restore" })));
    expect(onRestored).toHaveBeenCalledTimes(3);
  });

  it("keeps everything, and says so, where nothing could be restored", async () => {
    serve(["a"], { "POST /api/jobs/bulk": true });
    const user = show();
    await user.click(await screen.findByRole("button", { name: "Restore all shown" }));
    expect((await screen.findByRole("alert")).textContent).toBe("The takes were not restored. Try again.");
    expect(screen.getAllByRole("listitem")).toHaveLength(1);
  });

  it("removes a take for good only after a question", async () => {
    const { asked } = serve(["a", "b"]);
    const user = show();
    await user.click(await screen.findByRole("button", { name: "Delete Hunyuan, Take a for good" }));
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Keep" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await user.click(screen.getByRole("button", { name: "Delete Hunyuan, Take a for good" }));
    const dialog = screen.getByRole("dialog", { name: "Delete this take for good?" });
    expect(within(dialog).getByText(/cannot be undone/)).toBeTruthy();
    await user.click(within(dialog).getByRole("button", { name: "Delete for good" }));
    expect(await screen.findByText("The take is deleted for good.")).toBeTruthy();
    expect(screen.getAllByRole("listitem")).toHaveLength(1);
    expect(asked.filter(({ what }) => what.startsWith("DELETE"))).toEqual([
      { what: "DELETE /api/trash/a", body: null },
    ]);
  });

  it("is emptied after a question with the number, which stays open where it failed", async () => {
    const { fails } = serve(["a", "b"], { "DELETE /api/trash": true });
    const user = show();
    await user.click(await screen.findByRole("button", { name: "Empty trash" }));
    const dialog = screen.getByRole("dialog", { name: "Empty the trash?" });
    expect(within(dialog).getByText(/^2 takes and their files/)).toBeTruthy();
    await user.click(within(dialog).getByRole("button", { name: "Empty trash" }));
    expect((await within(dialog).findByRole("alert")).textContent).toContain("Nothing was deleted");
    fails["DELETE /api/trash"] = false;
    await user.click(within(dialog).getByRole("button", { name: "Empty trash" }));
    expect(await screen.findByText("2 takes are deleted for good.")).toBeTruthy();
    expect(screen.getByText("The trash is empty.")).toBeTruthy();
  });
});
