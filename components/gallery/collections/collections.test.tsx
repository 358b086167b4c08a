// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { IntlProvider } from "use-intl/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { WireCollection } from "@/lib/api/gallery-contract";
import { messagesFor } from "@/lib/i18n/messages";
import { Arrange } from "./arrange";
import { ChooseCollections } from "./choose-collections";
import { CollectionHeader } from "./collection-header";
import { CollectionsStrip } from "./collections-strip";

function collectionOf(over: Partial<WireCollection> = {}): WireCollection {
  return {
    id: "c1",
    name: "Night market",
    count: 3,
    coverJobId: null,
    posterUrls: [],
    createdAt: "2026-11-21T10:00:00.000Z",
    updatedAt: "2026-11-21T10:00:00.000Z",
    ...over,
  };
}

const TAKES = ["a", "b", "c"].map((id) => ({
  id,
  modelName: "Hunyuan",
  input: { prompt: `Take ${id}` },
  outputs: [],
}));

type Answer = object | number;

/** The studio's answers by method and path; a number is the status of a failure. */
function serve(answers: Record<string, Answer>) {
  const asked: { what: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", async (address: string, init?: RequestInit) => {
    const what = `${init?.method ?? "GET"} ${address.split("?")[0]}`;
    asked.push({ what, body: JSON.parse(String(init?.body ?? "null")) });
    const answer = answers[what] ?? 404;
    if (init?.method === "DELETE" && typeof answer === "object") return new Response(null, { status: 204 });
    return typeof answer === "number" ? new Response("", { status: answer }) : Response.json(answer);
  });
  return { asked, answers };
}

function refusal(message: string): Response {
  const errors = [{ field: "name", message, code: "tooLong", params: {} }];
  return Response.json({ detail: "One value needs a change.", errors }, { status: 422 });
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

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the row of collections", () => {
  it("leads to each by its name and says how much it holds", async () => {
    serve({
      "GET /api/collections": { collections: [collectionOf(), collectionOf({ id: "c 2", name: "Harbour", count: 0 })] },
    });
    show(<CollectionsStrip />);
    const links = await screen.findAllByRole("link");
    expect(links.map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
      ["HarbourNo takes", "/gallery?collection=c+2"],
      ["Night market3 takes", "/gallery?collection=c1"],
    ]);
  });

  it("says what collections are for where there are none", async () => {
    serve({ "GET /api/collections": { collections: [] } });
    show(<CollectionsStrip />);
    expect(await screen.findByText(/Put takes together/)).toBeTruthy();
  });

  it("says that it could not be loaded, and tries again", async () => {
    const { answers } = serve({ "GET /api/collections": 500 });
    const user = show(<CollectionsStrip />);
    const alert = await screen.findByRole("alert");
    answers["GET /api/collections"] = { collections: [collectionOf()] };
    await user.click(within(alert).getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("link", { name: /Night market/ })).toBeTruthy();
  });

  it("makes a new one, and says what the studio says about its name", async () => {
    const { answers } = serve({ "GET /api/collections": { collections: [collectionOf()] } });
    const stubbed = fetch;
    const user = show(<CollectionsStrip />);
    await screen.findByRole("link");
    await user.click(screen.getByRole("button", { name: "New collection" }));
    const field = await screen.findByLabelText("Name");
    vi.stubGlobal("fetch", async () => refusal("At most 80 characters."));
    await user.type(field, "Harbour{Enter}");
    expect((await screen.findByRole("alert")).textContent).toBe("At most 80 characters.");
    expect([field.getAttribute("aria-invalid"), document.activeElement]).toEqual(["true", field]);
    vi.stubGlobal("fetch", stubbed);
    answers["POST /api/collections"] = { collection: collectionOf({ id: "c2", name: "Harbour", count: 0 }) };
    await user.keyboard("{Enter}");
    expect(await screen.findByText(/“Harbour” is made/)).toBeTruthy();
    expect(screen.getAllByRole("link").map((link) => link.textContent)).toEqual([
      "HarbourNo takes",
      "Night market3 takes",
    ]);
  });
});

describe("the head of a collection", () => {
  const head = (handlers: { onOrdered?: () => void; onDeleted?: () => void } = {}) =>
    show(<CollectionHeader id="c1" onOrdered={vi.fn()} onDeleted={vi.fn()} {...handlers} />);

  it("is renamed in place, with Escape as the way back", async () => {
    const { asked } = serve({
      "GET /api/collections": { collections: [collectionOf()] },
      "PATCH /api/collections/c1": { collection: collectionOf({ name: "Day market" }) },
    });
    const user = head();
    await user.click(await screen.findByRole("button", { name: "Rename" }));
    await user.type(screen.getByLabelText("Name"), " 2{Escape}");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Night market");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Rename" }));
    await user.keyboard("{Enter}");
    await user.clear(screen.getByLabelText("Name"));
    await user.type(screen.getByLabelText("Name"), "Day market{Enter}");
    await waitFor(() => expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Day market"));
    expect(asked.at(-1)).toEqual({ what: "PATCH /api/collections/c1", body: { name: "Day market" } });
  });

  it("offers everything in it as one file", async () => {
    serve({ "GET /api/collections": { collections: [collectionOf()] } });
    head();
    const link = await screen.findByRole("link", { name: "Download all" });
    expect(link.getAttribute("href")).toBe("/api/downloads?collectionId=c1");
  });

  it("is deleted only after a question that says what stays", async () => {
    const { asked, answers } = serve({
      "GET /api/collections": { collections: [collectionOf()] },
      "DELETE /api/collections/c1": 500,
    });
    const onDeleted = vi.fn();
    const user = head({ onDeleted });
    await user.click(await screen.findByRole("button", { name: "Delete collection" }));
    const dialog = await screen.findByRole("dialog", { name: "Delete this collection?" });
    expect(within(dialog).getByText(/Its 3 takes stay in the gallery/)).toBeTruthy();
    await user.click(within(dialog).getByRole("button", { name: "Delete collection" }));
    expect((await within(dialog).findByRole("alert")).textContent).toContain("Nothing was changed");
    expect(onDeleted).not.toHaveBeenCalled();
    answers["DELETE /api/collections/c1"] = {};
    await user.click(within(dialog).getByRole("button", { name: "Delete collection" }));
    await waitFor(() => expect(onDeleted).toHaveBeenCalledOnce());
    expect(asked.filter(({ what }) => what.startsWith("DELETE"))).toHaveLength(2);
  });

  it("says that there is none at this address", async () => {
    serve({ "GET /api/collections": { collections: [] } });
    head();
    expect(await screen.findByText("This collection does not exist or was deleted.")).toBeTruthy();
    expect(screen.getByRole("link", { name: "All takes" }).getAttribute("href")).toBe("/gallery");
  });
});

