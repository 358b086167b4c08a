// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { WirePrompt, WireSnippet } from "@/lib/api/library-contract";
import { messagesFor } from "@/lib/i18n/messages";
import { PromptLibrary } from "./prompt-library";

const AT = "2026-11-21T10:00:00.000Z";
const sent = (text: string): WirePrompt => ({
  text,
  modelId: "maker/model",
  modelName: "A model",
  jobId: text,
  usedAt: AT,
  count: 2,
});

const kept = (name: string, text: string): WireSnippet => ({ id: name, name, text, createdAt: AT, updatedAt: AT });

/** The studio's answers: snippets are kept, and `broken` refuses everything. */
function serve(prompts: WirePrompt[], snippets: WireSnippet[]) {
  const studio = { broken: false, asked: [] as string[], snippets };
  const answer = (method: string, path: string, body: { name?: string; text: string }) => {
    if (path.startsWith("/api/prompts")) return { prompts, nextCursor: null };
    if (method === "GET") return { snippets: studio.snippets };
    const id = path.split("/")[3];
    if (method === "DELETE") studio.snippets = studio.snippets.filter((snippet) => snippet.id !== id);
    if (method === "DELETE") return {};
    const snippet = kept(body.name ?? body.text, body.text);
    studio.snippets.push(snippet);
    return { snippet };
  };
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    studio.asked.push(path);
    if (studio.broken) return new Response("", { status: 500 });
    return Response.json(answer(init?.method ?? "GET", path, JSON.parse(String(init?.body ?? "{}"))));
  });
  return studio;
}

function open({
  prompts = [] as WirePrompt[],
  snippets = [] as WireSnippet[],
  current = "",
  selected = "",
  broken = false,
} = {}) {
  const studio = serve(prompts, snippets);
  studio.broken = broken;
  const target = { read: () => current, selected: () => selected, replace: vi.fn(), insert: vi.fn(), focus: vi.fn() };
  const onClose = vi.fn();
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <QueryClientProvider client={new QueryClient()}>
        <PromptLibrary target={target} onClose={onClose} />
      </QueryClientProvider>
    </IntlProvider>,
  );
  return { studio, target, onClose, user: userEvent.setup() };
}

const button = (name: string | RegExp) => screen.findByRole("button", { name, hidden: true });
const tab = (name: string) => screen.findByRole("tab", { name, hidden: true });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the history of prompts", () => {
  it("says what will be here while nothing was sent", async () => {
    open();
    await screen.findByText("Prompts that you send are kept here.");
  });

  it("shows how the chosen prompt differs, and puts it in place of the current one", async () => {
    const { user, target, onClose } = open({ prompts: [sent("a red fox")], current: "a grey fox" });
    await user.click(await button(/^a red fox/));
    const shown = (await screen.findByText("Difference to the current prompt")).closest("section");
    const difference = within(shown ?? document.body);
    await waitFor(() =>
      expect(difference.getAllByText(/^(red|grey)$/).map(({ tagName }) => tagName)).toEqual(["DEL", "INS"]),
    );
    await user.click(await button("Use this prompt"));
    expect(target.replace).toHaveBeenCalledWith("a red fox");
    expect([onClose.mock.calls.length, target.focus.mock.calls.length]).toEqual([1, 1]);
  });

  it.each([
    ["the same prompt", "a red fox", "This is the current prompt."],
    ["an empty one", " ", "There is nothing to compare: the prompt is empty."],
  ])("compares nothing with %s", async (_what, current, words) => {
    const { user } = open({ prompts: [sent("a red fox")], current });
    await user.click(await button(/^a red fox/));
    await screen.findByText(words);
    expect(screen.queryByText("Difference to the current prompt")).toBeNull();
  });

  it("searches once for what was typed in one go", async () => {
    const { user, studio } = open({ prompts: [sent("a red fox")] });
    await user.type(await screen.findByRole("searchbox", { hidden: true }), "fox");
    await waitFor(() => expect(studio.asked).toContain("/api/prompts?q=fox&limit=30"));
    expect(studio.asked.filter((path) => path.includes("q="))).toHaveLength(1);
  });

  it("offers to try again where it could not be loaded", async () => {
    const { user, studio } = open({ prompts: [sent("a red fox")], broken: true });
    await user.click(await button("Try again"));
    studio.broken = false;
    await user.click(await button("Try again"));
    await button(/^a red fox/);
  });
});

describe("snippets", () => {
  it.each([
    ["the whole prompt where nothing is selected", "", "Save the current prompt", "a red fox in rain"],
    ["the selected part", " in rain", "Save the selected part", "in rain"],
  ])("are made of %s", async (_what, selected, name, text) => {
    const { user, studio } = open({ current: "a red fox in rain", selected });
    await user.click(await tab("Snippets"));
    await user.click(await button(name));
    await screen.findByText(`Saved: ${text}`);
    expect(studio.snippets.map((snippet) => snippet.text)).toEqual([text]);
  });

  it("are found by name and text, and inserted by one press", async () => {
    const { user, target } = open({ snippets: [kept("Rain", "wet asphalt"), kept("Sun", "dry grass")] });
    await user.click(await tab("Snippets"));
    await button("Insert Sun");
    await user.type(await screen.findByRole("searchbox", { hidden: true }), "RAIN wet");
    expect(screen.queryByRole("button", { name: "Insert Sun", hidden: true })).toBeNull();
    await user.click(await button("Insert Rain"));
    expect(target.insert).toHaveBeenCalledWith("wet asphalt");
  });

  it("come back after they were deleted", async () => {
    const { user, studio } = open({ snippets: [kept("Rain", "wet asphalt")] });
    await user.click(await tab("Snippets"));
    await user.click(await button("Delete Rain"));
    const undo = await button("Bring back Rain");
    expect(document.activeElement).toBe(undo);
    expect(studio.snippets).toEqual([]);
    await user.click(undo);
    await button("Insert Rain");
    expect(studio.snippets).toMatchObject([{ name: "Rain", text: "wet asphalt" }]);
  });

  it("say that nothing was saved where the studio does not answer", async () => {
    const { user, studio } = open({ current: "a red fox" });
    await user.click(await tab("Snippets"));
    studio.broken = true;
    await user.click(await button("Save the current prompt"));
    await screen.findByText("The studio did not answer, and nothing was changed. Try again.");
  });
});
