// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { IntlProvider } from "use-intl/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { WireShare } from "@/lib/api/share-contract";
import { messagesFor } from "@/lib/i18n/messages";
import { MadeLink } from "./made-link";
import { ShareForm } from "./share-form";
import { ShareList } from "./share-list";

const URL_MADE = "https://studio.example/s/token";

function shareOf(over: Partial<WireShare> = {}): WireShare {
  return {
    id: "s1",
    fingerprint: "0a1b2c3d",
    jobIds: ["a"],
    title: "Harbour",
    shown: { prompt: true, settings: false, references: false, download: false },
    hasPassword: false,
    createdAt: "2026-11-21T10:00:00.000Z",
    expiresAt: null,
    state: "open",
    views: 0,
    lastUsedAt: null,
    posterUrl: null,
    ...over,
  };
}

function show(children: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </IntlProvider>,
  );
  return userEvent.setup();
}

/** The studio's answers, by method; undefined for one that fails. */
function serve(answers: Record<string, object | undefined>) {
  const asked: { path: string; method: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    const method = init?.method ?? "GET";
    asked.push({ path, method, body: JSON.parse(String(init?.body ?? "null")) });
    const answer = answers[method];
    if (method === "DELETE" && answer) return new Response(null, { status: 204 });
    return answer ? Response.json(answer) : new Response("", { status: 500 });
  });
  return { asked, answers };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("making a link", () => {
  it("says who sees what, and asks for just that", async () => {
    const { asked } = serve({ POST: { share: shareOf(), url: URL_MADE } });
    const onMade = vi.fn();
    const user = show(<ShareForm jobIds={["b", "a"]} onMade={onMade} />);
    await user.click(screen.getByRole("switch", { name: "Show the prompt" }));
    await user.click(screen.getByRole("switch", { name: "Offer a download" }));
    expect(screen.getByText("Anyone with the link can see: the 2 takes (with download).")).toBeTruthy();
    await user.type(screen.getByLabelText("Password"), "open sesame");
    expect(screen.getByText(/the link and the password can see/)).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "1 day" }));
    await user.click(screen.getByRole("button", { name: "Make a link" }));
    await waitFor(() => expect(onMade).toHaveBeenCalled());
    expect(asked).toEqual([
      {
        path: "/api/shares",
        method: "POST",
        body: {
          jobIds: ["b", "a"],
          expires: "day",
          password: "open sesame",
          shown: { prompt: false, settings: false, references: false, download: true },
        },
      },
    ]);
  });

  it("asks for the moment that was announced but not chosen, before it sends anything", async () => {
    const { asked } = serve({});
    const user = show(<ShareForm jobIds={["a"]} onMade={vi.fn()} />);
    await user.click(screen.getByRole("radio", { name: "Until…" }));
    await user.click(screen.getByRole("button", { name: "Make a link" }));
    expect(screen.getByText("Choose a day and a time.")).toBeTruthy();
    expect(asked).toEqual([]);
  });

  it("says so when the studio does not answer", async () => {
    serve({});
    const user = show(<ShareForm jobIds={["a"]} onMade={vi.fn()} />);
    await user.click(screen.getByRole("button", { name: "Make a link" }));
    expect((await screen.findByRole("alert")).textContent).toBe("The link was not made. Try again.");
  });
});

it("a link is selected where the browser does not let a page copy", async () => {
  const user = show(<MadeLink made={{ share: shareOf(), url: URL_MADE }} />);
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("not allowed"));
  await user.click(screen.getByRole("button", { name: "Copy" }));
  expect(screen.getByRole("status").textContent).toBe("Selected. Copy it with Ctrl+C or ⌘C.");
  expect(document.activeElement).toBe(screen.getByLabelText("Link"));
});

describe("the list of links", () => {
  it("says what will be in it while there are none, and leads to the takes", async () => {
    serve({ GET: { shares: [], nextCursor: null } });
    show(<ShareList />);
    expect(await screen.findByText(/^Links that you make are listed here/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "Choose a take" }).getAttribute("href")).toBe("/gallery");
  });

  it("says that it could not be loaded, and tries again", async () => {
    const { answers } = serve({});
    const user = show(<ShareList />);
    const alert = await screen.findByRole("alert");
    answers.GET = { shares: [shareOf({ views: 2 })], nextCursor: null };
    await user.click(within(alert).getByRole("button", { name: "Try again" }));
    expect((await screen.findByRole("listitem")).textContent).toContain("2 views");
  });

  it("tells links that still open from those that do not", async () => {
    const expired = shareOf({ id: "s2", state: "expired", expiresAt: "2026-11-20T10:00:00.000Z" });
    serve({ GET: { shares: [shareOf(), expired, shareOf({ id: "s3", state: "takeGone" })], nextCursor: null } });
    show(<ShareList />);
    const rows = await screen.findAllByRole("listitem");
    const says = ["Works until you end it.", "Ended Nov 20, 2026", "a take of it is deleted"];
    for (const [index, text] of says.entries()) expect(rows[index]?.textContent).toContain(text);
  });

  it("ends a link only after asking, and keeps it where it could not be ended", async () => {
    const { asked, answers } = serve({ GET: { shares: [shareOf()], nextCursor: null } });
    const user = show(<ShareList />);
    const opener = await screen.findByRole("button", { name: "End link: Harbour" });
    await user.click(opener);
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Keep it" }));
    await user.click(screen.getByRole("button", { name: "Keep it" }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "End link: Harbour" })));
    expect(asked.filter(({ method }) => method === "DELETE")).toEqual([]);

    await user.click(screen.getByRole("button", { name: "End link: Harbour" }));
    await user.click(screen.getByRole("button", { name: "End it" }));
    expect(await screen.findByText("The link was not ended. Try again.")).toBeTruthy();
    answers.DELETE = {};
    await user.click(screen.getByRole("button", { name: "End it" }));
    expect(await screen.findByText("The link has ended.")).toBeTruthy();
    expect(screen.queryByRole("listitem")).toBeNull();
    expect(asked.at(-1)).toMatchObject({ method: "DELETE", path: "/api/shares/s1" });
  });

  it("takes a link that has been ended elsewhere for ended", async () => {
    serve({ GET: { shares: [shareOf()], nextCursor: null } });
    const user = show(<ShareList />);
    await user.click(await screen.findByRole("button", { name: "End link: Harbour" }));
    vi.stubGlobal("fetch", async () => new Response("", { status: 404 }));
    await user.click(screen.getByRole("button", { name: "End it" }));
    expect(await screen.findByText("The link has ended.")).toBeTruthy();
    expect(screen.queryByRole("listitem")).toBeNull();
  });
});
