// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fillBasket } from "@/components/compare/basket";
import { recentJobsQuery } from "@/components/jobs/queries";
import type { WireJob } from "@/lib/api/contract";
import { messagesFor } from "@/lib/i18n/messages";
import { galleryQuery } from "../gallery/gallery-query";
import { pageOf } from "../gallery/gallery-take";
import { ComparePage } from "./compare-page";

function job(id: string): WireJob {
  return {
    id,
    modelId: "maker/model",
    modelName: "Model",
    upstream: "sandbox",
    status: "succeeded",
    input: { prompt: `Take ${id} of the day.` },
    outputs: [],
    createdAt: "2026-01-01T00:00:00.000Z",
    actions: { canCancel: false, canRetry: false, canLookAgain: false, canShare: false, canDelete: false },
  };
}
const [ONE, TWO] = [job("one"), job("two")];

/** Two takes side by side, in a tab that has them in the gallery and in the list of the newest. */
function open(query = "") {
  const asked: [string, unknown][] = [];
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    const marks = JSON.parse(String(init?.body));
    asked.push([path, marks]);
    return Response.json({ job: { ...(path.endsWith("one") ? ONE : TWO), ...marks } });
  });
  const client = new QueryClient();
  const list = { jobs: [ONE, TWO], nextCursor: null };
  client.setQueryData(recentJobsQuery.queryKey, list);
  client.setQueryData(galleryQuery("").queryKey, { pages: [pageOf(list)], pageParams: [undefined] });
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <QueryClientProvider client={client}>
        <ComparePage
          takes={[ONE, TWO].map((one) => ({ job: one, fields: [] }))}
          missing={[]}
          leftOut={0}
          recent={[]}
          query={query}
        />
      </QueryClientProvider>
    </IntlProvider>,
  );
  const favourites = () => ({
    recent: client.getQueryData(recentJobsQuery.queryKey)?.jobs.map(({ favourite }) => favourite),
    gallery: client.getQueryData(galleryQuery("").queryKey)?.pages[0]?.takes.map(({ favourite }) => favourite),
  });
  return { asked, favourites, user: userEvent.setup() };
}
const win = (letter: string) => screen.getByRole("button", { name: `Make take ${letter} the winner` });

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("shows the winner as a favourite wherever the tab has the take", async () => {
  const { asked, favourites, user } = open();
  await user.click(win("B"));
  await waitFor(() => expect(favourites().recent).toEqual([undefined, true]));
  expect(favourites().gallery).toEqual([undefined, true]);
  expect(asked).toEqual([["/api/jobs/two", { favourite: true }]]);
});

it("keeps a note that is typed on the winner when another take wins", async () => {
  const { asked, user } = open("winner=one");
  await user.type(screen.getByRole("textbox", { name: "Note" }), "Best light.");
  await user.click(win("B"));
  await waitFor(() => expect(asked).toContainEqual(["/api/jobs/one", { note: "Best light." }]));
  expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Note" }).value).toBe("");
});

it("takes stars back that the studio does not keep, and says so", async () => {
  const { user } = open("winner=one");
  vi.stubGlobal("fetch", async () => new Response("", { status: 500 }));
  await user.click(screen.getByRole("radio", { name: "4 stars" }));
  expect(await screen.findByRole("alert")).toBeTruthy();
  expect(screen.getByRole("radio", { name: "4 stars" })).toHaveProperty("checked", false);
});

it("lets takes be chosen that were put aside earlier than the newest, and leaves out those that are gone", async () => {
  fillBasket(["deleted", "one"]);
  const client = new QueryClient();
  vi.stubGlobal("fetch", async (path: string) =>
    path.endsWith("one") ? Response.json({ job: ONE }) : new Response("", { status: 404 }),
  );
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <QueryClientProvider client={client}>
        <ComparePage takes={[]} missing={[]} leftOut={0} recent={[TWO]} query="" />
      </QueryClientProvider>
    </IntlProvider>,
  );
  const user = userEvent.setup();
  const earlier = await screen.findByRole("button", { name: "Take one of the day.", pressed: true });
  await user.click(earlier);
  expect(earlier.getAttribute("aria-pressed")).toBe("false");
  await user.click(earlier);
  await user.click(screen.getByRole("button", { name: "Take two of the day." }));
  const link = await screen.findByRole("link", { name: "Compare 2 takes" });
  expect(link.getAttribute("href")).toBe("/compare?jobs=one,two");
  expect(screen.getAllByRole("button")).toHaveLength(2);
});
