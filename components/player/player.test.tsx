// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WireOutput } from "@/lib/api/contract";
import { messagesFor } from "@/lib/i18n/messages";
import { ImageViewer } from "./image-viewer";
import { SoundPlayer } from "./sound-player";
import { VideoPlayer } from "./video-player";

const OUTPUT: WireOutput = {
  assetId: "a",
  kind: "video",
  url: "/api/assets/a",
  posterUrl: "/api/assets/a/poster",
  width: 1280,
  height: 720,
  durationMs: 5000,
  frameCount: 120,
  bytes: 1,
  mediaType: "video/mp4",
  sprite: { url: "/api/assets/a/sprite", columns: 10, rows: 6, tileWidth: 160, tileHeight: 90, count: 60 },
};

beforeEach(() => localStorage.clear());
afterEach(cleanup);

function show(element: React.ReactNode) {
  return render(
    <IntlProvider locale="en" messages={messagesFor("en")} timeZone="UTC">
      <input aria-label="a text" />
      {element}
    </IntlProvider>,
  );
}

function open(over: Partial<WireOutput> = {}, onUseFrame?: (picture: File) => void) {
  const output = { ...OUTPUT, ...over };
  show(<VideoPlayer output={output} label="Take" name="take" {...(onUseFrame && { onUseFrame })} />);
  const player = screen.getByRole("region", { name: "Player" });
  // Nothing is laid out here, and the keys are for the player that is to be seen.
  vi.spyOn(player, "getClientRects").mockReturnValue([new DOMRect()] as unknown as DOMRectList);
  const video = screen.getByLabelText<HTMLVideoElement>("Take");
  const frame = () => Math.floor(video.currentTime * 24 + 0.01);
  return { player, video, frame, user: userEvent.setup() };
}

const position = () => screen.getByRole("slider", { name: "Position" });

