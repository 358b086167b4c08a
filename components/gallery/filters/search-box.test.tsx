// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { IntlProvider } from "use-intl/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { SearchBox } from "./search-box";

const onSearch = vi.fn();
const box = () => screen.getByRole<HTMLInputElement>("searchbox", { name: "Search prompts" });
const boxWith = (value: string) => (
  <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
    <SearchBox value={value} onSearch={onSearch} />
  </IntlProvider>
);
const type = (value: string, isComposing = false) => fireEvent.input(box(), { target: { value }, isComposing });
const pause = (ms: number) => act(() => vi.advanceTimersByTime(ms));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  onSearch.mockReset();
  vi.useRealTimers();
});

describe("the search box", () => {
  it("searches once, when typing pauses", () => {
    render(boxWith(""));
    type("f");
    pause(200);
    type("fox ");
    pause(200);
    expect(onSearch).not.toHaveBeenCalled();
    pause(100);
    expect(onSearch.mock.calls).toEqual([["fox"]]);
    expect(box().value).toBe("fox ");
  });

  it("does not search for half a syllable", () => {
    render(boxWith(""));
    type("ㅇ", true);
    pause(1000);
    expect(onSearch).not.toHaveBeenCalled();
    type("여우", true);
    fireEvent.compositionEnd(box());
    pause(300);
    expect(onSearch.mock.calls).toEqual([["여우"]]);
  });

  it("searches at once by Enter, and forgets all by Escape", () => {
    render(boxWith(""));
    type("fox");
    fireEvent.keyDown(box(), { key: "Enter" });
    expect(onSearch.mock.calls).toEqual([["fox"]]);
    fireEvent.keyDown(box(), { key: "Escape" });
    expect(onSearch).toHaveBeenLastCalledWith("");
    expect(box().value).toBe("");
  });

  it("searches with the filters of the moment when it does", () => {
    const { rerender } = render(boxWith(""));
    type("fox");
    const later = vi.fn();
    rerender(
      <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
        <SearchBox value="" onSearch={later} />
      </IntlProvider>,
    );
    pause(300);
    expect(later.mock.calls).toEqual([["fox"]]);
    expect(onSearch).not.toHaveBeenCalled();
  });

  it("takes over what the address says", () => {
    const { rerender } = render(boxWith("fox"));
    rerender(boxWith("lake"));
    expect(box().value).toBe("lake");
    rerender(boxWith(""));
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("is reached by a slash, but not out of another text", () => {
    render(boxWith(""));
    fireEvent.keyDown(document.body, { key: "/" });
    expect(document.activeElement).toBe(box());
    box().blur();
    const other = document.body.appendChild(document.createElement("input"));
    fireEvent.keyDown(other, { key: "/" });
    expect(document.activeElement).not.toBe(box());
    other.remove();
  });
});
