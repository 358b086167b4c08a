// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { WireJob } from "@/lib/api/contract";
import { messagesFor } from "@/lib/i18n/messages";
import type { JsonObject } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import { Compare } from "./compare";
import { CompareButton } from "./compare-button";
import { Picker } from "./picker";

const FIELDS: Field[] = [
  { kind: "prompt", name: "prompt", label: "Prompt", required: true },
  { kind: "seed", name: "seed", label: "Seed", required: false },
  { kind: "toggle", name: "sound", label: "Sound", required: false },
];

function pictureOf(id: string, input: JsonObject, done = true): WireJob {
  const output = {
    assetId: `asset-${id}`,
    kind: "image" as const,
    url: `/api/assets/${id}`,
    posterUrl: null,
    width: 100,
    height: 100,
    durationMs: null,
    frameCount: null,
    sprite: null,
    bytes: 1,
    mediaType: "image/png",
  };
  return {
    id,
    modelId: "maker/model",
    modelName: `Model of ${id}`,
    upstream: "sandbox",
    status: done ? "succeeded" : "running",
    input,
    outputs: done ? [output] : [],
    createdAt: "2026-01-01T00:00:00.000Z",
    actions: { canCancel: false, canRetry: false, canLookAgain: false, canShare: false, canDelete: false },
  };
}

const JOBS = [
  pictureOf("one", { prompt: "A red fox.", seed: 1, sound: true }),
  pictureOf("two", { prompt: "A grey fox.", seed: 2, sound: true }),
  pictureOf("three", { prompt: "A red fox.", seed: 3, sound: true }, false),
];

function open({ query = "", fails = false } = {}) {
  const winners: string[] = [];
  render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <Compare
        takes={JOBS.map((job) => ({ job, fields: FIELDS }))}
        query={query}
        renderWaiting={({ job }) => <p>waiting for {job.id}</p>}
        renderVerdict={({ job }) => <p>verdict on {job.id}</p>}
        onWinner={async (id) => {
          winners.push(id);
          if (fails) throw new Error("no answer");
        }}
      />
    </IntlProvider>,
  );
  return { user: userEvent.setup(), winners };
}
const take = (letter: string) => screen.getByRole("article", { name: `Take ${letter}` });
const rowOf = (label: string) => screen.getByRole("row", { name: new RegExp(`^${label}`) });

beforeEach(() => {
  sessionStorage.clear();
});
afterEach(cleanup);

describe("a comparison of pictures", () => {
  it("has no transport, and shows the frame of a take that is not done", () => {
    open();
    expect(screen.queryByRole("region", { name: "Transport" })).toBeNull();
    expect(within(take("A")).getByRole("img", { name: "Take A" }).getAttribute("src")).toBe("/api/assets/one");
    expect(within(take("C")).getByText("waiting for three")).toBeTruthy();
  });

  it("marks the inputs that differ, in words, and shows them alone when asked", async () => {
    const { user } = open();
    expect(within(rowOf("Seed")).getByText("differs")).toBeTruthy();
    expect(within(rowOf("Sound")).queryByText("differs")).toBeNull();
    await user.click(screen.getByRole("switch", { name: "Only differences" }));
    expect(screen.queryByRole("row", { name: /^Sound/ })).toBeNull();
    expect(screen.getByRole("row", { name: /^Prompt/ })).toBeTruthy();
  });

  it("shows word by word what became of the first prompt", async () => {
    open();
    const prompts = rowOf("Prompt");
    expect((await within(prompts).findByText("grey")).tagName).toBe("INS");
    expect(within(prompts).getByText("red", { selector: "del" })).toBeTruthy();
  });

  it("lays two of them on each other", async () => {
    const { user } = open();
    await user.click(screen.getByRole("radio", { name: "Wipe" }));
    expect(screen.getAllByRole("article")).toHaveLength(2);
    const edge = screen.getByRole("slider", { name: "Edge between the takes" });
    edge.focus();
    await user.keyboard("{ArrowRight}{ArrowRight}{PageDown}");
    expect(edge.getAttribute("aria-valuenow")).toBe("42");
    await user.selectOptions(screen.getByRole("combobox", { name: "Lower take" }), "B");
    expect(screen.getAllByRole("article").map((article) => article.getAttribute("aria-label"))).toEqual([
      "Take B",
      "Take A",
    ]);
  });

  it("goes round its modes, sides and zoom by keys", async () => {
    const { user } = open();
    await user.keyboard("mm");
    expect(screen.getByRole("radio", { name: "Wipe", checked: true })).toBeTruthy();
    await user.keyboard("2");
    expect(screen.getByRole("button", { name: "Choose take B" }).getAttribute("aria-pressed")).toBe("true");
    await user.keyboard("+");
    expect(screen.getByRole("status", { name: "Zoom" }).textContent).toBe("150%");
  });

  it("leaves keys alone while a dialog is open, wherever the focus is", async () => {
    const { user, winners } = open();
    const dialog = document.body.appendChild(document.createElement("dialog"));
    dialog.showModal();
    await user.keyboard("2wm");
    expect(winners).toEqual([]);
    expect(screen.getByRole("radio", { name: "Wipe" })).toHaveProperty("checked", false);
    dialog.close();
    await user.keyboard("2w");
    expect(winners).toEqual(["two"]);
    dialog.remove();
  });

  it("is enlarged by two fingers, and scrolls under one", () => {
    open();
    const picture = screen.getByRole("img", { name: "Take A" });
    const frame = picture.closest("[data-picture]");
    if (frame) frame.getBoundingClientRect = () => new DOMRect(0, 0, 200, 200);
    const finger = (pointerId: number, clientX: number) => ({
      pointerId,
      clientX,
      clientY: 100,
      pointerType: "touch",
      isPrimary: pointerId === 1,
    });
    fireEvent.pointerDown(picture, finger(1, 80));
    fireEvent.pointerMove(picture, finger(1, 75));
    expect(screen.queryByRole("status", { name: "Zoom" })?.textContent ?? "100%").toBe("100%");
    fireEvent.pointerDown(picture, finger(2, 125));
    fireEvent.pointerMove(picture, finger(1, 50));
    fireEvent.pointerMove(picture, finger(2, 150));
    expect(screen.getByRole("status", { name: "Zoom" }).textContent).toBe("200%");
  });
});

