// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { IntlProvider } from "use-intl/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { job } from "@/tests/support/watch/fake-browser";
import { EndMessage } from "./end-message";
import type { Unseen } from "./unseen";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function open(unseen: Unseen, { isShownHere = false, isSoundBlocked = false } = {}) {
  const onDismiss = vi.fn();
  const onShow = vi.fn(() => isShownHere);
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <button type="button">Elsewhere</button>
      <textarea aria-label="Prompt" />
      <EndMessage unseen={unseen} isSoundBlocked={isSoundBlocked} onDismiss={onDismiss} onShow={onShow} />
    </IntlProvider>,
  );
  return { onDismiss, onShow };
}

const done = (id: string, groupId?: string) => job(id, "succeeded", groupId === undefined ? {} : { groupId });
const message = () => screen.getByRole("status", { name: "News of takes" });
const show = () => screen.getByRole("link", { name: "Show" });
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

describe("the message about takes that have ended", () => {
  it("is an empty status while there is nothing to tell", () => {
    open([]);
    expect(message().textContent).toBe("");
  });

  it.each([
    ["a take that is done", [done("1")], "Take done: A model.", "/jobs/1"],
    [
      "which one by how its prompt begins",
      [job("1", "succeeded", { input: { prompt: "a fox\nin the snow" } })],
      "Take done: a fox in the snow.",
      "/jobs/1",
    ],
    [
      "why a take failed",
      [job("1", "failed", { error: { code: "balanceTooLow", message: "" } })],
      /^A model: Failed\. .+ balance .+/,
      "/jobs/1",
    ],
    ["several in one sentence", [done("1"), done("2"), done("3")], "3 takes are done.", "/gallery"],
    ["a group", [done("1", "g"), done("2", "g")], "2 takes are done.", "/?group=g"],
    ["what failed among several", [done("1"), job("2", "lost")], "1 take is done. 1 take failed.", "/gallery"],
  ])("tells %s, with a way to it", (_, unseen, text, path) => {
    open(unseen);
    expect(message().querySelector("p")?.textContent).toMatch(text);
    expect(show().getAttribute("href")).toBe(path);
  });

  it("says that the sound was not played", () => {
    open([done("1")], { isSoundBlocked: true });
    expect(message().textContent).toContain("The sound was not played");
  });

  it("stays on the page where that can show the take itself", () => {
    const { onShow, onDismiss } = open([done("1")], { isShownHere: true });
    expect(fireEvent.click(show())).toBe(false);
    expect(onShow).toHaveBeenCalledOnce();
    expect(onDismiss).toHaveBeenCalledOnce();
  });

  it("leaves a link with the control key to the browser", () => {
    const { onShow, onDismiss } = open([done("1")], { isShownHere: true });
    fireEvent.click(show(), { ctrlKey: true });
    expect(onShow).not.toHaveBeenCalled();
    expect(onDismiss).not.toHaveBeenCalled();
  });
});

describe("the keyboard", () => {
  it("goes to the message by N, and back by Escape", () => {
    const { onDismiss } = open([done("1")]);
    const elsewhere = screen.getByRole("button", { name: "Elsewhere" });
    elsewhere.focus();
    fireEvent.keyDown(elsewhere, { key: "n" });
    expect(document.activeElement).toBe(show());
    fireEvent.keyDown(show(), { key: "Escape" });
    expect(document.activeElement).toBe(elsewhere);
    expect(onDismiss).toHaveBeenCalledOnce();
  });

  it("writes an N into a text", () => {
    open([done("1")]);
    const prompt = screen.getByRole("textbox", { name: "Prompt" });
    prompt.focus();
    fireEvent.keyDown(prompt, { key: "n" });
    expect(document.activeElement).toBe(prompt);
  });
});

describe("the time that it stays", () => {
  it("does not end while nobody is there", () => {
    const { onDismiss } = open([done("1")]);
    pass(3_600_000);
    expect(onDismiss).not.toHaveBeenCalled();
  });

  it("ends ten seconds after somebody is there", () => {
    const { onDismiss } = open([done("1")]);
    fireEvent.pointerMove(document.body);
    pass(9_999);
    expect(onDismiss).not.toHaveBeenCalled();
    pass(1);
    expect(onDismiss).toHaveBeenCalledOnce();
  });

  it("does not end while the focus is on it, and begins anew when that leaves", () => {
    const { onDismiss } = open([done("1")]);
    fireEvent.keyDown(document.body, { key: "n" });
    pass(60_000);
    expect(onDismiss).not.toHaveBeenCalled();
    act(() => screen.getByRole("textbox", { name: "Prompt" }).focus());
    fireEvent.pointerMove(document.body);
    pass(10_000);
    expect(onDismiss).toHaveBeenCalledOnce();
  });
});
