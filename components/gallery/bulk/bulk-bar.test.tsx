// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { IntlProvider } from "use-intl/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import type { GalleryTake } from "../take";
import { BulkBar } from "./bulk-bar";
import type { BulkCache } from "./cache";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));

function takeOf(id: string, over: Partial<GalleryTake> = {}): GalleryTake {
  return {
    id,
    modelId: "maker/model",
    modelName: "Model",
    upstream: "sandbox",
    status: "succeeded",
    ratio: 1,
    createdAt: "2026-01-01T00:00:00.000Z",
    url: `/api/assets/${id}`,
    canDelete: true,
    canShare: true,
    ...over,
  };
}

const COLLECTION = {
  id: "c",
  name: "Harbour",
  count: 1,
  coverJobId: null,
  posterUrls: [],
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
};

/** A list of which all is selected, as the gallery keeps it. */
function List(props: { takes: readonly GalleryTake[]; collectionId?: string | undefined }) {
  const [takes, setTakes] = useState(props.takes);
  const without = (ids: readonly string[]) => setTakes((now) => now.filter(({ id }) => !ids.includes(id)));
  const cache: BulkCache = {
    patch: (change) => setTakes((now) => now.map(change)),
    remove: (ids) => {
      without(ids);
      return () => setTakes(props.takes);
    },
    leave: without,
    forgetOthers: () => undefined,
  };
  return (
    <>
      <ul aria-label="Takes">
        {takes.map(({ id, favourite }) => (
          <li key={id}>{`${id}${favourite ? " ♥" : ""}`}</li>
        ))}
      </ul>
      <BulkBar takes={takes} collectionId={props.collectionId} cache={cache} onClear={() => setTakes([])} />
    </>
  );
}

type Answer = { failed?: { id: string; code: string }[] } | "nothing" | Promise<Response>;

function open(takes: readonly GalleryTake[], { collectionId }: { collectionId?: string } = {}) {
  const asked: { action: string; ids: string[]; collectionId?: string }[] = [];
  const studio: { answer: Answer } = { answer: {} };
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    if (path === "/api/collections") return Response.json({ collections: [COLLECTION] });
    const request = JSON.parse(String(init?.body));
    asked.push(request);
    const { answer } = studio;
    if (answer === "nothing") return new Response("", { status: 500 });
    if (answer instanceof Promise) return answer;
    const { failed = [] } = answer;
    return Response.json({ done: request.ids.length - failed.length, failed });
  });
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <List takes={takes} collectionId={collectionId} />
      </QueryClientProvider>
    </IntlProvider>,
  );
  return { user: userEvent.setup(), asked, studio };
}
const listed = () => screen.queryAllByRole("listitem").map(({ textContent }) => textContent);
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const said = () => screen.getByRole("status").textContent;

declare const happyDOM: { settings: { enableIframePageLoading: boolean } };

