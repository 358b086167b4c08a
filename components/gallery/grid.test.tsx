// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { Grid } from "./grid";
import type { GalleryTake } from "./take";

const PARTS = { State: () => "State", Mark: () => null };

function takeOf(at: number, over: Partial<GalleryTake> = {}): GalleryTake {
  return {
    id: `t${at}`,
    modelId: "m",
    modelName: `Model ${at}`,
    upstream: "sandbox",
    status: "succeeded",
    ratio: 1,
    createdAt: "2026-01-01T00:00:00.000Z",
    kind: "image",
    url: `/api/assets/${at}`,
    posterUrl: `/api/assets/${at}/poster`,
    canDelete: true,
    canShare: true,
    ...over,
  };
}

/** A page 800 px wide, whose scrolling moves the grid. */
beforeEach(() => {
  let scrolled = 0;
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockImplementation(
    () => new DOMRect(0, -scrolled, 800, 100),
  );
  vi.stubGlobal("scrollBy", ({ top }: { top: number }) => {
    scrolled += top;
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function show(takes: readonly GalleryTake[], options: { isWhole?: boolean; onNearEnd?: () => void } = {}) {
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <Grid
        label="Takes"
        takes={takes}
        isWhole={options.isWhole ?? true}
        parts={PARTS}
        onNearEnd={options.onNearEnd ?? (() => {})}
      />
    </IntlProvider>,
  );
  return userEvent.setup();
}

const many = Array.from({ length: 5_000 }, (_, at) => takeOf(at));
/** By its address: roles take long to find among many. */
const take = (at: number) => document.querySelector(`[href="/jobs/t${at}"]`);
const cells = () => document.querySelectorAll("li");

describe("the grid", () => {
  it("has few of thousands of takes in the document, and says how many there are", () => {
    show(many);
    expect(cells().length).toBeGreaterThan(10);
    expect(cells().length).toBeLessThan(100);
    expect(cells()[0]?.getAttribute("aria-setsize")).toBe("5000");
    expect(cells()[0]?.getAttribute("aria-posinset")).toBe("1");
  });

  it("does not claim a number while more may follow", () => {
    show(many, { isWhole: false });
    expect(cells()[0]?.getAttribute("aria-setsize")).toBe("-1");
  });

  it("leads by Tab to one take, and by the arrows to its neighbours", async () => {
    const user = show(many.slice(0, 40));
    await user.tab();
    expect(document.activeElement).toBe(take(0));
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement).toBe(take(1));
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(take(5));
    await user.keyboard("{ArrowUp}{Home}");
    expect(document.activeElement).toBe(take(0));
  });

  it("brings a far take into the document, scrolls there and gives it the focus", async () => {
    const user = show(many);
    expect(take(4999)).toBeNull();
    await user.tab();
    await user.keyboard("{End}");
    expect(document.activeElement).toBe(take(4999));
    expect(cells().length).toBeLessThan(100);
    await user.keyboard("{PageUp}");
    expect(document.activeElement).not.toBe(take(4999));
  });

  it("asks for more when the end is near, and only where there is more", () => {
    const onNearEnd = vi.fn();
    show(many, { isWhole: false, onNearEnd });
    show(many.slice(0, 8), { isWhole: true, onNearEnd });
    expect(onNearEnd).not.toHaveBeenCalled();
    show(many.slice(0, 8), { isWhole: false, onNearEnd });
    expect(onNearEnd).toHaveBeenCalled();
  });

  it("names a take by how its prompt begins and by its model", () => {
    show([takeOf(0, { prompt: "A lighthouse in fog" })]);
    expect(screen.getByRole("link", { name: /A lighthouse in fog.*Model 0/ })).toBe(take(0));
  });

  it("puts the state into words where there is no picture", () => {
    show([takeOf(0, { status: "failed", posterUrl: undefined }), takeOf(1, { favourite: true, rating: 4 })]);
    expect(screen.getByRole("link", { name: /State/ })).toBe(take(0));
    expect(screen.getByRole("link", { name: /Favourite.*4 stars/ })).toBeTruthy();
  });
});