describe("the order of a collection", () => {
  const takes = () => screen.getAllByRole("button", { name: /of 3: Hunyuan/ }).map((tile) => tile.dataset.take);

  async function open(order: Answer) {
    const server = serve({
      "GET /api/jobs": { jobs: TAKES, nextCursor: null },
      "POST /api/collections/c1/order": order,
      "PATCH /api/collections/c1": { collection: collectionOf() },
    });
    const onOrdered = vi.fn();
    const user = show(
      <Arrange collection={collectionOf({ coverJobId: "b" })} onOrdered={onOrdered} onClose={vi.fn()} />,
    );
    await screen.findByRole("button", { name: "1 of 3: Hunyuan, Take a" });
    const saves = () => server.asked.filter(({ what }) => what.startsWith("POST")).map(({ body }) => body);
    return { ...server, user, onOrdered, saves };
  }

  it("is changed by keys: picked up, moved, put down, put back", async () => {
    const { user, saves } = await open({ collection: collectionOf() });
    screen.getByRole("button", { name: "1 of 3: Hunyuan, Take a" }).focus();
    await user.keyboard(" {ArrowRight}{ArrowRight}");
    expect([takes(), saves()]).toEqual([["b", "c", "a"], []]);
    expect(screen.getByText("Place 3 of 3.")).toBeTruthy();
    await user.keyboard("{Escape}");
    expect(takes()).toEqual(["a", "b", "c"]);
    await user.keyboard(" {End}");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("3 of 3: Hunyuan, Take a");
    await user.keyboard(" ");
    expect(await screen.findByText(/The order is saved/)).toBeTruthy();
    expect([takes(), saves()]).toEqual([["b", "c", "a"], [{ ids: ["b", "c", "a"] }]]);
  });

  it("is changed by buttons, and closing says so", async () => {
    const { user, saves, onOrdered } = await open({ collection: collectionOf() });
    await user.click(screen.getByRole("button", { name: /Take c/ }));
    await user.click(screen.getByRole("button", { name: "Earlier" }));
    expect([takes(), saves()]).toEqual([["a", "c", "b"], [{ ids: ["c", "b"] }]]);
    expect(screen.getByRole("button", { name: "Earlier" })).toBe(document.activeElement);
    await screen.findByText(/The order is saved/);
    await user.click(screen.getByRole("button", { name: "Close" }));
    await waitFor(() => expect(onOrdered).toHaveBeenCalledOnce());
  });

  it("is as it was where it could not be saved, and says so", async () => {
    const { user } = await open(500);
    await user.click(screen.getByRole("button", { name: "To the end" }));
    expect((await screen.findByRole("alert")).textContent).toContain("The order was not saved");
    expect(takes()).toEqual(["a", "b", "c"]);
  });

  it("has a cover that is chosen, or taken away", async () => {
    const { user, asked } = await open({ collection: collectionOf() });
    await user.click(screen.getByRole("button", { name: "Make it the cover" }));
    await user.click(screen.getByRole("button", { name: /Take b/ }));
    await user.click(screen.getByRole("button", { name: "Cover by order" }));
    const bodies = asked.filter(({ what }) => what.startsWith("PATCH")).map(({ body }) => body);
    expect(bodies).toEqual([{ coverJobId: "a" }, { coverJobId: null }]);
  });
});

describe("the collections of a take", () => {
  it("are marked, and a mark that could not be kept is said", async () => {
    serve({ "GET /api/collections": { collections: [collectionOf(), collectionOf({ id: "c2", name: "Harbour" })] } });
    const onChoose = vi.fn().mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error("no answer"));
    const user = show(<ChooseCollections isIn={new Set(["c1"])} onChoose={onChoose} onClose={vi.fn()} />);
    expect(await screen.findByRole("checkbox", { name: "Night market", checked: true })).toBeTruthy();
    await user.click(screen.getByRole("checkbox", { name: "Harbour", checked: false }));
    expect(await screen.findByText("Added to “Harbour”.")).toBeTruthy();
    await user.click(screen.getByRole("checkbox", { name: "Night market" }));
    expect(await screen.findByText("That was not saved. Try again.")).toBeTruthy();
    expect(onChoose.mock.calls).toEqual([
      ["c2", true],
      ["c1", false],
    ]);
  });
});