beforeEach(() => {
  // The frame of the download is empty; without this its `about:blank` would be refused aloud.
  happyDOM.settings.enableIframePageLoading = true;
  push.mockClear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the selected takes", () => {
  it("become favourites at once, and are none again by the same button", async () => {
    const { user, asked } = open([takeOf("a", { favourite: true }), takeOf("b")]);
    expect(screen.getByText("2 takes selected")).toBeTruthy();
    await user.click(button("Favourite"));
    expect(listed()).toEqual(["a ♥", "b ♥"]);
    await waitFor(() => expect(said()).toBe("1 take is a favourite now."));
    await user.click(button("Remove favourite"));
    await waitFor(() => expect(said()).toBe("2 takes are no favourites any more."));
    expect(asked).toEqual([
      { action: "favourite", ids: ["b"] },
      { action: "unfavourite", ids: ["a", "b"] },
    ]);
  });

  it("stay as they were where the studio does not answer, and it is said", async () => {
    const { user, studio } = open([takeOf("a"), takeOf("b")]);
    studio.answer = "nothing";
    await user.keyboard("f");
    await waitFor(() => expect(said()).toBe("The studio did not answer: 2 takes were not changed. Try again."));
    expect(listed()).toEqual(["a", "b"]);
    await user.keyboard("d");
    await waitFor(() => expect(button("Delete").closest("section")?.getAttribute("aria-busy")).toBe("false"));
    expect(listed()).toEqual(["a", "b"]);
  });

  it("are asked about once, however often a key is pressed", async () => {
    const { user, asked, studio } = open([takeOf("a")]);
    let answer: (response: Response) => void = () => undefined;
    studio.answer = new Promise((resolve) => {
      answer = resolve;
    });
    await user.keyboard("fffd");
    answer(Response.json({ done: 1, failed: [] }));
    await waitFor(() => expect(said()).toBe("1 take is a favourite now."));
    expect(asked).toHaveLength(1);
  });

  it("go to the trash, and come back by an undo that has the focus", async () => {
    const { user, asked } = open([takeOf("a"), takeOf("b"), takeOf("c")]);
    await user.keyboard("{Delete}");
    await waitFor(() => expect(said()).toBe("3 takes are in the trash for 30 days.Undo"));
    expect(listed()).toEqual([]);
    expect(document.activeElement).toBe(button("Undo"));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(said()).toBe("3 takes are back."));
    expect(listed()).toEqual(["a", "b", "c"]);
    expect(asked.map(({ action }) => action)).toEqual(["trash", "restore"]);
  });

  it("that still render are named when they cannot be deleted", async () => {
    const { user, studio, asked } = open([takeOf("a"), takeOf("b"), takeOf("c")]);
    studio.answer = {
      failed: [
        { id: "b", code: "conflict" },
        { id: "c", code: "conflict" },
      ],
    };
    await user.click(button("Delete"));
    const sentence = "1 take is in the trash for 30 days. 2 could not be deleted: they are still rendering.";
    await waitFor(() => expect(said()).toBe(`${sentence}Undo`));
    expect(listed()).toEqual(["b", "c"]);
    studio.answer = {};
    await user.click(button("Undo"));
    await waitFor(() => expect(asked.at(-1)).toEqual({ action: "restore", ids: ["a"] }));
  });

  it("go into a collection, and out of the one that is shown", async () => {
    const { user, asked } = open([takeOf("a")], { collectionId: "shown" });
    await user.click(button("Add to collection"));
    await user.click(await screen.findByRole("menuitem", { name: "Harbour" }));
    await waitFor(() => expect(said()).toBe("1 take is in “Harbour” now."));
    await user.click(button("Add to collection"));
    await user.click(screen.getByRole("menuitem", { name: "Remove from this collection" }));
    await waitFor(() => expect(said()).toBe("1 take is no longer in this collection."));
    expect(listed()).toEqual([]);
    expect(asked).toEqual([
      { action: "addToCollection", ids: ["a"], collectionId: "c" },
      { action: "removeFromCollection", ids: ["a"], collectionId: "shown" },
    ]);
  });

  it("are compared in their order", async () => {
    const { user } = open([takeOf("a"), takeOf("b")]);
    await user.keyboard("c");
    expect(push).toHaveBeenCalledWith("/compare?jobs=a,b");
  });

  it.each([
    ["one", [takeOf("a")], "Select two to 6 takes to compare."],
    ["seven", Array.from("abcdefg", (id) => takeOf(id)), "Select two to 6 takes to compare."],
    ["a failed", [takeOf("a"), takeOf("b", { url: undefined })], "1 of them has nothing to see."],
  ])("are not compared where there is %s, and it is said why", async (_, takes, reason) => {
    const { user } = open(takes);
    await user.click(button(`Compare: ${reason}`));
    expect(said()).toBe(reason);
    expect(push).not.toHaveBeenCalled();
  });

  it("are downloaded by a form that holds their ids, 500 of them at most", async () => {
    const { user } = open(Array.from({ length: 501 }, (_, at) => takeOf(`take-${at}`)));
    const form = button(/^Download as zip/).closest("form");
    expect(form?.method).toBe("post");
    expect(new FormData(form ?? undefined).get("ids")).toContain("take-0,take-1,");
    await user.click(button("Download as zip: A zip holds 500 takes at most."));
    expect(said()).toBe("A zip holds 500 takes at most.");
  });

  it("are left alone by keys that are typed into a field", async () => {
    const { user, asked } = open([takeOf("a")]);
    const field = document.body.appendChild(document.createElement("input"));
    await user.type(field, "fcd");
    field.remove();
    expect(asked).toEqual([]);
  });
});
