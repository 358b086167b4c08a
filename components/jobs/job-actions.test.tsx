// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, expect, it, vi } from "vitest";
import type { WireJob } from "@/lib/api/contract";
import { messagesFor } from "@/lib/i18n/messages";
import type { JobErrorCode } from "@/lib/jobs/job";
import { JobActions } from "./job-actions";
import { JobOutcome } from "./job-outcome";
import { ModeProvider } from "./mode";

const JOB: WireJob = {
  id: "a",
  modelId: "maker/model",
  modelName: "Model",
  upstream: "runcomfy",
  status: "unconfirmed",
  input: {},
  outputs: [],
  createdAt: "2026-01-01T10:00:00.000Z",
  submittedAt: "2026-01-01T10:00:05.000Z",
  error: { code: "outcomeUnknown", message: "No answer within 90 s" },
  actions: { canCancel: false, canRetry: true, canLookAgain: true, canShare: false, canDelete: true },
};

/** What is said of a take and can be done with it; the studio answers that the service cannot be asked. */
function open(over: Partial<WireJob> = {}) {
  const job = { ...JOB, ...over };
  const onAgain = vi.fn(async () => undefined);
  vi.stubGlobal("fetch", async () => Response.json({ job, asked: false }));
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <QueryClientProvider client={new QueryClient()}>
        <ModeProvider value="runcomfy">
          <JobOutcome job={job} />
          <JobActions job={job} onReuse={vi.fn()} onAgain={onAgain} onReal={undefined} onDeleted={vi.fn()} />
        </ModeProvider>
      </QueryClientProvider>
    </IntlProvider>,
  );
  return { user: userEvent.setup(), onAgain };
}
const button = (name: string) => screen.getByRole("button", { name });
const names = () =>
  [...screen.queryAllByRole("button"), ...screen.queryAllByRole("link")].map((one) => one.textContent);
const failed = (code: JobErrorCode, requestId?: string): Partial<WireJob> => ({
  status: "failed",
  error: { code, message: "" },
  actions: { ...JOB.actions, canLookAgain: code === "archiveFailed" },
  ...(requestId !== undefined && { requestId }),
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const TWICE = "Submit again (may pay twice)";
it.each<[string, Partial<WireJob>, string[], RegExp]>([
  ["unconfirmed", {}, ["Look again", TWICE, "Reuse settings", "Delete", "Open RunComfy"], /may charge for it/],
  [
    "unconfirmed in the sandbox",
    { upstream: "sandbox" },
    ["Look again", "Submit again", "Reuse settings", "Delete"],
    /cost nothing/,
  ],
  [
    "lost",
    { status: "lost", requestId: "r", error: { code: "requestLost", message: "" } },
    ["Look again", TWICE, "Reuse settings", "Delete", "Open RunComfy"],
    /your RunComfy account says/,
  ],
  [
    "not saved",
    failed("archiveFailed", "r"),
    ["Look again", TWICE, "Reuse settings", "Delete", "Open RunComfy"],
    /not charged again/,
  ],
  ["refused", failed("inputRefused"), ["Correct the settings", "Submit again", "Delete"], /Nothing is charged/],
  [
    "not delivered",
    failed("inputUndeliverable"),
    ["Correct the settings", "Submit again", "Delete"],
    /Nothing is charged/,
  ],
  [
    "not paid for",
    failed("balanceTooLow"),
    ["Submit again", "Reuse settings", "Delete", "Open RunComfy"],
    /Nothing is charged/,
  ],
  ["failed", failed("upstreamFailed", "r"), ["Submit again", "Reuse settings", "Delete"], /your RunComfy account says/],
])("a take that is %s offers what can be done, and says what it costs", (_state, over, offered, money) => {
  open(over);
  expect(names()).toEqual(offered);
  expect(screen.getAllByRole("status")[0]?.textContent).toMatch(money);
});

it("a take without a number is looked at by saying so, with where to look and when it was sent", async () => {
  const { user } = open();
  await user.click(button("Look again"));
  const said = await screen.findByText(/gave no number for this request/);
  expect(said.parentElement?.textContent).toMatch(/Look at your RunComfy account.*Model from .*2026.*submit it again/);
  expect(said.closest("[role=status]")).not.toBeNull();
});

it("a take that may be paid twice is submitted by one press of its own in the dialog", async () => {
  const { user, onAgain } = open();
  await user.click(button(TWICE));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/If it was, you pay for both/)).toBeTruthy();
  const yes = dialog.getByRole("button", { name: TWICE });
  fireEvent.click(yes, { detail: 2 });
  expect(fireEvent.keyDown(yes, { key: "Enter", repeat: true })).toBe(false);
  expect(onAgain).not.toHaveBeenCalled();
  fireEvent.click(yes, { detail: 1 });
  fireEvent.click(yes, { detail: 2 });
  await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(onAgain).toHaveBeenCalledTimes(1);
});

it("a take that failed is submitted again once by a double click, and not by a held key", () => {
  const { onAgain } = open(failed("upstreamFailed", "r"));
  const again = button("Submit again");
  expect(fireEvent.keyDown(again, { key: "Enter", repeat: true })).toBe(false);
  fireEvent.click(again, { detail: 1 });
  fireEvent.click(again, { detail: 2 });
  expect(onAgain).toHaveBeenCalledTimes(1);
});

it("what the studio says of a refusal is shown in place of a guess", async () => {
  const { user, onAgain } = open(failed("upstreamFailed", "r"));
  const { ApiError } = await import("@/lib/api/client");
  const problem = { type: "about:blank", title: "", status: 507, code: "noRoom", detail: "No room.", requestId: "1" };
  onAgain.mockRejectedValue(new ApiError(507, problem));
  await user.click(button("Submit again"));
  expect(await screen.findByText("No room.")).toBeTruthy();
});

it("a take of which a file is missing says so, where it is, and can be looked at again", async () => {
  const message = "1 × it is text/html https://x.example/2.png";
  open({ status: "succeeded", error: { code: "outputsMissing", message }, requestId: "r" });
  const note = await screen.findByText(/Not every file of this take could be saved/);
  expect(note.textContent).toContain(message);
  expect(button("Look again")).toBeTruthy();
});
