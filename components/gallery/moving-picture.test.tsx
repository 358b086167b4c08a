// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { layoutOf } from "./layout";
import { MovingPicture } from "./moving-picture";
import type { GalleryTake } from "./take";

const LONG_ENOUGH_MS = 1000;
const TAKES = ["one", "two"].map(
  (id): GalleryTake => ({
    id,
    modelId: "maker/model",
    modelName: "Model",
    upstream: "sandbox",
    status: "succeeded",
    ratio: 1,
    createdAt: "2026-01-01T00:00:00.000Z",
    kind: "video",
    url: `/api/assets/${id}`,
    canDelete: false,
    canShare: false,
  }),
);
const LAYOUT = layoutOf(TAKES, { width: 400, rowHeight: 200, gap: 0, captionHeight: 0 });

function open({ reducedMotion = false } = {}) {
  vi.stubGlobal("matchMedia", () => ({ matches: reducedMotion }));
  const grid = document.body.appendChild(document.createElement("div"));
  grid.innerHTML = TAKES.map(({ id }) => `<a data-take="${id}">${id}</a>`).join("");
  render(<MovingPicture grid={{ current: grid }} takes={TAKES} layout={LAYOUT} />);
  const rest = () => act(() => vi.advanceTimersByTime(LONG_ENOUGH_MS));
  const over = (id: string, pointerType = "mouse") =>
    fireEvent.pointerOver(grid.querySelector(`[data-take=${id}]`) as Element, { pointerType });
  return { grid, rest, over };
}
const plays = () => [...document.querySelectorAll("video")].map(({ src }) => new URL(src, location.href).pathname);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  document.body.innerHTML = "";
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("plays the one take that the mouse rests on", () => {
  const { grid, rest, over } = open();
  over("one");
  expect(plays()).toEqual([]);
  rest();
  expect(plays()).toEqual(["/api/assets/one"]);
  over("two");
  rest();
  expect(plays()).toEqual(["/api/assets/two"]);
  fireEvent.pointerLeave(grid);
  expect(plays()).toEqual([]);
});

it.each([
  ["with reduced motion", { reducedMotion: true }, "mouse"],
  ["under a finger", {}, "touch"],
])("plays nothing %s", (_when, options, pointer) => {
  const { rest, over } = open(options);
  over("one", pointer);
  rest();
  expect(plays()).toEqual([]);
});