describe("without names", () => {
  it("hides names and inputs until a winner is chosen, which becomes a favourite", async () => {
    const { user, winners } = open();
    await user.keyboard("b");
    expect(screen.queryByText(/Model of/)).toBeNull();
    expect(screen.queryByRole("table")).toBeNull();
    await user.keyboard("2w");
    expect(screen.getByRole("table")).toBeTruthy();
    expect(screen.getByText("Take B is the winner, and a favourite now.")).toBeTruthy();
    const shown = within(take("B")).getByText(/Model of/).textContent;
    expect(winners).toEqual([shown?.replace("Model of ", "")]);
  });

  it("keeps the shuffled order of a link", () => {
    open({ query: "blind=7" });
    const order = () => screen.getAllByRole("article").map(({ dataset }) => dataset.place);
    const first = order();
    cleanup();
    open({ query: "blind=7" });
    expect(order()).toEqual(first);
  });
});

describe("the winner", () => {
  it("has what is said about it beside it, and no other", () => {
    open({ query: "winner=one" });
    const verdict = screen.getByRole("region", { name: "Take A is the winner" });
    expect(within(verdict).getByText("verdict on one")).toBeTruthy();
    expect(screen.getAllByText(/^verdict on/)).toHaveLength(1);
  });

  it("is no longer told of once it is un-chosen", async () => {
    const { user } = open();
    await user.click(screen.getByRole("button", { name: "Make take A the winner" }));
    expect(screen.getByText("Take A is the winner, and a favourite now.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Take A is the winner" }));
    expect(screen.queryByText(/is the winner/)).toBeNull();
    expect(screen.queryByText(/^verdict on/)).toBeNull();
  });

  it("says when it could not be kept, and is tried once more when it is chosen again", async () => {
    const { user, winners } = open({ fails: true });
    await user.click(screen.getByRole("button", { name: "Make take A the winner" }));
    expect(await screen.findByText(/could not mark it as a favourite/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Take A is the winner" }));
    expect(winners).toEqual(["one", "one"]);
    expect(screen.getByText("verdict on one")).toBeTruthy();
  });
});

describe("choosing what to compare", () => {
  const show = (element: React.ReactNode) =>
    render(
      <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
        {element}
      </IntlProvider>,
    );

  it("needs two takes, and asks for the second", async () => {
    show(
      <>
        <CompareButton jobId="one" />
        <Picker jobs={JOBS} gone={[]} renderPicture={() => null} />
      </>,
    );
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "Compare" }));
    expect(screen.getByText("1 more to compare")).toBeTruthy();
    expect(screen.getByRole("button", { name: "A red fox.", pressed: true })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "A grey fox." }));
    const [link] = screen.getAllByRole("link", { name: "Compare 2 takes" });
    expect(link?.getAttribute("href")).toBe("/compare?jobs=one,two");
    await user.click(screen.getByRole("button", { name: "Compare" }));
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("shows the way to the first take where there is none", () => {
    show(<Picker jobs={[]} gone={[]} renderPicture={() => null} />);
    expect(screen.getByRole("link", { name: "Make the first one" })).toBeTruthy();
  });
});
