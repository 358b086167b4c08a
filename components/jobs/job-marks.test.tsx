// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WireJob } from "@/lib/api/contract";
import { messagesFor } from "@/lib/i18n/messages";
import { JobMarks } from "./job-marks";
import { JobNote } from "./job-note";
import { marksBefore, withMarks } from "./marks";
import { jobQuery, recentJobsQuery } from "./queries";

const JOB: WireJob = {
  id: "a",
  modelId: "maker/model",
  modelName: "Model",
  upstream: "sandbox",
  status: "succeeded",
  input: {},
  outputs: [],
  createdAt: "2026-01-01T00:00:00.000Z",
  actions: { canCancel: false, canRetry: false, canLookAgain: false, canShare: false, canDelete: true },
};

const onMarks = vi.fn();

function Take() {
  const { data: job = JOB } = useQuery({ ...jobQuery(JOB.id), initialData: JOB });
  return (
    <>
      <JobMarks job={job} onMarks={onMarks} />
      <JobNote job={job} />
    </>
  );
}

/** The page of one take, and what the studio is asked to keep; `answers` says whether it does. */
function open({ answers = true } = {}) {
  const asked: unknown[] = [];
  const studio = { answers };
  vi.stubGlobal("fetch", async (_path: string, init?: RequestInit) => {
    asked.push(JSON.parse(String(init?.body)));
    return studio.answers ? Response.json({ job: JOB }) : new Response("", { status: 500 });
  });
  const client = new QueryClient();
  client.setQueryData(recentJobsQuery.queryKey, { jobs: [JOB], nextCursor: null });
  const { unmount } = render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <QueryClientProvider client={client}>
        <Take />
      </QueryClientProvider>
    </IntlProvider>,
  );
  const listed = () => client.getQueryData(recentJobsQuery.queryKey)?.jobs[0];
  return { user: userEvent.setup(), asked, studio, listed, leave: unmount };
}
const favourite = () => screen.getByRole("button", { name: "Favourite" });
const stars = (name: string) => screen.getByRole<HTMLInputElement>("radio", { name });
const note = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Note" });

beforeEach(() => {
  sessionStorage.clear();
  onMarks.mockClear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the marks of a take", () => {
  it.each([
    [{ favourite: true }, { favourite: true }],
    [{ rating: 4 }, { rating: 4 }],
    [{ rating: null }, {}],
    [{ note: "Best light." }, { note: "Best light." }],
  ])("%j are taken back by what was there before", (marks, expected) => {
    const before = { ...JOB, rating: 2, favourite: false, note: "" };
    const { rating, ...others } = before;
    const marked = withMarks(before, marks);
    expect(marked).toEqual({ ...others, ...("rating" in marks ? {} : { rating }), ...expected });
    expect(withMarks(marked, marksBefore(before, marks))).toEqual(before);
  });

  it("are seen at once in every list", async () => {
    const { user, asked, listed } = open();
    await user.click(favourite());
    await user.click(stars("4 stars"));
    expect(favourite().getAttribute("aria-pressed")).toBe("true");
    expect(stars("4 stars").checked).toBe(true);
    expect(listed()).toMatchObject({ favourite: true, rating: 4 });
    await waitFor(() => expect(asked).toEqual([{ favourite: true }, { rating: 4 }]));
  });

  it("are given by the keys 1 to 5, and taken away by 0 or by the same star", async () => {
    const { user, asked } = open();
    stars("1 star").focus();
    await user.keyboard("3");
    await waitFor(() => expect(stars("3 stars").checked).toBe(true));
    await user.keyboard("0");
    await waitFor(() => expect(stars("3 stars").checked).toBe(false));
    await user.click(stars("5 stars"));
    await user.click(stars("5 stars"));
    await waitFor(() => expect(asked).toEqual([{ rating: 3 }, { rating: null }, { rating: 5 }, { rating: null }]));
  });

  it("are taken back when the studio does not keep them, and it is said", async () => {
    const { user, listed } = open({ answers: false });
    await user.click(favourite());
    expect((await screen.findByRole("alert")).textContent).toBe("The studio did not keep this. Try again.");
    expect(favourite().getAttribute("aria-pressed")).toBe("false");
    expect(listed()?.favourite).toBe(false);
    expect(onMarks.mock.calls).toEqual([[{ favourite: true }], [{ favourite: false }]]);
  });
});

describe("the note of a take", () => {
  it("is saved when the field is left", async () => {
    const { user, asked } = open();
    await user.type(note(), "Best light.");
    await user.tab();
    expect(await screen.findByText("Saved.")).toBeTruthy();
    expect(asked).toEqual([{ note: "Best light." }]);
  });

  it("is saved when the page is left", async () => {
    const { user, asked, leave } = open();
    await user.type(note(), "Best");
    leave();
    await waitFor(() => expect(asked).toEqual([{ note: "Best" }]));
  });

  it("stays in the field and in the tab when it is not kept", async () => {
    const { user, asked, studio, leave } = open({ answers: false });
    await user.type(note(), "Best light.");
    await user.tab();
    await screen.findByText("The note is not saved yet. It stays here until it is.");
    expect(note().value).toBe("Best light.");
    leave();
    cleanup();
    const again = open({ answers: false });
    expect(note().value).toBe("Best light.");
    again.studio.answers = studio.answers = true;
    await again.user.click(note());
    await again.user.tab();
    await waitFor(() => expect(again.asked.at(-1)).toEqual({ note: "Best light." }));
    expect(asked[0]).toEqual({ note: "Best light." });
    await waitFor(() => expect(sessionStorage.length).toBe(0));
  });

  it("says its limit instead of cutting what is too long", async () => {
    const { user, asked } = open();
    await user.click(note());
    await user.paste("x".repeat(2001));
    await user.tab();
    expect((await screen.findByRole("alert")).textContent).toBe(
      "A note has 2,000 characters at most. Shorten it to save it.",
    );
    expect(screen.getByText("2,001 of 2,000 characters")).toBeTruthy();
    expect(asked).toEqual([]);
  });
});