describe("the player", () => {
  it("says where it is in time code and frames", () => {
    const { video } = open();
    video.currentTime = 30.5 / 24;
    fireEvent(video, new Event("seeked"));
    expect(position().getAttribute("aria-valuetext")).toBe("00:00:01:06, frame 30");
    expect(position().getAttribute("max")).toBe("119");
  });

  it.each([
    ["{ArrowRight}", 51],
    ["{ArrowLeft}", 49],
    [".", 51],
    [",", 49],
    ["{Shift>}{ArrowRight}{/Shift}", 60],
    ["{Shift>}{ArrowLeft}{/Shift}", 40],
    ["{Home}", 0],
    ["{End}", 119],
  ])("goes by %s from frame 50 to %i", async (key, expected) => {
    const { video, frame, user } = open();
    video.currentTime = 50.5 / 24;
    await user.keyboard(key);
    expect(frame()).toBe(expected);
  });

  it("leaves keys alone while something is typed, and those that a focused button needs", async () => {
    const { video, frame, user } = open();
    video.currentTime = 50.5 / 24;
    await user.type(screen.getByLabelText("a text"), "jkl.,mio ");
    expect(frame()).toBe(50);
    screen.getByRole("button", { name: "One frame back" }).focus();
    await user.keyboard(" ");
    expect(frame()).toBe(49);
    expect(video.paused).toBe(true);
  });

  it("plays faster with every L, and stands at K", async () => {
    const { video, user } = open();
    await user.keyboard("l");
    fireEvent(video, new Event("play"));
    await user.keyboard("l");
    await user.keyboard("l");
    expect([video.playbackRate, video.paused]).toEqual([4, false]);
    await user.keyboard("k");
    expect(video.paused).toBe(true);
  });

  it("plays at the speed that is chosen, and says which", async () => {
    const { video, user } = open();
    await user.click(screen.getByRole("button", { name: "Speed 1×" }));
    await user.click(screen.getByRole("menuitem", { name: "0.25×" }));
    expect(video.playbackRate).toBe(0.25);
    expect(screen.getByRole("button", { name: "Speed 0.25×" })).toBeTruthy();
  });

  it("goes round between in and out until that is cleared", async () => {
    const { video, frame, user } = open();
    video.currentTime = 10.5 / 24;
    await user.keyboard("i");
    video.currentTime = 20.5 / 24;
    await user.keyboard("o");
    expect(video.loop).toBe(false);
    await act(() => video.play());
    video.currentTime = 21.5 / 24;
    await expect.poll(frame, { timeout: 10_000 }).toBe(10);
    const clear = () => screen.queryAllByRole("button", { name: "Loop the whole video" })[0];
    await user.click(clear() as HTMLElement);
    expect(clear()).toBeUndefined();
    expect(video.loop).toBe(true);
  });

  it("remembers how loud it was", async () => {
    const { video, user } = open();
    fireEvent.change(screen.getByRole("slider", { name: "Volume" }), { target: { value: "40" } });
    expect(video.volume).toBe(0.4);
    await user.keyboard("m");
    cleanup();
    const again = open();
    expect([again.video.volume, again.video.muted]).toEqual([0.4, true]);
  });

  it("shows the small frame of the place under the pointer, and none elsewhere", () => {
    open();
    const scrubber = position();
    vi.spyOn(scrubber.parentElement as HTMLElement, "getBoundingClientRect").mockReturnValue(
      new DOMRect(0, 0, 135, 32),
    );
    fireEvent.pointerMove(scrubber, { clientX: 8 + 60 });
    const preview = document.querySelector<HTMLElement>("[data-scrub-preview]");
    expect(preview?.dataset.scrubPreview).toBe("60");
    expect(within(preview as HTMLElement).getByText("00:00:02:12")).toBeTruthy();
    // Frame 60 of 120 is tile 30 of 60: the first of the fourth row.
    expect(preview?.querySelector("div")?.style.backgroundPosition).toBe("0px -270px");
    fireEvent.pointerLeave(scrubber.parentElement as HTMLElement);
    expect(document.querySelector("[data-scrub-preview]")).toBeNull();
  });

  it("shows the small frame while the keyboard scrubs", async () => {
    const { user } = open();
    position().focus();
    await user.keyboard("{ArrowRight}");
    expect(document.querySelector("[data-scrub-preview]")).not.toBeNull();
  });

  it("offers the file where it cannot be played", () => {
    const { video } = open();
    Object.defineProperty(video, "error", { value: { code: 4 } });
    fireEvent(video, new Event("error"));
    const alert = screen.getByRole("alert");
    expect(within(alert).getByRole("link", { name: "Download file" }).getAttribute("href")).toBe(
      "/api/assets/a?download=1",
    );
  });

  it("says when a frame cannot be saved, until one is", async () => {
    const { video, user } = open();
    const error = vi.spyOn(video, "error", "get").mockReturnValue({ code: 3 } as MediaError);
    await user.click(screen.getByRole("button", { name: "Save this frame" }));
    expect((await screen.findByRole("alert")).textContent).toBe(
      "This frame could not be read. Play the video and try again.",
    );
    error.mockReturnValue(null);
    await user.click(screen.getByRole("button", { name: "Save this frame" }));
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("offers to use a frame only where somebody takes it", () => {
    open();
    expect(screen.queryByRole("button", { name: "Use this frame" })).toBeNull();
    cleanup();
    open({}, () => {});
    expect(screen.getByRole("button", { name: "Use this frame" })).toBeTruthy();
  });
});

describe("the viewer of pictures", () => {
  function turn(frame: HTMLElement, ...pixels: number[]) {
    return pixels.map((deltaY) => {
      const event = new WheelEvent("wheel", { deltaY, bubbles: true, cancelable: true });
      fireEvent(frame, event);
      return event.defaultPrevented;
    });
  }

  it("lets the wheel scroll the page but where it enlarges, or makes smaller what is enlarged", () => {
    show(<ImageViewer output={{ ...OUTPUT, kind: "image" }} label="Take" />);
    expect(turn(screen.getByRole("group"), 100, 0, -100, 0, 50, 100, 100)).toEqual([
      false,
      false,
      true,
      false,
      true,
      true,
      false,
    ]);
    expect(screen.getByText("100 %")).toBeTruthy();
  });

  it("is enlarged as far as the wheel turns, in however many steps", () => {
    show(<ImageViewer output={{ ...OUTPUT, kind: "image" }} label="Take" />);
    const frame = screen.getByRole("group");
    turn(frame, -100);
    const inOne = screen.getByRole("status").textContent;
    turn(frame, 1000, ...Array(20).fill(-5));
    expect(screen.getByRole("status").textContent).toBe(inOne);
    expect(inOne).toBe("116 %");
  });

  it("enlarges and moves by keys, and goes back to the whole picture", async () => {
    show(<ImageViewer output={{ ...OUTPUT, kind: "image" }} label="Take" />);
    const user = userEvent.setup();
    const frame = screen.getByRole("group");
    vi.spyOn(frame, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 800, 400));
    frame.focus();
    await user.keyboard("+");
    expect(screen.getByText("125 %")).toBeTruthy();
    await user.keyboard("{ArrowLeft}");
    expect(screen.getByRole("img").style.transform).toBe("translate(40px, 0px) scale(1.25)");
    await user.click(screen.getByRole("button", { name: "Whole picture" }));
    expect(screen.getByText("100 %")).toBeTruthy();
  });
});

describe("the player of sounds", () => {
  it("plays, and says its time", async () => {
    show(<SoundPlayer output={{ ...OUTPUT, kind: "audio", durationMs: 65_000 }} label="Take" />);
    const audio = screen.getByLabelText<HTMLAudioElement>("Take");
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "Play" }));
    expect(audio.paused).toBe(false);
    audio.currentTime = 5;
    fireEvent(audio, new Event("timeupdate"));
    expect(screen.getByText("0:05 / 1:05")).toBeTruthy();
    expect(position().getAttribute("aria-valuetext")).toBe("0:05 / 1:05");
  });
});
